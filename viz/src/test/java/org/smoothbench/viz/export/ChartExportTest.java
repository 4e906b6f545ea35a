package org.smoothbench.viz.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.FrozenChart;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Range;
import org.smoothbench.viz.chart.Series;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Element;

/** Saves a chart in every format and reads the files with somebody else's code. */
@ExtendWith(ApplicationExtension.class)
class ChartExportTest {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int BLUE = 0x0072b2;
    private static final int VERMILION = 0xd55e00;

    private final Series clean = new Series("clean, \"best\"", AxisSide.LEFT, 0, LineStyle.SOLID);
    private final Series hidden = new Series("hidden", AxisSide.LEFT, 1, LineStyle.SOLID);
    private final Series loss = new Series("loss", AxisSide.RIGHT, 2, LineStyle.SOLID);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LineChart chart;

    @Start
    void start(Stage stage) {
        chart = new LineChart();
        chart.setTitle("Accuracy, ε = 8/255 <PGD-10>");
        chart.xAxis().setTitle("epoch");
        chart.leftAxis().setTitle("accuracy");
        chart.leftAxis().setUnit("%");
        chart.leftAxis().setFixedRange(new Range(0, 100));
        chart.rightAxis().setTitle("train loss");
        clean.append(1, 38.2);
        clean.append(2, 0.1 + 0.2);
        clean.append(3, Double.NaN);
        clean.append(4, 61.4);
        clean.append(5, 90);
        hidden.append(1, -1e-310);
        hidden.append(2, Double.NEGATIVE_INFINITY);
        hidden.setVisible(false);
        var noise = new Random(1);
        for (var i = 0; i < 100_000; i++) {
            loss.append(1 + i / 25_000.0, 1 + noise.nextDouble());
        }
        chart.getSeries().addAll(List.of(clean, hidden, loss));
        stage.setScene(new Scene(new BorderPane(chart), WIDTH, HEIGHT));
        stage.show();
    }

    @Test
    void aPictureHasTheScaleAndTheColours() throws IOException {
        var picture = ImageIO.read(save(new ExportFormat.Png(2), "c.png").toFile());

        assertThat(picture.getWidth()).isEqualTo(2 * WIDTH);
        assertThat(picture.getHeight()).isEqualTo(2 * HEIGHT);
        assertThat(picture.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        assertThat(pixels(picture, BLUE)).isGreaterThan(300);
        assertThat(pixels(picture, VERMILION)).as("a hidden series").isZero();
        assertThat(ImageIO.read(save(new ExportFormat.Png(3), "c.png").toFile()).getWidth())
                .isEqualTo(3 * WIDTH);
    }

    @Test
    void theThemeOfTheScreenIsKeptUnlessPaperIsWanted() throws IOException {
        WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> chart.setStyle("-viz-background: #0d1117; -viz-text: #e6edf3; -viz-grid: #21262d;"));
        WaitForAsyncUtils.waitForFxEvents();
        var frozen = freeze();

        ChartExport.write(frozen, new ExportFormat.Png(1), folder.resolve("dark.png"));
        ChartExport.write(frozen.onPaper(), new ExportFormat.Png(1), folder.resolve("paper.png"));

        var dark = ImageIO.read(folder.resolve("dark.png").toFile());
        var paper = ImageIO.read(folder.resolve("paper.png").toFile());
        assertThat(dark.getRGB(2, 2) & 0xffffff).isEqualTo(0x0d1117);
        assertThat(pixels(dark, 0x56a8f5)).isGreaterThan(70);
        assertThat(paper.getRGB(2, 2) & 0xffffff).isEqualTo(0xffffff);
        assertThat(pixels(paper, BLUE)).isGreaterThan(70);
    }

