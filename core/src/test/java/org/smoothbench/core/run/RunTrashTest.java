package org.smoothbench.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.run.RunTrash.Trashed;

@SuppressWarnings("NullAway.Init")
final class RunTrashTest {

    @TempDir
    Path root;

    private RunLibrary library;
    private RunTrash trash;

    @BeforeEach
    void trash() {
        library = new RunLibrary(root, Clock.systemUTC());
        trash = new RunTrash(root, new RunReader());
    }

    private RunDirectory finished() throws IOException {
        RunDirectory run = library.create(
                new ExperimentFile().read(SampleExperiments.installed().demo().getLast()));
        RunStatus.queued(1).ended(RunState.FINISHED, "done", 2).writeTo(run);
        return run;
    }

    @Test
    void whatIsDeletedComesBackWhole() throws IOException {
        RunDirectory run = finished();
        String status = Files.readString(run.status());
        Trashed trashed = trash.put(run, "mine");
        assertThat(run.path()).doesNotExist();
        assertThat(library.list()).isEmpty();
        assertThat(trash.list()).containsExactly(trashed);
        assertThat(trash.list().getFirst().name()).isEqualTo("mine");
        assertThat(trash.list().getFirst().from()).isEqualTo(run.path());

        assertThat(trash.restore(trashed)).isEqualTo(run);
        assertThat(run.status()).hasContent(status);
        assertThat(trash.list()).isEmpty();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    void theLastDeletedComesFirstAndEmptyingIsForGood() throws Exception {
        Trashed first = trash.put(finished(), "first");
        Thread.sleep(5);
        Trashed second = trash.put(finished(), "second");
        assertThat(trash.list()).containsExactly(second, first);
        trash.deleteForGood(first);
        trash.deleteForGood(second);
        assertThat(trash.list()).isEmpty();
        assertThat(root.resolve(".trash")).isEmptyDirectory();
    }

    @Test
    void aRunAtWorkIsRefusedWithTheReason() throws IOException {
        RunDirectory run = finished();
        RunStatus.queued(1).writeTo(run);
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> trash.put(run, "x"));
        assertThat(refused.problem().what()).isEqualTo("the run is queued");
        assertThat(refused.problem().remedy()).isEqualTo("stop it first");
        assertThat(run.path()).isDirectory();
    }

    @Test
    void aTakenPlaceIsRefusedAndNothingIsLost() throws IOException {
        RunDirectory run = finished();
        Trashed trashed = trash.put(run, "x");
        Files.createDirectories(run.path());
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> trash.restore(trashed));
        assertThat(refused.problem().where()).isEqualTo(run.path().toString());
        assertThat(trash.list()).containsExactly(trashed);
    }

    @Test
    void aRunElsewhereIsRefused() {
        RunDirectory other = new RunDirectory(root.resolve("deeper").resolve("run"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> trash.put(other, "x"))
                        .problem()
                        .what())
                .contains("does not lie in the runs folder");
    }

    @Test
    void withoutItsNoteARunGoesBackIntoTheRunsFolder() throws IOException {
        RunDirectory run = finished();
        Trashed trashed = trash.put(run, "x");
        Files.writeString(trashed.run().path().resolveSibling("trashed.json"), "{torn");
        Trashed found = trash.list().getFirst();
        assertThat(found.name()).isEqualTo(run.id());
        assertThat(trash.restore(found)).isEqualTo(run);
    }

    @Test
    void aLinkIsDeletedWithoutWhatItPointsAt() throws IOException {
        Path kept = Files.createDirectories(root.resolve("kept"));
        Files.writeString(kept.resolve("precious"), "x");
        RunDirectory run = finished();
        Files.createSymbolicLink(run.path().resolve("evaluations"), kept);
        trash.deleteForGood(trash.put(run, "x"));
        assertThat(kept.resolve("precious")).exists();
    }
}
