package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.problem.Problem;

@SuppressWarnings("NullAway.Init")
final class RunFollowerTest {

    @TempDir
    Path folder;

    private RunDirectory run;
    private RunFollower follower;

    @BeforeEach
    void finishedRun() throws IOException {
        run = new RunLibrary(folder, Clock.systemUTC())
                .create(new ExperimentFile()
                        .read(SampleExperiments.installed().demo().getLast()));
        Files.createDirectories(run.checkpoints());
        RunStatus.queued(1).ended(RunState.FINISHED, "done", 2).writeTo(run);
        measured("{\"step\":10,\"epoch\":1,\"time\":1,\"test.cleanAccuracy\":0.5,\"test.robustAccuracy\":0.25}");
        measured("{\"step\":20,\"epoch\":2,\"time\":2,\"test.cleanAccuracy\":0.6,\"test.robustAccuracy\":0.31}");
        measured("{\"step\":30,\"epoch\":3,\"time\":3,\"test.cleanAccuracy\":0.7,\"test.robustAccuracy\":0.31}");
        measured("{\"step\":40,\"epoch\":4,\"time\":4,\"test.cleanAccuracy\":0.8,\"test.robustAccuracy\":0.2}");
        follower = new RunFollower(run, new RunReader());
    }

    private void measured(String line) throws IOException {
        Files.writeString(run.metrics(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void aWholeRunHasNoProblemAndItsBestIsTheEarlierOfEquals() throws IOException {
        RunSummary summary = follower.poll();
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.lastEvaluation().orElseThrow().step()).isEqualTo(40);
        assertThat(summary.bestEvaluation().orElseThrow().step()).isEqualTo(20);
    }

    @Test
    void aNameGivenSinceGoesFirstAndChangesAreSeen() throws IOException {
        assertThat(follower.poll().name()).isEqualTo("sample-silu");
        new RunMetaFile(run).change(meta -> meta.withName("mine"));
        assertThat(follower.poll().name()).isEqualTo("mine");
        new RunMetaFile(run).change(meta -> meta.withName("his"));
        assertThat(follower.poll().name()).isEqualTo("his");
        Files.delete(run.meta());
        assertThat(follower.poll().meta()).isEqualTo(RunMeta.NONE);
    }

    @Test
    void damagedMetaIsToldAndHidesNothing() throws IOException {
        Files.writeString(run.meta(), "{torn");
        RunSummary summary = follower.poll();
        assertThat(summary.state()).contains(RunState.FINISHED);
        assertThat(summary.name()).isEqualTo("sample-silu");
        assertThat(summary.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.where()).isEqualTo(run.meta().toString()));
        Files.writeString(run.meta(), "{\"name\": \"mended\"}");
        assertThat(follower.poll().problems()).isEmpty();
        assertThat(follower.poll().name()).isEqualTo("mended");
    }

    @Test
    void aTornSpecificationIsToldUntilItIsMended() throws IOException {
        String whole = Files.readString(run.experiment());
        Files.writeString(run.experiment(), whole.substring(0, 40));
        assertThat(follower.poll().experiment()).isEmpty();
        assertThat(follower.poll().name()).isEqualTo(run.id());
        assertThat(follower.poll().problems())
                .singleElement()
                .satisfies(p -> assertThat(p.what()).startsWith("not valid JSON"));
        Files.writeString(run.experiment(), whole);
        assertThat(follower.poll().experiment()).isPresent();
        assertThat(follower.poll().problems()).isEmpty();
    }

    @Test
    void aMissingAndADamagedStatusAreToldApart() throws IOException {
        Files.delete(run.status());
        assertThat(follower.poll().problems()).extracting(Problem::what).containsExactly("status.json is missing");
        Files.writeString(run.status(), "\0\0\0\0");
        assertThat(follower.poll().problems()).extracting(Problem::what).containsExactly("status.json is damaged");
        assertThat(follower.poll().state()).isEmpty();
    }

    @Test
    void damagedMeasurementsAreCountedAndTheOthersKept() throws IOException {
        measured("{\"step\":");
        measured("garbage \u0000\u0001");
        RunSummary summary = follower.poll();
        assertThat(summary.lastEvaluation().orElseThrow().step()).isEqualTo(40);
        assertThat(summary.problems())
                .extracting(Problem::what)
                .containsExactly("2 lines of the measurements are damaged and left out");
    }

    @Test
    void measurementsThatAreAFolderAreTold() throws IOException {
        Files.delete(run.metrics());
        Files.createDirectories(run.metrics());
        RunSummary summary = follower.poll();
        assertThat(summary.state()).contains(RunState.FINISHED);
        assertThat(summary.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.what()).startsWith("the measurements cannot be read"));
    }

    @Test
    void aFinishedRunWithoutCheckpointsSaysSo() throws IOException {
        Files.delete(run.checkpoints());
        assertThat(follower.poll().problems()).extracting(Problem::what).containsExactly("the checkpoints are missing");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsTold() throws IOException {
        RunDirectory file = new RunDirectory(Files.writeString(folder.resolve("20261122-1-x"), ""));
        assertThat(new RunFollower(file, new RunReader()).poll().problems())
                .extracting(Problem::what)
                .containsExactly("a file lies where a run's folder should be");
    }

    @Test
    void aFolderThatIsGoneIsAnException() {
        RunDirectory gone = new RunDirectory(folder.resolve("gone"));
        RunFollower none = new RunFollower(gone, new RunReader());
        assertThatThrownBy(none::poll).isInstanceOf(NoSuchFileException.class);
    }
}