    @Test
    void aDrawingHasTextsAndPolylines() throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(save(new ExportFormat.Svg(), "c.svg").toFile())
                .getDocumentElement();

        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 720 420");
        assertThat(elements(root, "text"))
                .extracting(Element::getTextContent)
                .contains(chart.titleProperty().get(), "clean, \"best\"", "loss (right)", "accuracy [%]", "train loss")
                .contains("epoch", "0", "20", "100")
                .doesNotContain("hidden");
        var blue = elements(root, "polyline").stream()
                .filter(line -> line.getAttribute("stroke").equals("#0072b2"))
                .toList();
        // The legend's sample, and a line on either side of the gap.
        assertThat(blue).hasSize(3);
        var last = blue.getLast().getAttribute("points").split(" ", -1);
        assertThat(last).hasSize(2);
        assertThat(y(last[1])).as("90 above 61.4").isLessThan(y(last[0]));
        assertThat(Files.size(folder.resolve("c.svg")))
                .as("100,000 points are outlined, not listed")
                .isLessThan(300_000);
    }

    @Test
    void aPageHasTextAndLines() throws IOException {
        try (var document = Loader.loadPDF(save(new ExportFormat.Pdf(), "c.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(540);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(315);
            assertThat(new PDFTextStripper().getText(document))
                    .contains(chart.titleProperty().get(), "clean, \"best\"", "loss (right)", "accuracy [%]", "epoch")
                    .contains("100")
                    .doesNotContain("hidden");
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 192);
            assertThat(picture.getWidth()).isEqualTo(2 * WIDTH);
            assertThat(pixels(picture, BLUE)).isGreaterThan(300);
        }
    }

    @Test
    void aPageKeepsLettersThatItsFontLacks() throws IOException {
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.setTitle("精度"));

        try (var document = Loader.loadPDF(save(new ExportFormat.Pdf(), "c.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("epoch");
        }
    }

    @Test
    void theTableHasEveryPointBitForBit() throws IOException {
        var lines = Files.readAllLines(save(new ExportFormat.Csv(), "c.csv"));

        assertThat(lines).hasSize(1 + 5 + 2 + 100_000);
        assertThat(lines.getFirst()).isEqualTo("chart,series,x_axis,y_axis,x,y,sd,n");
        assertThat(lines.get(1))
                .isEqualTo("\"Accuracy, ε = 8/255 <PGD-10>\",\"clean, \"\"best\"\"\",epoch,accuracy [%],1.0,38.2,,");
        assertThat(lines.get(3)).endsWith(",3.0,NaN,,");
        assertThat(lines.get(7))
                .isEqualTo("\"Accuracy, ε = 8/255 <PGD-10>\",hidden,epoch,accuracy [%],2.0,-Infinity,,");
        var row = 1;
        for (var one : List.of(clean, hidden, loss)) {
            for (var i = 0; i < one.size(); i++, row++) {
                var cells = lines.get(row).split(",", -1);
                assertThat(Double.doubleToLongBits(Double.parseDouble(cells[cells.length - 4])))
                        .isEqualTo(Double.doubleToLongBits(one.x(i)));
                assertThat(Double.doubleToLongBits(Double.parseDouble(cells[cells.length - 3])))
                        .isEqualTo(Double.doubleToLongBits(one.y(i)));
            }
        }
    }

    @Test
    void aScaleIsFromOneToEight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportFormat.Png(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExportFormat.Png(Double.NaN));
    }

    private FrozenChart freeze() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.freeze());
    }

    private Path save(ExportFormat format, String name) throws IOException {
        var target = folder.resolve(name);
        ChartExport.write(freeze(), format, target);
        return target;
    }

    private static double y(String point) {
        return Double.parseDouble(point.substring(point.indexOf(',') + 1));
    }

    private static List<Element> elements(Element root, String name) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(name);
        for (var i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static int pixels(BufferedImage picture, int colour) {
        var count = 0;
        for (var x = 0; x < picture.getWidth(); x++) {
            for (var y = 0; y < picture.getHeight(); y++) {
                count += (picture.getRGB(x, y) & 0xffffff) == colour ? 1 : 0;
            }
        }
        return count;
    }
}
