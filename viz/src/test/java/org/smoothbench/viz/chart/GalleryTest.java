package org.smoothbench.viz.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smoothbench.viz.export.ChartExport;
import org.smoothbench.viz.export.ExportFormat;
import org.smoothbench.viz.palette.SeriesPalette;
import org.smoothbench.viz.palette.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Draws typical charts in both themes, checks their colours, and leaves the pictures in the build folder. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    /** Colours that a chart has to look up, as an application's theme defines them. */
    private static final String DARK_THEME = "-color-bg-default: #0d1117; -color-fg-default: #c9d1d9;"
            + "-color-fg-muted: #8b949e; -color-border-muted: #21262d;";

    private static final String BOUND = "-viz-background: -color-bg-default; -viz-text: -color-fg-default;"
            + "-viz-muted: -color-fg-muted; -viz-grid: -color-border-muted;";

    @SuppressWarnings("NullAway.Init")
    private LineChart chart;

    @Start
    void start(Stage stage) {
        chart = new LineChart();
        chart.setTitle("Accuracy and loss, PGD-10, ε = 8/255");
        chart.xAxis().setTitle("epoch");
        chart.xAxis().setSmallestStep(1);
        chart.leftAxis().setTitle("accuracy");
        chart.leftAxis().setUnit("%");
        chart.leftAxis().setFixedRange(new Range(0, 100));
        chart.rightAxis().setTitle("train loss");
        Stages.show(stage, chart);
    }

    @ParameterizedTest
    @EnumSource
    void empty(Theme theme) {
        show(theme, "empty");
    }

    @ParameterizedTest
    @EnumSource
    void threeEpochs(Theme theme, FxRobot robot) {
        Stages.run(() -> chart.getSeries()
                .addAll(
                        Points.fill(series("clean accuracy", AxisSide.LEFT, 0), 1, 38.2, 2, 52.7, 3, 61.4),
                        Points.fill(series("robust accuracy", AxisSide.LEFT, 1), 1, 22.1, 2, 30.9, 3, 35.6),
                        Points.fill(series("train loss", AxisSide.RIGHT, 2), 1, 2.08, 2, 1.71, 3, 1.52)));
        Stages.picture(chart);
        robot.moveTo(chart);

        show(theme, "three-epochs", 0, 1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void longRuns(Theme theme) {
        var noise = new Random(7);
        Stages.run(() -> {
            for (var run = 0; run < 2; run++) {
                var clean = series(run == 0 ? "ReLU clean" : "SiLU clean", AxisSide.LEFT, 2 * run);
                var robust = new Series(
                        run == 0 ? "ReLU robust" : "SiLU robust", AxisSide.LEFT, 2 * run + 1, LineStyle.DASHED);
                for (var epoch = 1; epoch <= 100; epoch++) {
                    var progress = 1 - Math.exp(-epoch / 22.0);
                    clean.append(epoch, (82 + 4 * run) * progress + noise.nextGaussian());
                    robust.append(epoch, epoch == 60 ? Double.NaN : (44 + 6 * run) * progress + noise.nextGaussian());
                }
                chart.getSeries().addAll(clean, robust);
            }
            var loss = new Series("train loss", AxisSide.RIGHT, 4, LineStyle.SOLID);
            for (var step = 0; step < 100_000; step++) {
                loss.append(step / 1000.0, 0.6 + 1.9 * Math.exp(-step / 25_000.0) + 0.08 * noise.nextGaussian());
            }
            chart.getSeries().add(loss);
            chart.getSeries().get(2).setVisible(false);
        });

        show(theme, "long-runs", 0, 1, 3, 4);
    }

    @ParameterizedTest
    @EnumSource
    void logScaleSmoothingBandAndEvents(Theme theme, FxRobot robot) throws IOException {
        var noise = new Random(11);
        Stages.run(() -> {
            chart.setTitle("Training loss and robust accuracy over 3 seeds, PGD-10, ε = 8/255");
            chart.xAxis().setLogarithmic(true);
            chart.leftAxis().setTitle("robust accuracy");
            chart.rightAxis().setLogarithmic(true);
            var seeds = new ArrayList<Series>();
            for (var seed = 0; seed < 3; seed++) {
                var one = series("seed " + seed, AxisSide.LEFT, 0);
                for (var epoch = 1; epoch <= 100; epoch++) {
                    one.append(epoch, 48 * (1 - Math.exp(-epoch / 22.0)) + 3 + 2.5 * noise.nextGaussian());
                }
                seeds.add(one);
            }
            var means = series("SiLU, 3 seeds", AxisSide.LEFT, 1);
            MeanPoint.over(seeds).forEach(means::append);
            var loss = new Series("train loss", AxisSide.RIGHT, 0, LineStyle.SOLID);
            for (var step = 0; step <= 100_000; step++) {
                loss.append(step / 1000.0, 3 * Math.exp(-step / 25_000.0 + 0.3 * noise.nextGaussian()));
            }
            chart.getSeries().addAll(means, loss);
            chart.setSmoothing(0.9);
            chart.getMarks()
                    .addAll(
                            new EventMark(20, "R", "resumed after a crash"),
                            new EventMark(21, "C", "collapse detected: robust accuracy fell by 12 points"),
                            new EventMark(60, "R", "resumed after a crash"));
        });
        Stages.picture(chart);
        robot.moveTo(chart).moveBy(223, 0);

        show(theme, "features", 0, 1);
        var frozen = Stages.call(chart::freeze);
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        var name = "export-" + theme.name().toLowerCase(Locale.ROOT);
        ChartExport.write(frozen, new ExportFormat.Png(2), folder.resolve(name + ".png"));
        ChartExport.write(frozen, new ExportFormat.Svg(), folder.resolve(name + ".svg"));
        ChartExport.write(frozen, new ExportFormat.Pdf(), folder.resolve(name + ".pdf"));
        ChartExport.write(frozen.onPaper(), new ExportFormat.Png(1), folder.resolve(name + "-on-paper.png"));
    }

    private void show(Theme theme, String name, int... colours) {
        Stages.run(() -> {
            chart.getScene().getRoot().setStyle(theme == Theme.DARK ? DARK_THEME : "");
            chart.setStyle(theme == Theme.DARK ? BOUND : "");
        });
        var picture = Stages.picture(chart);
        Stages.write(picture, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        assertThat(picture.getPixelReader().getColor(1, 1))
                .isEqualTo(theme == Theme.DARK ? Color.web("#0d1117") : Color.WHITE);
        for (var colour : colours) {
            assertThat(Stages.pixelsLike(
                            picture, SeriesPalette.colourBlindSafe().colour(colour, theme)))
                    .as("colour %d", colour)
                    .isGreaterThan(100);
        }
    }

    private static Series series(String name, AxisSide side, int colour) {
        return new Series(name, side, colour, side == AxisSide.LEFT ? LineStyle.SOLID : LineStyle.DOTTED);
    }
}
