package org.smoothbench.viz.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Raster;
import org.smoothbench.viz.chart.Surface;
import org.smoothbench.viz.chart.TextMeter;

/** A scalable picture of polylines and text, with nothing that only browsers understand. */
final class SvgSurface implements Surface {
    /** Outlines for four times the size on the screen; more would only swell the file. */
    private static final double RESOLUTION = 4;

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamWriter xml;
    private final ExportFont font;
    private int clips;

    private SvgSurface(XMLStreamWriter xml, ExportFont font) {
        this.xml = xml;
        this.font = font;
    }

    static void write(Drawing chart, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            xml.writeNamespace("xlink", XLINK);
            xml.writeAttribute("width", number(chart.width()));
            xml.writeAttribute("height", number(chart.height()));
            xml.writeAttribute("viewBox", "0 0 " + number(chart.width()) + " " + number(chart.height()));
            xml.writeAttribute("font-family", ExportFont.FAMILIES);
            xml.writeAttribute("fill", "none");
            xml.writeAttribute("stroke-linejoin", "round");
            if (!chart.title().isEmpty()) {
                xml.writeStartElement("title");
                xml.writeCharacters(XmlText.allowed(chart.title()));
                xml.writeEndElement();
            }
            chart.paint(new SvgSurface(xml, new ExportFont()));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException | SvgFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public double resolution() {
        return RESOLUTION;
    }

    @Override
    public TextMeter meter(double size) {
        return font.meter(size);
    }

    @Override
    public void line(double[] xs, double[] ys, int count, Pen pen) {
        element("polyline", () -> {
            xml.writeAttribute("points", points(xs, ys, count));
            paint("stroke", pen.colour());
            xml.writeAttribute("stroke-width", number(pen.width()));
            var dashes = pen.style().dashes();
            if (dashes.length > 0) {
                xml.writeAttribute(
                        "stroke-dasharray",
                        Arrays.stream(dashes).mapToObj(SvgSurface::number).collect(Collectors.joining(" ")));
            }
        });
    }

    @Override
    public void polygon(double[] xs, double[] ys, int count, Color fill) {
        element("polygon", () -> {
            xml.writeAttribute("points", points(xs, ys, count));
            paint("fill", fill);
        });
    }

    @Override
    public void box(Rectangle2D area, double radius, Color fill) {
        element("rect", () -> {
            place(area);
            if (radius > 0) {
                xml.writeAttribute("rx", number(radius));
            }
            paint("fill", fill);
        });
    }

    @Override
    public void disc(double x, double y, double radius, Color fill) {
        element("circle", () -> {
            xml.writeAttribute("cx", number(x));
            xml.writeAttribute("cy", number(y));
            xml.writeAttribute("r", number(radius));
            paint("fill", fill);
        });
    }

    @Override
    public void image(Raster picture, Rectangle2D area) {
        element("image", () -> {
            place(area);
            xml.writeAttribute("preserveAspectRatio", "none");
            // Browsers know the second name, drawing programs the first.
            xml.writeAttribute("image-rendering", "optimizeSpeed");
            xml.writeAttribute("style", "image-rendering:pixelated");
            // Drawing programs want the older form.
            xml.writeAttribute("xlink", XLINK, "href", Pictures.dataAddress(picture));
        });
    }

    @Override
    public void text(String text, double x, double y, Lettering lettering) {
        if (text.isEmpty()) {
            return;
        }
        element("text", () -> {
            xml.writeAttribute("x", number(x));
            // Drawing programs disagree on other baselines.
            xml.writeAttribute("y", number(font.baseline(y, lettering)));
            xml.writeAttribute("font-size", number(lettering.size()));
            if (lettering.horizontal() != HPos.LEFT) {
                xml.writeAttribute("text-anchor", lettering.horizontal() == HPos.CENTER ? "middle" : "end");
            }
            // Where none of our fonts is installed, a wider one must not run into its neighbours.
            xml.writeAttribute("textLength", number(font.meter(lettering.size()).width(text)));
            xml.writeAttribute("lengthAdjust", "spacingAndGlyphs");
            paint("fill", lettering.colour());
            xml.writeCharacters(XmlText.allowed(text));
        });
    }

    @Override
    public void clipped(Rectangle2D area, Runnable content) {
        var id = "clip" + ++clips;
        element("defs", () -> {
            xml.writeStartElement("clipPath");
            xml.writeAttribute("id", id);
            xml.writeEmptyElement("rect");
            place(area);
            xml.writeEndElement();
        });
        element("g", () -> {
            xml.writeAttribute("clip-path", "url(#" + id + ")");
            content.run();
        });
    }

    private interface Body {
        void write() throws XMLStreamException, IOException;
    }

    private void element(String name, Body body) {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            body.write();
            xml.writeEndElement();
        } catch (XMLStreamException | IOException e) {
            throw new SvgFailure(e);
        }
    }

    private void place(Rectangle2D area) throws XMLStreamException {
        xml.writeAttribute("x", number(area.getMinX()));
        xml.writeAttribute("y", number(area.getMinY()));
        xml.writeAttribute("width", number(area.getWidth()));
        xml.writeAttribute("height", number(area.getHeight()));
    }

    private void paint(String attribute, Color colour) throws XMLStreamException {
        xml.writeAttribute(
                attribute,
                "#%02x%02x%02x"
                        .formatted(
                                Math.round(colour.getRed() * 255),
                                Math.round(colour.getGreen() * 255),
                                Math.round(colour.getBlue() * 255)));
        if (!colour.isOpaque()) {
            xml.writeAttribute(attribute + "-opacity", number(colour.getOpacity()));
        }
    }

    private static String points(double[] xs, double[] ys, int count) {
        var text = new StringBuilder(12 * count);
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return text.toString();
    }

    private static String number(double value) {
        var hundredths = Math.round(value * 100);
        return hundredths % 100 == 0
                ? Long.toString(hundredths / 100)
                : String.format(Locale.ROOT, "%s", hundredths / 100.0);
    }

    /** Carries a failure of the file through the painter. */
    private static final class SvgFailure extends RuntimeException {
        SvgFailure(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }
}
