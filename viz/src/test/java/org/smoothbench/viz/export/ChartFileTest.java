package org.smoothbench.viz.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.viz.chart.AxisSide;
import org.smoothbench.viz.chart.Drawing;
import org.smoothbench.viz.chart.FrozenChart;
import org.smoothbench.viz.chart.LineChart;
import org.smoothbench.viz.chart.LineStyle;
import org.smoothbench.viz.chart.Series;
import org.smoothbench.viz.chart.Surface;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What becomes of files when a chart is saved: whole or not at all, off the caller's thread, and why not. */
@ExtendWith(ApplicationExtension.class)
class ChartFileTest {
    private final Series accuracy = new Series("clean", AxisSide.LEFT, 0, LineStyle.SOLID);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private LineChart chart;

    @Start
    void start(Stage stage) {
        chart = new LineChart();
        accuracy.append(1, 38.2);
        accuracy.append(4, 61.4);
        chart.getSeries().add(accuracy);
        stage.setScene(new Scene(new BorderPane(chart), 400, 300));
        stage.show();
    }

    @Test
    void savesWhatWasThereWhenAskedAndOffTheCallersThread() throws Exception {
        var target = folder.resolve("later.csv");
        var queued = new ArrayList<Runnable>();
        var saved = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var future = new ChartExport(queued::add).save(chart, new ExportFormat.Csv(), target);
            accuracy.clear();
            return future;
        });
        assertThat(target).doesNotExist();

        try (var thread = Executors.newSingleThreadExecutor()) {
            queued.forEach(thread::execute);
            assertThat(saved.get(20, TimeUnit.SECONDS)).isEqualTo(target);
        }
        assertThat(Files.readString(target)).contains(",4.0,61.4");
    }

    @Test
    void aFileIsReplacedWholeAndLeavesNothingBeside() throws IOException {
        var target = Files.writeString(folder.resolve("c.svg"), "old and longer than nothing");

        ChartExport.write(freeze(), new ExportFormat.Svg(), target);

        assertThat(Files.readString(target)).startsWith("<?xml").endsWith("</svg>");
        assertThat(folder.toFile().list()).containsExactly("c.svg");
    }

    @Test
    void aDiskThatFillsUpIsNamedAndLeavesNoHalfFile() throws IOException {
        var target = Files.writeString(folder.resolve("c.csv"), "old");

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> ChartExport.write(new FillsTheDisk(), new ExportFormat.Csv(), target))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("the disk is full"));

        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("c.csv");
    }

    /** Fails after some rows as a full disk does. */
    private record FillsTheDisk() implements Drawing {
        @Override
        public double width() {
            return 100;
        }

        @Override
        public double height() {
            return 100;
        }

        @Override
        public String title() {
            return "";
        }

        @Override
        public void paint(Surface surface) {}

        @Override
        public Stream<List<String>> table() {
            return IntStream.range(0, 10_000).mapToObj(i -> {
                if (i == 9_000) {
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }
                return List.of("a", "b", Integer.toString(i));
            });
        }
    }

    @Test
    void whatCannotBeSavedSaysWhereAndWhyAndKeepsTheOldFile() throws IOException {
        var target = Files.writeString(folder.resolve("c.png"), "old");
        var huge = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            var other = new LineChart();
            other.resize(1e5, 1e5);
            return other.freeze();
        });

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> ChartExport.write(huge, new ExportFormat.Png(2), target))
                .withMessageContaining(target.toString());
        assertThat(target).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("c.png");

        var nowhere = folder.resolve("missing").resolve("c.csv");
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> ChartExport.write(freeze(), new ExportFormat.Csv(), nowhere))
                .satisfies(e -> assertThat(e.target()).isEqualTo(nowhere))
                .satisfies(e -> assertThat(e.reason()).endsWith("missing does not exist"));
        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(() -> ChartExport.write(freeze(), new ExportFormat.Csv(), folder))
                .satisfies(e -> assertThat(e.reason()).isEqualTo("it is a folder"));
        assertThat(ExportException.of(target, new IOException("No space left on device")))
                .hasMessage("could not save " + target + ": the disk is full");
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsNamed() throws IOException {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        Assumptions.assumeFalse(Files.isWritable(folder), "this user may write anywhere");
        try {
            assertThatExceptionOfType(ExportException.class)
                    .isThrownBy(() -> ChartExport.write(freeze(), new ExportFormat.Csv(), folder.resolve("c.csv")))
                    .satisfies(e -> assertThat(e.reason()).contains(folder.toString(), "does not allow writing"));
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aFailureReachesWhoeverWaits() {
        var elsewhere = new ChartExport(Runnable::run).save(freeze(), new ExportFormat.Csv(), folder);
        var ending = new ChartExport(work -> {
                    throw new RejectedExecutionException("closed");
                })
                .save(freeze(), new ExportFormat.Csv(), folder.resolve("c.csv"));

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(elsewhere::get)
                .withCauseInstanceOf(ExportException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(ending::get)
                .withCauseInstanceOf(ExportException.class);
    }

    private FrozenChart freeze() {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> chart.freeze());
    }
}
