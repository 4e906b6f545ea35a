package org.smoothbench.viz.image;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.smoothbench.viz.chart.ChartStyle;
import org.smoothbench.viz.palette.SeriesPalette;

/** Draws the tiles of a grid. */
final class TilePainter {
    private static final double SIGN = 13;
    private static final double RING = 2.5;

    // The palette's vermilion, green and ink say fooled, good and wrong in both themes.
    private static final int FOOLED = 1;
    private static final int GOOD = 2;
    private static final int WRONG = 6;

    private final Canvas canvas;
    private ChartStyle style = new ChartStyle(
            Color.WHITE,
            Color.BLACK,
            Color.GRAY,
            Color.LIGHTGRAY,
            Font.getDefault(),
            org.smoothbench.viz.palette.Theme.LIGHT);
    private boolean focused;

    TilePainter(Canvas canvas) {
        this.canvas = canvas;
    }

    void begin(ChartStyle newStyle, boolean isFocused) {
        style = newStyle;
        focused = isFocused;
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    void tile(double x, double y, double side, Tile tile, @Nullable Image image, boolean chosen) {
        var g = canvas.getGraphicsContext2D();
        if (image == null) {
            g.setFill(style.grid());
            g.fillRect(x + 2, y + 2, side - 4, side - 4);
        } else {
            draw(g, image, x + 2, y + 2, side - 4);
        }
        sign(g, tile.mark(), x + side - SIGN - 1, y + side - SIGN - 1);
        if (chosen) {
            g.setStroke(focused ? accent() : style.text());
            g.setLineWidth(RING);
            g.strokeRect(x + RING / 2, y + RING / 2, side - RING, side - RING);
        }
    }

    private static void draw(GraphicsContext g, Image image, double x, double y, double room) {
        var scale = Math.min(1, room / Math.max(image.getWidth(), image.getHeight()));
        var width = image.getWidth() * scale;
        var height = image.getHeight() * scale;
        g.drawImage(image, Math.rint(x + (room - width) / 2), Math.rint(y + (room - height) / 2), width, height);
    }

    private void sign(GraphicsContext g, TileMark mark, double x, double y) {
        if (mark == TileMark.NONE) {
            return;
        }
        g.setFill(
                switch (mark) {
                    case GOOD -> colour(GOOD);
                    case FOOLED -> colour(FOOLED);
                    case WRONG, NONE -> colour(WRONG);
                });
        g.fillRoundRect(x, y, SIGN, SIGN, 4, 4);
        g.setFill(style.background().getOpacity() == 0 ? Color.WHITE : style.background());
        g.setFont(Font.font(style.small().getFamily(), FontWeight.BOLD, SIGN - 2));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(mark.sign(), x + SIGN / 2, y + SIGN / 2);
    }

    private Color accent() {
        return colour(0);
    }

    private Color colour(int index) {
        return SeriesPalette.colourBlindSafe().colour(index, style.theme());
    }
}
