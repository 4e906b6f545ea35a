package org.smoothbench.app.charts;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Lays charts out in as many columns of one width as there is room for, and in rows of one height, so that whole rows fill
 * what is seen at once.
 */
final class CardGrid extends Region {

    private static final double GAP = 10;
    private static final double LEAST_WIDTH = 430;
    private static final double ROW = 300;
    private static final double LEAST_ROW = 240;
    private static final double BEST_SHAPE = 1.8;
    private static final double EMPTY = 0.3;

    private double seenHeight;

    CardGrid() {
        getStyleClass().add("chart-grid");
    }

    void show(List<? extends Node> cards) {
        if (!getChildren().equals(cards)) {
            getChildren().setAll(cards);
        }
    }

    /** Takes up how much of the height is seen at once. */
    void see(double height) {
        if (height != seenHeight) {
            seenHeight = height;
            requestLayout();
        }
    }

    private int rows(int columns) {
        return Math.ceilDiv(getChildren().size(), columns);
    }

    private double rowHeight(int columns) {
        double inner = seenHeight - snappedTopInset() - snappedBottomInset();
        long seen = Math.clamp(Math.round((inner + GAP) / (ROW + GAP)), 1, Math.max(1, rows(columns)));
        return snapSizeY(Math.max(LEAST_ROW, (inner - (seen - 1) * GAP) / seen - 0.5));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** As many columns as give cards the shape that charts are best read in. */
    private int columns(double width) {
        double inner = width - snappedLeftInset() - snappedRightInset();
        int most = Math.clamp(
                (long) ((inner + GAP) / (LEAST_WIDTH + GAP)),
                1,
                Math.max(1, getChildren().size()));
        return IntStream.rangeClosed(1, most)
                .boxed()
                .min(Comparator.comparingDouble(
                        columns -> Math.abs(Math.log((inner + GAP) / columns / rowHeight(columns) / BEST_SHAPE))
                                + EMPTY
                                        * ((double) rows(columns)
                                                        * columns
                                                        / getChildren().size()
                                                - 1)))
                .orElse(1);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        double width = snapSizeX((inner - (columns - 1) * GAP) / columns - 0.5);
        double row = rowHeight(columns);
        for (int i = 0; i < getChildren().size(); i++) {
            double x = snappedLeftInset() + i % columns * (width + GAP);
            double y = snappedTopInset() + Math.floorDiv(i, columns) * (row + GAP);
            getChildren().get(i).resizeRelocate(snapPositionX(x), snapPositionY(y), width, row);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        int columns = columns(width < 0 ? getWidth() : width);
        int rows = rows(columns);
        return snappedTopInset() + rows * (rowHeight(columns) + GAP) - (rows == 0 ? 0 : GAP) + snappedBottomInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + 200 + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + LEAST_WIDTH + snappedRightInset();
    }
}
