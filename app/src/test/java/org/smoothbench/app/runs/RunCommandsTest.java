package org.smoothbench.app.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.FakeRuns;
import org.smoothbench.app.follow.LibraryFollower;
import org.smoothbench.app.follow.RunFeed;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.ControlRequests;
import org.smoothbench.core.run.RunDirectory;
import org.smoothbench.core.run.RunLibrary;
import org.smoothbench.core.run.RunReader;
import org.smoothbench.core.run.RunState;

@SuppressWarnings("NullAway.Init")
final class RunCommandsTest implements RunFeed {

    @TempDir
    Path root;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Experiment> started = new ArrayList<>();
    private final RunListViewModel list = new RunListViewModel(Optional.empty());
    private final NoticeViewModel notices = new NoticeViewModel();
    private FakeRuns fake;
    private LibraryFollower follower;
    private RunCommands commands;
    private int refreshes;

    @BeforeEach
    void commands() {
        fake = new FakeRuns(root);
        follower = new LibraryFollower(new RunLibrary(root, Clock.systemUTC()), new RunReader());
        commands = new RunCommands(list, notices, this::start, this, background::add, Runnable::run);
    }

    private List<RunDirectory> start(List<Experiment> experiments, Optional<String> study) {
        started.addAll(experiments);
        if (experiments.getFirst().name().equals("nodata")) {
            throw new Problem.Data("no images are there", "/nowhere", "give another folder").asException();
        }
        return List.of(new RunDirectory(root.resolve("9-new")));
    }

    @Override
    public void select(Optional<String> runId) {}

    @Override
    public void follow(Set<String> runIds) {}

    @Override
    public void refresh() {
        refreshes++;
    }

    private void look() {
        list.show(follower.poll(Optional.empty()).runs());
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    @Test
    void stopIsForActiveRunsOnly() throws IOException {
        assertThat(commands.canStopProperty().get()).isFalse();
        fake.running("2-running", "a");
        fake.finished("1-finished", "b");
        look();
        assertThat(commands.canStopProperty().get()).isTrue();
        list.select("1-finished");
        assertThat(commands.canStopProperty().get()).isFalse();
        assertThat(commands.canRunAgainProperty().get()).isTrue();
    }

    @Test
    void stopLeavesARequestAndSaysSoUntilTheRunHasEnded() throws IOException {
        RunDirectory run = fake.running("1-run", "a");
        look();
        commands.stop();
        assertThat(list.selected().orElseThrow().row().stateText()).isEqualTo("stopping…");
        assertThat(commands.canStopProperty().get()).isFalse();
        work();
        assertThat(new ControlRequests(run).stopRequested()).isTrue();
        look();
        assertThat(list.selected().orElseThrow().row().stateText()).isEqualTo("stopping…");

        new ControlRequests(run).acknowledgeStop();
        fake.status(run, RunState.CANCELLED, FakeRuns.DEAD, "stopped on request");
        look();
        assertThat(list.selected().orElseThrow().row().stateText()).isEqualTo("cancelled");
    }

    @Test
    void aStartIsAnnouncedThenSelected() throws IOException {
        fake.finished("1-run", "again");
        look();
        commands.runAgain();
        assertThat(commands.startingProperty().get()).isEqualTo("Starting again …");
        work();
        assertThat(commands.startingProperty().get()).isEmpty();
        assertThat(started).extracting(Experiment::name).containsExactly("again");
        assertThat(refreshes).isEqualTo(1);

        fake.running("9-new", "again");
        look();
        assertThat(list.selected().orElseThrow().id()).isEqualTo("9-new");
    }

    @Test
    void aBrokenSpecificationIsANoticeWithPlaceAndRemedy() throws IOException {
        Path file = Files.writeString(root.resolve("bad.json"), "{\"schema\": 1, \"nam\": \"x\"}");
        commands.startFiles(List.of(file));
        work();
        Notice notice = notices.noticeProperty().get().orElseThrow();
        assertThat(notice.detail()).contains("bad.json");
        assertThat(notice.title()).startsWith("Expected");
        assertThat(notice.remedy()).isNotEmpty();
        assertThat(started).isEmpty();
        notices.dismiss();
        assertThat(notices.noticeProperty().get()).isEmpty();
    }

    @Test
    void missingDataIsANoticeToo() throws IOException {
        fake.finished("1-run", "nodata");
        look();
        commands.runAgain();
        work();
        assertThat(notices.noticeProperty().get())
                .contains(new Notice("No images are there.", "/nowhere", "Give another folder."));
        assertThat(commands.startingProperty().get()).isEmpty();
    }

    @Test
    void selectionStaysWhenRunsComeAndGo() throws IOException {
        fake.finished("1-old", "old");
        look();
        RunRowViewModel row = list.selected().orElseThrow();
        fake.running("2-new", "new");
        look();
        assertThat(list.shown()).extracting(RunRowViewModel::id).containsExactly("2-new", "1-old");
        assertThat(list.selected()).contains(row);
        list.show(follower.poll(Optional.empty()).runs().subList(0, 1));
        assertThat(list.selected().orElseThrow().id()).isEqualTo("2-new");
        list.show(List.of());
        assertThat(list.selected()).isEmpty();
    }

    @Test
    void searchFindsNameNetworkAndStateAndKeepsTheSelection() throws IOException {
        fake.running("2-running", "alpha");
        fake.finished("1-finished", "beta");
        look();
        list.searchProperty().set("FINISHED relu");
        assertThat(list.shown()).extracting(RunRowViewModel::id).containsExactly("1-finished");
        assertThat(list.selected().orElseThrow().id()).isEqualTo("2-running");
        list.searchProperty().set(" ");
        assertThat(list.shown()).hasSize(2);
    }
}
