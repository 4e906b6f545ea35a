package org.smoothbench.viz.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.field.ColourMap;
import org.smoothbench.viz.field.FieldChart;
import org.smoothbench.viz.field.ScalarField;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Element;

/** Saves heat maps and reads the files with somebody else's code. */
@ExtendWith(ApplicationExtension.class)
class FieldDrawingTest {
    private static final int SIDE = 31;
    private static final List<Integer> COLOURS =
            Arrays.stream(ColourMap.VIRIDIS.argbs()).boxed().toList();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** x over -1 to 1 squared, one of its vertices a hole. */
    private static Drawing drawing() {
        return drawing(500, 480);
    }

    private static Drawing drawing(double width, double height) {
        var values = new float[SIDE * SIDE];
        for (var i = 0; i < values.length; i++) {
            values[i] = 2f * (i % SIDE) / (SIDE - 1) - 1;
        }
        values[0] = Float.NaN;
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var chart = new FieldChart();
            chart.titleProperty().set("Loss <ReLU>");
            chart.captionProperty().set("PGD-10, ε = 8/255");
            chart.xAxis().setTitle("a");
            chart.valueAxis().setTitle("loss");
            chart.contoursProperty().set(4);
            chart.labelledProperty().set(false);
            chart.setField(ScalarField.of(SIDE, SIDE, new Range(-1, 1), new Range(-1, 1), values));
            chart.resize(width, height);
            return chart.freezeOnPaper();
        });
    }

    @Test
    void aPictureHasTheMapsColoursAtEveryScale() throws IOException {
        for (var scale : new int[] {1, 3}) {
            ChartExport.write(drawing(), new ExportFormat.Png(scale), folder.resolve("f.png"));

            var picture = ImageIO.read(folder.resolve("f.png").toFile());
            assertThat(picture.getWidth()).isEqualTo(500 * scale);
            assertSpansTheMap(picture, 240 * scale, scale);
        }
    }

    /** Along a row through the plane, the map runs from its first colour to its last. */
    private static void assertSpansTheMap(BufferedImage picture, int row, double scale) {
        var steps = new int[ColourMap.STEPS];
        var last = -1;
        for (var x = 0; x < picture.getWidth() - 120 * scale; x++) {
            // The first of its kind: in eight bits some neighbours are the same.
            var step = COLOURS.indexOf(picture.getRGB(x, row));
            if (step >= 0) {
                assertThat(step).as("column %d", x).isGreaterThanOrEqualTo(last);
                last = step;
                steps[step]++;
            }
        }
        assertThat(steps[0]).isPositive();
        assertThat(steps[255]).isPositive();
        assertThat(Arrays.stream(steps).filter(count -> count > 0).count()).isGreaterThan(200);
    }

    @Test
    void aScalableFileHasASharpPictureAndContoursAsLines() throws Exception {
        ChartExport.write(drawing(), new ExportFormat.Svg(), folder.resolve("f.svg"));

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("f.svg").toFile())
                .getDocumentElement();
        assertThat(root.getTextContent())
                .contains("Loss <ReLU>", "PGD-10, ε = 8/255", "loss", "1 of 961 vertices has no finite value");
        var images = root.getElementsByTagName("image");
        assertThat(images.getLength())
                .as("the plane, the colour bar, the sign of holes")
                .isEqualTo(3);
        var plane = (Element) images.item(1);
        assertThat(plane.getAttribute("image-rendering")).isEqualTo("optimizeSpeed");
        var address = plane.getAttribute("xlink:href");
        assertThat(address).startsWith("data:image/png;base64,");
        var picture = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1))));
        assertThat(picture.getWidth()).isEqualTo(3 * Integer.parseInt(plane.getAttribute("width")));
        assertSpansTheMap(picture, picture.getHeight() / 2, 0);
        // The contours -0.5, 0 and 0.5 are upright lines through the whole plane.
        var top = plane.getAttribute("y");
        var lines = root.getElementsByTagName("polyline");
        var contours = 0;
        for (var i = 0; i < lines.getLength(); i++) {
            var line = (Element) lines.item(i);
            contours += line.hasAttribute("stroke-opacity")
                            && line.getAttribute("points").contains("," + top)
                    ? 1
                    : 0;
        }
        assertThat(contours).isEqualTo(3);
    }

    @Test
    void aSmallOneLeavesTheCaptionOutButNotTheHoles() throws Exception {
        ChartExport.write(drawing(240, 170), new ExportFormat.Svg(), folder.resolve("f.svg"));

        assertThat(Files.readString(folder.resolve("f.svg")))
                .contains("1 of 961 vertices has no finite value")
                .doesNotContain("PGD-10");
    }

    @Test
    void aPageHasThePictureAndItsWords() throws IOException {
        ChartExport.write(drawing(), new ExportFormat.Pdf(), folder.resolve("f.pdf"));

        try (var document = Loader.loadPDF(folder.resolve("f.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Loss <ReLU>", "loss", "PGD-10");
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 96);
            assertSpansTheMap(picture, 240, 1);
        }
    }

    @Test
    void theTableHasEveryVertex() throws IOException {
        ChartExport.write(drawing(), new ExportFormat.Csv(), folder.resolve("f.csv"));

        var lines = Files.readAllLines(folder.resolve("f.csv"));
        assertThat(lines).hasSize(1 + SIDE * SIDE);
        assertThat(lines.getFirst()).isEqualTo("column,row,a,y,loss,class");
        assertThat(lines.get(1)).isEqualTo("0,0,-1.0,-1.0,NaN,");
        assertThat(lines.get(SIDE)).isEqualTo("30,0,1.0,-1.0,1.0,");
        assertThat(lines.getLast()).isEqualTo("30,30,1.0,1.0,1.0,");
    }
}
