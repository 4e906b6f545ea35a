package org.smoothbench.app.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.smoothbench.core.landscape.AttackPath;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.field.SectionChart;
import org.smoothbench.viz.field.SectionCurve;
import org.smoothbench.viz.field.SectionLine;

/** All models along the line that is dragged in any of the pictures. */
final class SectionPane extends VBox {

    private static final double LOW = 220;

    private final LandscapeViewModel page;
    private final SectionChart chart = new SectionChart();

    SectionPane(LandscapeViewModel page) {
        this.page = page;
        getStyleClass().addAll("card", "chart-card", "section-pane");
        setId("section");
        setMinWidth(0);
        Label title = new Label("Cross-section");
        title.getStyleClass().add("card-title");
        Label hint = new Label("drag A and B in a picture");
        hint.setTooltip(new Tooltip("""
                With the keyboard, in a picture that has it:
                Ctrl and the arrow keys move B along the axes,
                with Shift they move A."""));
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        Button alongA = button("along-a", "a", "Along a, through x", () -> along(true));
        Button alongB = button("along-b", "b", "Along b, through x", () -> along(false));
        page.picturesProperty().subscribe(pictures -> {
            boolean planes = pictures.isEmpty() || field().isPresent();
            alongA.setDisable(!planes);
            alongB.setDisable(!planes);
            hint.setVisible(planes);
            chart.setEmptyText(planes ? "no section yet" : "a line has no section: it is one");
        });
        Button toAdversarial = button(
                "to-adversarial", "x → x′", "From x to where the attack on the first model ended", this::toAdversarial);
        page.picturesProperty()
                .subscribe(pictures -> toAdversarial.setDisable(
                        pictures.stream().noneMatch(picture -> picture.attack().isPresent())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(title, hint, gap, alongA, alongB, toAdversarial);
        header.getStyleClass().add("card-header");
        header.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(chart, Priority.ALWAYS);
        chart.setMinHeight(60);
        getChildren().addAll(header, chart);
        page.sectionProperty().subscribe(line -> chart.lineProperty().set(line.orElse(null)));
        chart.heightProperty().addListener((Observable _) -> settleLegend());
        page.picturesProperty().subscribe(this::show);
    }

    private static Button button(String id, String text, String tip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** The chart of the section. */
    SectionChart chart() {
        return chart;
    }

    private void show(List<Picture> pictures) {
        List<SectionCurve> curves = new ArrayList<>();
        for (Picture picture : pictures) {
            picture.field()
                    .filter(field -> !Double.isNaN(field.min()))
                    .ifPresent(field -> curves.add(new SectionCurve(
                            picture.model().title(),
                            picture.model().colour(),
                            field,
                            quantile(picture, Pick.Over.LOW),
                            quantile(picture, Pick.Over.HIGH))));
        }
        pictures.stream().findFirst().ifPresent(first -> {
            LandscapeReport report = first.landscape().report();
            chart.xAxis().setTitle("a: " + report.first().label());
            chart.xAxis().setUnit(report.first().unit());
            chart.yAxis().setTitle("b: " + report.second().label());
            chart.yAxis().setUnit(report.second().unit());
            chart.valueAxis().setTitle(first.height().label());
            chart.valueAxis().setUnit(first.height().unit());
        });
        chart.setCurves(curves);
        settleLegend();
    }

    /** In a low chart many names would leave no room for the curves; their colours are those of the cards. */
    private void settleLegend() {
        chart.setLegendVisible(page.picturesProperty().get().size() <= 2 || chart.getHeight() > LOW);
    }

    /** How the images are spread, where the picture is a figure over several. */
    private static @org.jspecify.annotations.Nullable ScalarField quantile(Picture picture, Pick.Over over) {
        return picture.pick() instanceof Pick.Over
                        && picture.landscape().surfaces().size() > 1
                ? SurfaceFields.of(picture.landscape(), picture.height(), over).orElse(null)
                : null;
    }

    /** Cuts through x along the first or the second direction. */
    void along(boolean first) {
        field().ifPresent(field -> page.sectionProperty()
                .set(Optional.of(
                        first
                                ? new SectionLine(
                                        field.xRange().min(), 0, field.xRange().max(), 0)
                                : new SectionLine(
                                        0,
                                        field.yRange().min(),
                                        0,
                                        field.yRange().max()))));
    }

    /** Cuts from x to where an attack ended, if there is one. */
    void toAdversarial() {
        page.picturesProperty().get().stream()
                .flatMap(picture -> picture.attack().stream())
                .filter(path -> !path.points().isEmpty())
                .findFirst()
                .map(AttackPath::example)
                .ifPresent(end -> page.sectionProperty().set(Optional.of(new SectionLine(0, 0, end.a(), end.b()))));
    }

    private Optional<ScalarField> field() {
        return page.picturesProperty().get().stream()
                .flatMap(one -> one.field().stream())
                .findFirst();
    }

    /** What is seen, for a file. */
    Drawing freeze(String title) {
        chart.setTitle(title);
        try {
            return chart.freezeOnPaper();
        } finally {
            chart.setTitle("");
        }
    }
}
