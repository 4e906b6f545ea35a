package org.smoothbench.app.landscape;

import java.util.DoubleSummaryStatistics;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.smoothbench.core.landscape.Axis;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.field.FieldChart;
import org.smoothbench.viz.field.FieldVertex;
import org.smoothbench.viz.field.FieldView;
import org.smoothbench.viz.field.ScalarField;
import org.smoothbench.viz.surface.GridVertex;

/** A picture from above, or the curve of a landscape that is a line. */
final class MapPane {

    private static final int CONTOURS = 14;

    /** The smallest map in a file. */
    private static final double LEAST_WIDTH = 560;

    private static final double LEAST_HEIGHT = 640;

    /** Above and below lines, as a share of what they span. */
    private static final double LINE_ROOM = 0.06;

    private final LandscapeViewModel page;
    private final FieldChart chart = new FieldChart();
    private final LineChart curve = new LineChart();
    private final StackPane node = new StackPane(chart, curve);
    private boolean showing;

    MapPane(LandscapeViewModel page) {
        this.page = page;
        SectionLink.join(page, chart.sectionProperty());
        chart.pointedAtProperty().subscribe((_, vertex) -> {
            if (!showing) {
                page.pointedProperty().set(vertex.map(one -> new GridVertex(one.column(), one.row())));
            }
        });
        page.pointedProperty().subscribe((_, _) -> point());
        curve.setLegendVisible(false);
        curve.setEmptyText("no finite number");
    }

    Node node() {
        return node;
    }

    /** The chart of a plane. */
    FieldChart chart() {
        return chart;
    }

    void show(Picture picture) {
        chart.setVisible(picture.field().isPresent());
        curve.setVisible(picture.field().isEmpty());
        picture.field().ifPresentOrElse(field -> show(picture, field), () -> showLine(picture));
    }

    private void show(Picture picture, ScalarField field) {
        showing = true;
        LookViewModel look = page.look();
        LandscapeReport report = picture.landscape().report();
        fill(chart.xAxis(), "a: ", report.first());
        fill(chart.yAxis(), "b: ", report.second());
        chart.valueAxis().setTitle(picture.height().axis());
        chart.valueAxis().setFixedRange(picture.scale().values());
        chart.colourMapProperty().set(picture.scale().map());
        boolean classes = look.classesProperty().get() && picture.hasClasses();
        chart.classColoursProperty().set(Overlay.classes(page.picturesProperty().get()));
        chart.viewProperty().set(classes ? FieldView.CLASSES : FieldView.VALUES);
        chart.contoursProperty().set(look.contoursProperty().get() ? CONTOURS : 0);
        chart.bordersProperty().set(picture.hasClasses());
        chart.budgetProperty().set(look.budgetProperty().get() && picture.ofImages() ? 1 : 0);
        Overlay overlay = Overlay.of(picture, look.attackProperty().get());
        chart.getMarks().setAll(overlay.marks());
        chart.pathProperty().set(overlay.path());
        chart.setField(field);
        showing = false;
    }

    private static void fill(org.smoothbench.viz.chart.Axis drawn, String letter, Axis axis) {
        drawn.setTitle(letter + axis.label());
        drawn.setUnit(axis.unit());
    }

    private void showLine(Picture picture) {
        LandscapeReport report = picture.landscape().report();
        fill(curve.xAxis(), "", report.first());
        curve.leftAxis().setTitle(picture.height().axis());
        curve.leftAxis().setFixedRange(page.look().sharedScaleProperty().get() ? shared(picture.height()) : null);
        Series series = new Series(
                picture.model().title(), AxisSide.LEFT, picture.model().colour(), LineStyle.SOLID);
        for (Surface surface : picture.landscape().surfaces()) {
            float[] values = picture.height().of(surface.layers());
            for (int i = 0; i < values.length; i++) {
                series.append(report.first().at(i), values[i]);
            }
        }
        curve.getSeries().setAll(series);
    }

    /** The range of the lines of all models; null without a finite number. */
    private @Nullable Range shared(Height height) {
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        for (Picture picture : page.picturesProperty().get()) {
            for (Surface surface : picture.landscape().surfaces()) {
                for (float value : height.of(surface.layers())) {
                    if (Float.isFinite(value)) {
                        all.accept(value);
                    }
                }
            }
        }
        if (all.getCount() == 0) {
            return null;
        }
        Range tight = Range.covering(all.getMin(), all.getMax());
        return new Range(tight.min() - LINE_ROOM * tight.width(), tight.max() + LINE_ROOM * tight.width());
    }

    private void point() {
        ScalarField field = chart.fieldProperty().get();
        if (field == null || !node.isVisible()) {
            return;
        }
        Optional<GridVertex> wanted = page.pointedProperty().get();
        Optional<GridVertex> now = chart.pointedAtProperty().get().map(MapPane::vertex);
        if (!wanted.equals(now)) {
            showing = true;
            double nowhere = field.xRange().max() + Math.abs(field.xRange().width());
            chart.pointAt(
                    wanted.filter(one -> one.column() < field.columns())
                            .map(one -> field.x(one.column()))
                            .orElse(nowhere),
                    wanted.filter(one -> one.row() < field.rows())
                            .map(one -> field.y(one.row()))
                            .orElse(nowhere));
            showing = false;
        }
    }

    private static GridVertex vertex(FieldVertex vertex) {
        return new GridVertex(vertex.column(), vertex.row());
    }

    /** What is seen, for a file. */
    Drawing freeze(String title, String caption) {
        if (!chart.isVisible()) {
            return curve.freeze().titled(title).onPaper();
        }
        Objects.requireNonNull(chart.fieldProperty().get());
        double width = chart.getWidth();
        double height = chart.getHeight();
        chart.titleProperty().set(title);
        chart.captionProperty().set(caption);
        // On a small screen the caption would have no room.
        chart.resize(Math.max(width, LEAST_WIDTH), Math.max(height, LEAST_HEIGHT));
        try {
            return chart.freezeOnPaper();
        } finally {
            chart.resize(width, height);
            chart.titleProperty().set("");
            chart.captionProperty().set("");
        }
    }
}
