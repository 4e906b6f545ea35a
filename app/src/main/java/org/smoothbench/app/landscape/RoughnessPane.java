package org.smoothbench.app.landscape;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.smoothbench.app.runs.ColourMark;
import org.smoothbench.core.landscape.RoughnessMeasure;

/** How rough the surfaces are, in figures: a row for each measure, a column for each model. */
final class RoughnessPane extends VBox {

    private static final double TIP_WIDTH = 420;
    private static final double MARK = 12;
    private static final int USUAL_IMAGES = 64;
    private static final int MOST_IMAGES = 10_000;

    private final LandscapeViewModel page;
    private final GridPane grid = new GridPane();
    private final Label over = new Label();

    RoughnessPane(LandscapeViewModel page) {
        this.page = page;
        getStyleClass().addAll("card", "roughness-pane");
        setId("roughness");
        Label title = new Label("Roughness");
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        over.setId("roughness-over");
        over.getStyleClass().add("muted");
        over.setMinWidth(0);
        over.setTooltip(new Tooltip("Of several images: the mean, and in brackets the quantiles from 10 to 90 %"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Spinner<Integer> images = new Spinner<>(2, MOST_IMAGES, USUAL_IMAGES);
        images.setId("roughness-images");
        images.setEditable(true);
        images.setPrefWidth(76);
        images.setMinWidth(76);
        images.setAccessibleText("Number of images");
        Button measure = new Button("Measure over");
        measure.setId("roughness-measure");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setTooltip(new Tooltip(
                "Surfaces of so many test images, in a process of its own: one image says little about a model"));
        measure.setOnAction(_ -> page.computeOver(images.getValue()));
        measure.disableProperty().bind(page.busyProperty());
        HBox header = new HBox(title, over, gap, measure, images);
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        grid.getStyleClass().add("roughness-grid");
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("roughness-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header, scroll);
        page.picturesProperty().subscribe(_ -> show());
    }

    private void show() {
        RoughnessTable table = RoughnessTable.of(page.picturesProperty().get());
        grid.getChildren().clear();
        grid.getColumnConstraints().setAll(column(true));
        over.setText(over(table));
        for (int column = 0; column < table.models().size(); column++) {
            grid.getColumnConstraints().add(column(false));
            grid.add(heading(table, column), column + 1, 0);
        }
        for (int row = 0; row < table.rows().size(); row++) {
            show(table, table.rows().get(row), row + 1);
        }
    }

    private static String over(RoughnessTable table) {
        return switch (table.images()) {
            case 0 -> "";
            case 1 -> "1 image";
            default -> "mean of " + table.images();
        };
    }

    private static ColumnConstraints column(boolean name) {
        ColumnConstraints constraints = new ColumnConstraints();
        constraints.setHgrow(name ? Priority.ALWAYS : Priority.NEVER);
        constraints.setMinWidth(name ? 60 : USE_PREF_SIZE);
        constraints.setHalignment(name ? HPos.LEFT : HPos.RIGHT);
        return constraints;
    }

    private Label heading(RoughnessTable table, int column) {
        Picture picture = page.picturesProperty().get().stream()
                .filter(Picture::whole)
                .skip(column)
                .findFirst()
                .orElseThrow();
        ColourMark mark = new ColourMark(MARK);
        mark.show(picture.model().colour());
        String activation = picture.model().activation();
        Label heading = new Label(activation.isEmpty() ? table.models().get(column) : activation, mark);
        heading.getStyleClass().add("roughness-heading");
        heading.setTooltip(new Tooltip(table.models().get(column)));
        return heading;
    }

    private void show(RoughnessTable table, RoughnessTable.Row row, int at) {
        RoughnessMeasure measure = row.measure();
        Label name = new Label(measure.label());
        name.getStyleClass().add("roughness-name");
        name.setMinWidth(0);
        Tooltip tip = new Tooltip(measure.label() + (measure.unit().isEmpty() ? "" : " [" + measure.unit() + "]") + "\n"
                + measure.formula() + "\n\nSmaller is smoother. A dot marks the smallest figure; "
                + (table.images() == 1
                        ? "over one image that is no verdict on the models."
                        : "the quantiles tell how far images differ."));
        tip.setShowDelay(Duration.millis(250));
        tip.setShowDuration(Duration.seconds(60));
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        name.setTooltip(tip);
        grid.add(name, 0, at);
        for (int column = 0; column < row.cells().size(); column++) {
            RoughnessTable.Cell cell = row.cells().get(column);
            boolean lowest = row.lowest().orElse(-1) == column;
            // Of more than two models only the means have room.
            boolean spread = !cell.spread().isEmpty() && row.cells().size() <= 2;
            Label figure = new Label((lowest ? "• " : "") + cell.text() + (spread ? "  (" + cell.spread() + ")" : ""));
            figure.getStyleClass().add("roughness-figure");
            figure.pseudoClassStateChanged(LandscapeStyles.LOWEST, lowest);
            figure.setTooltip(
                    cell.spread().isEmpty()
                            ? tip
                            : new Tooltip(table.models().get(column) + "\n" + cell.text() + ", 10 to 90 % of images: "
                                    + cell.spread()));
            figure.setMinWidth(USE_PREF_SIZE);
            grid.add(figure, column + 1, at);
        }
    }
}
