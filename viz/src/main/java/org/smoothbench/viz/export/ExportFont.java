package org.smoothbench.viz.export;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.smoothbench.viz.chart.Surface.Lettering;
import org.smoothbench.viz.chart.TextMeter;

/**
 * The font of exported charts: Liberation Sans, which PDFBox brings along, so that a chart looks the same from every machine.
 * Its letters are as wide as Arial's and Helvetica's. For one thread.
 */
final class ExportFont {
    static final String FAMILIES = "'Liberation Sans', Arial, Helvetica, sans-serif";

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font font;
    /** For letters that ours lacks. */
    private final Font fallback = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    ExportFont() throws IOException {
        try (var file = open()) {
            font = Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (FontFormatException e) {
            throw new IOException("the font " + FILE + " cannot be read", e);
        }
    }

    /** The font's file. */
    static InputStream open() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE);
    }

    boolean canWrite(String text) {
        return font.canDisplayUpTo(text) < 0;
    }

    TextMeter meter(double size) {
        return new TextMeter() {
            @Override
            public double width(String text) {
                return widthOf(text, size);
            }

            @Override
            public double lineHeight() {
                return Math.ceil(ascent(size) + descent(size));
            }
        };
    }

    double left(String text, double x, Lettering lettering) {
        return switch (lettering.horizontal()) {
            case LEFT -> x;
            case CENTER -> x - widthOf(text, lettering.size()) / 2;
            case RIGHT -> x - widthOf(text, lettering.size());
        };
    }

    double baseline(double y, Lettering lettering) {
        var ascent = ascent(lettering.size());
        var descent = descent(lettering.size());
        return switch (lettering.vertical()) {
            case TOP -> y + ascent;
            case CENTER -> y + (ascent - descent) / 2;
            case BOTTOM -> y - descent;
            case BASELINE -> y;
        };
    }

    /** The outlines of a text that begins at 0, 0. */
    Path2D outline(String text, double size) {
        return new Path2D.Double(
                fontFor(text, size).createGlyphVector(EXACT, text).getOutline());
    }

    Font fontFor(String text, double size) {
        return (canWrite(text) ? font : fallback).deriveFont((float) size);
    }

    private double widthOf(String text, double size) {
        return text.isEmpty()
                ? 0
                : fontFor(text, size).getStringBounds(text, EXACT).getWidth();
    }

    private double ascent(double size) {
        return font.deriveFont((float) size).getLineMetrics("0", EXACT).getAscent();
    }

    private double descent(double size) {
        return font.deriveFont((float) size).getLineMetrics("0", EXACT).getDescent();
    }
}
