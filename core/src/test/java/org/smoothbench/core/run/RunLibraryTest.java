package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;

final class RunLibraryTest {

    private static final Experiment SILU =
            new ExperimentFile().read(SampleExperiments.installed().demo().getLast());

    @TempDir
    Path folder;

    @Test
    void makesAQueuedRunWhole() throws IOException {
        Path root = folder.resolve("deep/runs");
        RunDirectory run = libraryAt(root, 9).create(SILU);
        assertThat(run.path()).isEqualTo(root.resolve("20261122-154209-sample-silu-s0"));
        assertThat(new ExperimentFile().read(run.experiment())).isEqualTo(SILU);
        assertThat(run.control()).isEmptyDirectory();
        RunStatus status = new RunReader().status(run).orElseThrow();
        assertThat(status.state()).isEqualTo(RunState.QUEUED);
        assertThat(status.createdMillis()).isEqualTo(clockAt(9).millis());
        assertThat(root).isDirectoryNotContaining("glob:**/.new-*");
    }

    @Test
    void runsOfTheSameSecondDiffer() throws Exception {
        RunLibrary library = libraryAt(folder, 0);
        List<Future<RunDirectory>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                made.add(threads.submit(() -> library.create(SILU)));
            }
        }
        List<String> ids = new ArrayList<>();
        for (Future<RunDirectory> run : made) {
            ids.add(run.get().id());
        }
        assertThat(ids).doesNotHaveDuplicates().contains("20261122-154200-sample-silu-s0");
        assertThat(library.list()).extracting(RunDirectory::id).containsExactlyInAnyOrderElementsOf(ids);
        for (RunDirectory run : library.list()) {
            assertThat(new RunReader().status(run)).isPresent();
        }
    }

    @Test
    void makesAFolderNameOfAnyName() {
        RunLibrary library = libraryAt(folder, 0);
        assertThat(library.create(SILU.withName("../..")).id()).isEqualTo("20261122-154200-run-s0");
        assertThat(library.create(SILU.withName(" A/B: ÄÖ c ")).id()).isEqualTo("20261122-154200-a-b-c-s0");
        assertThat(library.create(SILU.withName("x".repeat(500))).id()).hasSizeLessThan(100);
        assertThat(folder).isDirectoryContaining("glob:**-run-s0");
    }

    @Test
    void listsRunsNewestFirstAndNothingElse() throws IOException {
        RunLibrary library = libraryAt(folder, 0);
        assertThat(libraryAt(folder.resolve("none"), 0).list()).isEmpty();
        RunDirectory older = library.create(SILU);
        RunDirectory newer = libraryAt(folder, 30).create(SILU);
        Files.createDirectory(folder.resolve("notes"));
        Files.createFile(folder.resolve("file"));
        Files.writeString(Files.createDirectory(folder.resolve(".new-1")).resolve("experiment.json"), "{}");
        assertThat(library.list()).containsExactly(newer, older);
    }

    @Test
    void findsTheOneRunThatWasMeant() throws IOException {
        RunLibrary library = libraryAt(folder, 0);
        RunDirectory silu = library.create(SILU);
        RunDirectory again = library.create(SILU);
        RunDirectory relu = library.create(SILU.withName("relu"));
        assertThat(library.find(silu.id())).as("its id, which begins another's").isEqualTo(silu);
        assertThat(library.find("relu")).as("a part").isEqualTo(relu);
        assertThat(library.find("s0-2")).isEqualTo(again);
        assertThat(library.find(relu.path().toString())).as("its folder").isEqualTo(relu);
    }

    @Test
    void saysWhichRunsANameCouldMeanAndGuessesAtAMisspeltOne() {
        RunLibrary library = libraryAt(folder, 0);
        RunDirectory relu = library.create(SILU.withName("relu"));
        RunDirectory silu = library.create(SILU.withName("silu"));
        assertThat(usage(() -> library.find("20261122")).what())
                .startsWith("2 runs are called \"20261122\": ")
                .contains(relu.id(), silu.id());
        Problem none = usage(() -> library.find("20261122-154200-rlu-s0"));
        assertThat(none.what())
                .isEqualTo("no run is called \"20261122-154200-rlu-s0\" (did you mean \"" + relu.id() + "\"?)");
        assertThat(none.where()).isEqualTo(folder.toString());
        assertThat(usage(() -> library.find("\0")).what()).startsWith("no run is called");
    }

    @Test
    void leavesNothingWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "content");
        for (Path root : new Path[] {file, file.resolve("below"), file.resolve("far/below")}) {
            Problem problem = usage(() -> libraryAt(root, 0).create(SILU));
            assertThat(problem.what()).startsWith("the runs folder cannot be written");
            assertThat(problem.where()).isEqualTo(root.toString());
            assertThat(problem.remedy()).contains("--runs");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThat(file).content().isEqualTo("content");
    }

    /** A runs folder on a shared disk is read by colleagues; each decides with the umask. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aRunMayBeReadByWhomeverAnOrdinaryFolderMay() throws IOException {
        RunDirectory run = libraryAt(folder, 0).create(SILU);
        Path ordinary = Files.createDirectory(folder.resolve("ordinary"));
        assertThat(Files.getPosixFilePermissions(run.path())).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    private static Problem usage(ThrowingCallable call) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.problem()).isInstanceOf(Problem.Usage.class);
        return thrown.problem();
    }

    private static RunLibrary libraryAt(Path root, int second) {
        return new RunLibrary(root, clockAt(second));
    }

    private static Clock clockAt(int second) {
        ZoneId zone = ZoneId.systemDefault();
        return Clock.fixed(
                LocalDateTime.of(2026, 11, 22, 15, 42, second).atZone(zone).toInstant(), zone);
    }
}
