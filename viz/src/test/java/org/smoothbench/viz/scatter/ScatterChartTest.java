package org.smoothbench.viz.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportFormat;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ScatterChartTest {
    private final List<String> chosen = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ScatterChart chart;

    @Start
    void start(Stage stage) {
        chart = new ScatterChart();
        chart.xAxis().setTitle("robust accuracy");
        chart.xAxis().setUnit("%");
        chart.yAxis().setTitle("clean accuracy");
        chart.getPoints()
                .addAll(point("relu", 33, 68, false), point("silu", 42, 70, false), point("paper", 50, 72, true));
        chart.setOnChosen(point -> chosen.add(point.id()));
        stage.setScene(new Scene(new BorderPane(chart), 700, 460));
        stage.show();
    }

    private static ScatterPoint point(String name, double x, double y, boolean reference) {
        return new ScatterPoint(
                name,
                name,
                x,
                y,
                reference ? Double.NaN : 1.5,
                Double.NaN,
                0,
                Marker.CIRCLE,
                reference,
                List.of("PGD-10"));
    }

    @Test
    void keysStepFromPointToPointAndChooseOne(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.ENTER);

        assertThat(chosen).containsExactly("silu");
        assertThat(chart.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("silu;robust accuracy 42 % ± 1.500 %;clean accuracy 70;PGD-10");
        robot.type(KeyCode.LEFT);
        assertThat(chart.pointedAtProperty().get().orElseThrow().id()).isEqualTo("relu");
    }

    @Test
    void aPointThatGoesIsNoLongerPointedAt(FxRobot robot) {
        robot.interact(chart::requestFocus);
        robot.type(KeyCode.RIGHT);
        robot.interact(() -> chart.getPoints().clear());

        assertThat(chart.pointedAtProperty().get()).isEmpty();
    }

    @Test
    void isSavedWithNamesAndNumbers(@TempDir Path folder) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        var frozen = WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.freeze("Figure, measured"));

        ChartExport.write(frozen, new ExportFormat.Svg(), folder.resolve("s.svg"));
        ChartExport.write(frozen, new ExportFormat.Csv(), folder.resolve("s.csv"));
        ChartExport.write(frozen, new ExportFormat.Pdf(), folder.resolve("s.pdf"));

        var text = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("s.svg").toFile())
                .getDocumentElement()
                .getTextContent();
        assertThat(text).contains("Figure, measured", "relu", "paper", "robust accuracy [%]");
        assertThat(Files.readAllLines(folder.resolve("s.csv")))
                .hasSize(4)
                .contains("relu,measured,robust accuracy [%],clean accuracy,33.0,68.0,1.5,,PGD-10")
                .contains("paper,published,robust accuracy [%],clean accuracy,50.0,72.0,,,PGD-10");
        assertThat(Files.size(folder.resolve("s.pdf"))).isPositive();
    }

    @Test
    void whatIsSaidOfReferencePointsIsInFilesToo(@TempDir Path folder) throws Exception {
        var said = "paper: ResNet-50, PGD-200, eps 4/255, on ImageNet";
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.getNotes().add(said));
        WaitForAsyncUtils.waitForFxEvents();
        var frozen = WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.freeze(""));
        ChartExport.write(frozen, new ExportFormat.Svg(), folder.resolve("s.svg"));

        assertThat(Files.readString(folder.resolve("s.svg"))).contains(said);
    }
}
