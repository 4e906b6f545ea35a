package org.smoothbench.app.adversary;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.smoothbench.core.probe.bench.TransferMatrix;

/** The transfer matrix: a row for each model that examples are made on, a column for each that is asked. */
final class TransferView extends VBox {

    private static final Color FULL = Color.web("#d55e00");

    /** Longer names go on below. */
    private static final double WIDEST_COLUMN = 150;

    private static final double WIDEST_ROW = 320;

    private final AdversaryViewModel model;
    private final GridPane table = new GridPane();
    private final Label conditions = new Label();
    private final ProgressIndicator working = new ProgressIndicator();

    TransferView(AdversaryViewModel model) {
        this.model = model;
        setId("bench-transfer-view");
        getStyleClass().addAll("card", "bench-steps", "bench-matrix");
        table.setId("bench-transfer");
        table.getStyleClass().add("bench-transfer");
        conditions.setId("bench-transfer-conditions");
        conditions.setWrapText(true);
        conditions.setMinHeight(USE_PREF_SIZE);
        conditions.getStyleClass().add("muted");
        VBox found = new VBox(conditions, table);
        found.getStyleClass().add("bench-seen");
        ScrollPane scroll = new ScrollPane(found);
        scroll.getStyleClass().add("bench-scroll");
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(controls(), scroll);
        model.transfer().matrix().stateProperty().subscribe(_ -> show());
        model.modelsProperty().subscribe(_ -> show());
    }

    private HBox controls() {
        Button compute = new Button("Make the matrix", new FontIcon(Feather.GRID));
        compute.setId("bench-compute-transfer");
        compute.setMinWidth(USE_PREF_SIZE);
        compute.setTooltip(new Tooltip(
                "Make adversarial examples on each model with the present attack, and show them to" + " all models"));
        compute.setOnAction(_ -> model.computeTransfer());
        model.modelsProperty().subscribe(models -> compute.setDisable(models.size() < 2));
        ComboBox<Integer> images = new ComboBox<>();
        images.setId("bench-transfer-images");
        images.getItems().setAll(16, 32, 64, 128, 256);
        images.setAccessibleText("Number of images");
        images.setValue(model.transfer().imagesProperty().get());
        images.valueProperty()
                .subscribe((_, now) -> model.transfer().imagesProperty().set(now));
        Label progress = new Label();
        progress.setId("bench-transfer-progress");
        progress.textProperty().bind(model.transfer().progressProperty());
        working.getStyleClass().add("small-wheel");
        HBox row = new HBox(compute, images, new Label("images"), working, progress);
        row.getStyleClass().add("bench-header");
        return row;
    }

    private void show() {
        Asked<TransferMatrix> asked = model.transfer().matrix().state();
        working.setVisible(asked.working());
        working.setManaged(asked.working());
        table.getChildren().clear();
        conditions.getStyleClass().remove("bench-trouble");
        if (!asked.failure().isEmpty()) {
            conditions.setText(asked.failure());
            conditions.getStyleClass().add("bench-trouble");
        } else if (asked.answer().isPresent()) {
            fill(asked.answer().get());
        } else {
            conditions.setText(
                    model.modelsProperty().get().size() < 2
                            ? "A transfer matrix needs two models: open the eyes of two to four runs in the list."
                            : "Whose adversarial examples fool whom has not been computed yet.");
        }
    }

    private void fill(TransferMatrix matrix) {
        List<String> names = model.transfer().names();
        table.add(heading("made on ↓   fools →", WIDEST_ROW), 0, 0);
        for (int i = 0; i < names.size(); i++) {
            Label column = heading(names.get(i), WIDEST_COLUMN);
            column.setTextAlignment(TextAlignment.CENTER);
            GridPane.setHalignment(column, HPos.CENTER);
            table.add(column, i + 1, 0);
            table.add(heading(names.get(i), WIDEST_ROW), 0, i + 1);
            for (int j = 0; j < names.size(); j++) {
                table.add(cell(matrix, i, j), j + 1, i + 1);
            }
        }
        conditions.setText(
                "%s. How many of %d test images that all of these models get right (of %d looked at, spread over the set) fool the column's model when they are made on the row's."
                        .formatted(
                                model.transfer().by().conditions(),
                                matrix.images().size(),
                                matrix.looked()));
    }

    private static Label heading(String text, double widest) {
        Label label = new Label(text);
        label.getStyleClass().add("bench-transfer-heading");
        label.setMaxWidth(widest);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Label cell(TransferMatrix matrix, int madeOn, int asked) {
        double share = matrix.share(madeOn, asked);
        Label label = new Label(BenchWords.percent(share));
        label.setId("transfer-%d-%d".formatted(madeOn, asked));
        label.getStyleClass().add("bench-transfer-cell");
        if (madeOn == asked) {
            label.getStyleClass().add("bench-transfer-own");
        }
        label.setMaxWidth(Double.MAX_VALUE);
        // See-through, so that it suits both themes; the number stays in the colour of text.
        label.setStyle(String.format(
                Locale.ROOT,
                "-fx-background-color: rgba(%d, %d, %d, %.3f);",
                Math.round(FULL.getRed() * 255),
                Math.round(FULL.getGreen() * 255),
                Math.round(FULL.getBlue() * 255),
                0.08 + 0.5 * share));
        label.setTooltip(new Tooltip("%d of %d images"
                .formatted(
                        matrix.fooled().get(madeOn).get(asked), matrix.images().size())));
        return label;
    }
}
