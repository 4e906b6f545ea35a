package org.smoothbench.viz.chart;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/**
 * What a chart showed at one moment, with all of its data; see {@link LineChart#freeze()}. It shares nothing with the chart
 * and never changes, so that any thread can draw or save it while the chart lives on.
 */
public final class FrozenChart implements Drawing {
    private static final List<String> COLUMNS = List.of("chart", "series", "x_axis", "y_axis", "x", "y", "sd", "n");
    private static final double PADDING = 12;
    private static final double GAP = 6;

    private final PlotModel model;
    private final ChartStyle style;
    private final double width;
    private final double height;

    FrozenChart(PlotModel model, ChartStyle style, double width, double height) {
        this.model = model;
        this.style = style;
        this.width = width;
        this.height = height;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public String title() {
        return model.title.get();
    }

    /** The caption of the x axis, "title [unit]", with times in seconds; empty for none. */
    public String xCaption() {
        return model.x.dataCaption();
    }

    /** The caption of the axis that a series is read from, "title [unit]"; empty for none. */
    public String yCaption(Series one) {
        return model.y(one.side()).caption();
    }

    /** All series, the hidden ones too, in the order of the legend. To be read only. */
    public List<Series> series() {
        return List.copyOf(model.series);
    }

    /** The same chart under another title. */
    public FrozenChart titled(String title) {
        var renamed = model.copy();
        renamed.title.set(title);
        return new FrozenChart(renamed, style, width, height);
    }

    /** The same chart with dark lines on white, as paper needs it, whatever the theme of the screen. */
    public FrozenChart onPaper() {
        return new FrozenChart(model, style.onPaper(), width, height);
    }

    /**
     * {@code chart,series,x_axis,y_axis,x,y,sd,n}: the title, and the last two only for means. Numbers are the shortest decimals that read back as
     * the same doubles; what is not a number is {@code NaN}, {@code Infinity} or {@code -Infinity}.
     */
    @Override
    public Stream<List<String>> table() {
        return Stream.concat(Stream.of(COLUMNS), series().stream().flatMap(this::rows));
    }

    private Stream<List<String>> rows(Series one) {
        var xCaption = xCaption();
        var yCaption = yCaption(one);
        return IntStream.range(0, one.size())
                .mapToObj(i -> List.of(
                        title(),
                        one.name(),
                        xCaption,
                        yCaption,
                        Double.toString(one.x(i)),
                        Double.toString(one.y(i)),
                        one.hasDeviations() ? Double.toString(one.deviation(i)) : "",
                        one.hasDeviations() ? Integer.toString(one.count(i)) : ""));
    }

    /** Title, legend and plot. */
    @Override
    public void paint(Surface surface) {
        surface.box(new Rectangle2D(0, 0, width, height), 0, style.background());
        var left = PADDING;
        var inner = Math.max(1, width - 2 * PADDING);
        var top = PADDING + Heading.paint(surface, style, title(), new Rectangle2D(left, PADDING, inner, height), GAP);
        var legend = new LegendPainter(surface, model, style).paint(new Rectangle2D(left, top, inner, height));
        top += legend == 0 ? 0 : legend + GAP;
        var bounds = new Rectangle2D(left, top, inner, Math.max(1, height - top - PADDING));
        var frame = PlotLayout.of(model, surface.meter(style.small().getSize()), bounds);
        new PlotPainter(surface, frame, style).paint(model.palette.get(), model.emptyText.get());
    }
}
