package org.smoothbench.app.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.LibrarySnapshot;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;
import org.smoothbench.viz.chart.Series;

@SuppressWarnings("NullAway.Init")
final class RunPageViewModelTest {

    @TempDir
    Path root;

    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final RunPageViewModel model = new RunPageViewModel(list);
    private FakeRuns fake;
    private LibraryFollower follower;

    @BeforeEach
    void follow() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
    }

    private void look(String id) {
        LibrarySnapshot snapshot = follower.poll(Optional.of(id));
        list.show(snapshot.runs());
        snapshot.detail(id).ifPresent(model::show);
    }

    private RunPage page() {
        return model.pageProperty().get().orElseThrow();
    }

    @Test
    void everyFigureSaysHowItWasMeasured() throws IOException {
        fake.running("1-run", "a");
        look("1-run");
        assertThat(page().clean()).isEqualTo("52.3 %");
        assertThat(page().robust()).isEqualTo("25.1 %");
        assertThat(page().measured())
                .isEqualTo("Evaluated after epoch 2 with PGD-10, eps 8/255, step 2/255 on 500 images, seed 0");
        assertThat(page().facts()).contains(new RunPage.Fact("Adversary", "PGD-1, eps 8/255, step 8/255"));
        assertThat(page().progressText()).isEqualTo("epoch 7/15 · 41 % · 2 min left");
        assertThat(page().banner()).isEmpty();
    }

    @Test
    void saysThatAveragedWeightsAreJudged() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        fake.averaging(run);
        look("1-run");
        assertThat(page().measured()).endsWith("on 500 images, seed 0, of the averaged weights");
    }

    @Test
    void whatIsNotANumberIsAGapThatIsExplained() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        fake.notANumber(run, 2.5);
        look("1-run");
        Series clean = model.lines().series().getFirst();
        assertThat(clean.size()).isEqualTo(2);
        assertThat(clean.x(1)).isEqualTo(2);
        assertThat(clean.y(1)).isCloseTo(52.3, within(1e-9));
        Series loss = model.lines().series().getLast();
        assertThat(loss.x(2)).isEqualTo(2.5);
        assertThat(loss.y(2)).isNaN();
        assertThat(model.gapsProperty().get())
                .isEqualTo("Training loss was NaN at epoch 2.50: the curve has a gap there.");
    }

    @Test
    void curvesAreNeverThoseOfAnotherRun() throws IOException {
        fake.running("2-a", "a");
        fake.finished("1-b", "b");
        look("2-a");
        list.select("1-b");
        assertThat(model.detailProperty().get()).isEmpty();
        assertThat(model.lines().series().getFirst().size()).isZero();
        look("2-a");
        assertThat(model.detailProperty().get()).isEmpty();
        look("1-b");
        assertThat(model.lines().series().getFirst().size()).isEqualTo(1);
    }

    @Test
    void aCrashAndAFailureHaveABannerWithARemedy() throws IOException {
        RunDirectory run = fake.create("1-run", "a", "relu");
        fake.status(run, RunState.RUNNING, FakeRuns.DEAD, "training");
        look("1-run");
        assertThat(page().banner().orElseThrow().title()).isEqualTo("This run crashed: its worker process is gone");
        fake.status(run, RunState.FAILED, FakeRuns.DEAD, "out of memory");
        look("1-run");
        assertThat(page().banner()).isPresent();
        assertThat(page().measured()).startsWith("Never evaluated");
    }

    @Test
    void everyDamagedFileIsNamedWithItsPlaceAndARemedy() throws IOException {
        RunDirectory run = fake.create("1-run", "a", "relu");
        Files.writeString(run.experiment(), "{\n \"schema\": 1,\n oops");
        look("1-run");
        assertThat(page().unreadable()).isTrue();
        assertThat(page().banner().orElseThrow().title()).isEqualTo("Files of this run are missing or damaged");
        assertThat(page().banner().orElseThrow().troubles())
                .extracting(RunPage.Trouble::where)
                .satisfiesExactly(
                        status -> assertThat(status).isEqualTo(run.status().toString()),
                        specification -> assertThat(specification)
                                .startsWith(run.experiment().toString())
                                .contains("3"));
        assertThat(page().banner().orElseThrow().troubles())
                .allSatisfy(one -> assertThat(one.remedy()).isNotEmpty());
    }
}
