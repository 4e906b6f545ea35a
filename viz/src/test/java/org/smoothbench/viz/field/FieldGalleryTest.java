package org.smoothbench.viz.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.chart.Stages;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Draws typical landscapes in both themes, checks their colours, and leaves the pictures in the build folder. */
@ExtendWith(ApplicationExtension.class)
class FieldGalleryTest {
    private static final String DARK =
            "-viz-background: #0d1117; -viz-text: #c9d1d9; -viz-muted: #8b949e; -viz-grid: #21262d;";

    @SuppressWarnings("NullAway.Init")
    private FieldChart chart;

    @Start
    void start(Stage stage) {
        chart = new FieldChart();
        stage.setScene(new Scene(new BorderPane(chart), 620, 720));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void kinked(Theme theme) throws Exception {
        Stages.run(() -> Landscapes.fill(chart, Landscapes.of(101, Landscapes.RELU), "ReLU"));

        show(theme, "field-kinked");
        export(theme, "field-kinked");
    }

    @ParameterizedTest
    @EnumSource
    void smoothWithHolesAndNote(Theme theme) {
        Stages.run(() -> {
            Landscapes.fill(chart, Landscapes.withHoles(Landscapes.of(101, Landscapes.SILU)), "SiLU");
            chart.bordersProperty().set(true);
            chart.colourMapProperty().set(ColourMap.CIVIDIS);
            chart.pointAt(0.5, 0.12);
        });

        show(theme, "field-smooth");
    }

    @ParameterizedTest
    @EnumSource
    void classes(Theme theme) throws Exception {
        Stages.run(() -> {
            Landscapes.fill(chart, Landscapes.of(101, Landscapes.RELU), "ReLU");
            chart.viewProperty().set(FieldView.CLASSES);
        });

        show(theme, "field-classes");
        export(theme, "field-classes");
    }

    @ParameterizedTest
    @EnumSource
    void section(Theme theme) throws Exception {
        var kinked = Landscapes.of(101, Landscapes.RELU);
        var smooth = Landscapes.of(101, Landscapes.SILU);
        var section = new SectionChart();
        Stages.run(() -> {
            section.setTitle("Loss along the section");
            section.xAxis().setTitle("a, adversarial");
            section.xAxis().setUnit("ε");
            section.valueAxis().setTitle("cross-entropy");
            section.setCurves(List.of(
                    new SectionCurve("ReLU", 0, kinked),
                    new SectionCurve(
                            "SiLU, mean", 1, smooth, Landscapes.moved(smooth, -1), Landscapes.moved(smooth, 2))));
            section.lineProperty().set(new SectionLine(-1.7, -1.2, 1.6, 1.3));
            section.setStyle(theme == Theme.DARK ? DARK : "");
            chart.getScene().setRoot(new BorderPane(section));
        });
        var lineChart = section.getChildren().getFirst();
        Stages.run(() -> lineChart.setStyle(theme == Theme.DARK ? DARK : ""));
        Stages.write(Stages.picture(lineChart), "field-section-" + theme.name().toLowerCase(Locale.ROOT));
        var picture = Stages.picture(lineChart);
        for (var colour = 0; colour < 2; colour++) {
            assertThat(Stages.pixelsLike(
                            picture, SeriesPalette.colourBlindSafe().colour(colour, theme)))
                    .isGreaterThan(300);
        }
    }

    /** At sizes that a page may give it, nothing runs into anything else. */
    @ParameterizedTest
    @CsvSource({"300,300", "420,340", "900,500", "950,950"})
    void sizes(int width, int height) {
        // In a scene without a window, since the headless screen is small.
        var sized = Stages.call(() -> {
            var other = new FieldChart();
            Landscapes.fill(other, Landscapes.of(101, Landscapes.RELU), "ReLU");
            new Scene(new BorderPane(other), width, height);
            return other;
        });
        var picture = Stages.call(() -> sized.getScene().snapshot(null));
        Stages.write(picture, "field-size-" + width + "x" + height);
        assertThat(picture.getWidth()).isEqualTo(width);
        var area = Objects.requireNonNull(sized.axes()).area();
        assertThat(area.getWidth()).isGreaterThan(Math.min(width, height) / 3.0);
    }

    private void show(Theme theme, String name) {
        Stages.run(() -> chart.setStyle(theme == Theme.DARK ? DARK : ""));
        var picture = Stages.picture(chart);
        Stages.write(picture, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        assertThat(picture.getPixelReader().getColor(1, 1))
                .isEqualTo(theme == Theme.DARK ? Color.web("#0d1117") : Color.WHITE);
    }

    private void export(Theme theme, String name) throws Exception {
        var frozen = Stages.call(chart::freeze);
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        var file = name + "-export-" + theme.name().toLowerCase(Locale.ROOT);
        ChartExport.write(frozen, new ExportFormat.Png(2), folder.resolve(file + ".png"));
        ChartExport.write(frozen, new ExportFormat.Svg(), folder.resolve(file + ".svg"));
        ChartExport.write(frozen, new ExportFormat.Pdf(), folder.resolve(file + ".pdf"));
    }
}
