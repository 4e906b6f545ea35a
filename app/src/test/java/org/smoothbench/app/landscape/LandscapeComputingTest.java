package org.smoothbench.app.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.app.fake.LinearRuns;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.run.RunDirectory;

/** Real networks, so small that a landscape takes no time. */
final class LandscapeComputingTest {

    private static final long SECONDS = 120;

    @TempDir
    Path folder = Path.of("");

    private static LandscapeSpec spec(int images) {
        return new LandscapeSpec(
                new PlaneSpec.AdversarialRandom(new DirectionSpec.Sign()), 8, 41, 2, 3, images, true, 5);
    }

    private static LandscapeMaker.Order order(RunDirectory run, int images) {
        return new LandscapeMaker.Order(run, "best", false, spec(images), Optional.empty());
    }

    @Test
    void aCoarseLookComesBeforeTheWholeWhichIsKeptInTheRunsFolder() throws Exception {
        LinearRuns runs = new LinearRuns(folder);
        RunDirectory run = runs.seeing(2, "linear", 1);
        List<LandscapeMaker.Stage> stages = Collections.synchronizedList(new ArrayList<>());
        try (ProbeThread thread = new ProbeThread(new RuntimeSpec("cpu", 1, 0))) {
            ProbeMaker maker = new ProbeMaker(thread);
            Landscape landscape = maker.begin(order(run, 1), stages::add).get(SECONDS, TimeUnit.SECONDS);
            assertThat(landscape.report().first().count()).isEqualTo(41);
            assertThat(landscape.report().holes()).isZero();
            assertThat(stages.stream().flatMap(stage -> stage.soFar().stream()))
                    .anyMatch(look -> look.report().first().count() == 21);
            assertThat(LandscapeDirectory.in(run.landscapes())).hasSize(1);

            TestImages.Looked seen = maker.look(new TestImages.Wanted(run, "best", false, 1_000_000))
                    .get(SECONDS, TimeUnit.SECONDS);
            assertThat(seen.index()).isEqualTo(seen.count() - 1);

            RunDirectory untrained = runs.untrained("untrained");
            assertThatThrownBy(() -> maker.begin(order(untrained, 1), _ -> {}).get(SECONDS, TimeUnit.SECONDS))
                    .hasMessageContaining("there is no best checkpoint yet");
        }
    }

    @Test
    void severalImagesAreComputedInAProcessOfTheirOwn() throws Exception {
        RunDirectory run = new LinearRuns(folder).seeing(2, "linear", 1);
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            Landscape landscape = new ProcessMaker(background)
                    .begin(order(run, 2), stage -> shares.add(stage.share()))
                    .get(SECONDS, TimeUnit.SECONDS);
            assertThat(landscape.surfaces()).hasSize(2);
            assertThat(shares).isSorted().last().isEqualTo(1.0);
        }
    }

    @Test
    void whatIsGivenUpEnds() throws IOException {
        RunDirectory run = new LinearRuns(folder).seeing(2, "linear", 1);
        try (ExecutorService background = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ProcessMaker(background).begin(order(run, 1000), _ -> {});
            work.cancel(false);
            // Closing waits for the process, which would take long if it were not ended.
            assertThat(work).isCancelled();
        }
    }
}
