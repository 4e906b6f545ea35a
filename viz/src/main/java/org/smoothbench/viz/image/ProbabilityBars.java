package org.smoothbench.viz.image;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.StyledChart;
import org.smoothbench.viz.palette.SeriesPalette;

/**
 * A row for each of the likeliest classes: a thin bar for the probability before, a thick one for that after, and both
 * numbers in percent. The image's class is in bold. Colours come from the style sheets as those of charts do. FX thread only.
 */
// Nothing calls the view before it is whole.
@SuppressWarnings("this-escape")
public final class ProbabilityBars extends StyledChart {
    /** More rows would be too small to read. */
    private static final int MOST_ROWS = 4;

    private static final double ROW = 21;
    private static final double NAME = 82;
    private static final double NUMBERS = 78;
    private static final double SHORTEST_BAR = 24;

    // The palette's blue is the image's class, its vermilion any other.
    private static final int OWN = 0;
    private static final int OTHER = 1;

    private final Canvas canvas = new Canvas();
    private List<ClassProbability> rows = List.of();

    /** Bars of nothing. */
    public ProbabilityBars() {
        getStyleClass().add("viz-probability-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
    }

    /** Shows the classes that are likeliest before or after; the image's class in any case. */
    public void show(List<ClassProbability> classes) {
        var likeliest = classes.stream()
                .sorted(Comparator.comparing(ClassProbability::label, Comparator.reverseOrder())
                        .thenComparingDouble(each -> -Math.max(each.before(), each.after())))
                .limit(MOST_ROWS)
                .toList();
        rows = likeliest;
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        draw();
    }

    /** What is shown, from above. */
    public List<ClassProbability> shown() {
        return rows;
    }

    private void draw() {
        var g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        for (var i = 0; i < rows.size(); i++) {
            row(g, rows.get(i), i * ROW);
        }
    }

    private void row(GraphicsContext g, ClassProbability each, double y) {
        var style = style();
        var small = style.small();
        var room = Math.max(SHORTEST_BAR, canvas.getWidth() - NAME - NUMBERS);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(Font.font(small.getFamily(), each.label() ? FontWeight.BOLD : FontWeight.NORMAL, small.getSize()));
        g.setFill(style.text());
        g.fillText(each.name(), 0, y + ROW / 2, NAME - 6);
        g.setFill(style.grid());
        g.fillRect(NAME, y + 3, room, ROW - 6);
        g.setFill(style.muted());
        g.fillRect(NAME, y + 4, bar(each.before(), room), 4);
        g.setFill(colour(each.label() ? OWN : OTHER));
        g.fillRect(NAME, y + 9, bar(each.after(), room), ROW - 13);
        g.setFont(small);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(style.text());
        var change = String.format(Locale.ROOT, "%.0f → %s", 100 * each.before(), percent(each.after()));
        g.fillText(change, canvas.getWidth(), y + ROW / 2, NUMBERS - 4);
    }

    private static double bar(double probability, double room) {
        return Double.isFinite(probability) ? Math.clamp(probability, 0, 1) * room : 0;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private Color colour(int index) {
        return SeriesPalette.colourBlindSafe().colour(index, style().theme());
    }

    @Override
    protected void restyle() {
        draw();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT) {
            return rows.stream()
                    .map(each -> each.name() + (each.label() ? ", the image's class: " : ": ") + percent(each.before())
                            + " before, " + percent(each.after()) + " after")
                    .collect(Collectors.joining("; "));
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset()));
        canvas.setHeight(Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset()));
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        draw();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + NAME + NUMBERS + 100 + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + MOST_ROWS * ROW + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + NAME + NUMBERS + SHORTEST_BAR + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
