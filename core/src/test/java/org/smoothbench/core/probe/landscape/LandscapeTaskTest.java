package org.smoothbench.core.probe.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.experiment.RuntimeSpec;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.ImagePlane;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeFile;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaceReading;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.Surface;
import org.smoothbench.core.probe.ModelChoice;
import org.smoothbench.core.probe.ProbeRuns;
import org.smoothbench.core.probe.ProbeThread;
import org.smoothbench.core.probe.Urgency;
import org.smoothbench.core.run.RunDirectory;

/** Landscapes on the engine thread of a window's process. */
@Timeout(120)
final class LandscapeTaskTest {

    private static final RuntimeSpec CPU = new RuntimeSpec("cpu", 1, 0);

    @TempDir
    private Path folder = Path.of("");

    private static LandscapeSpec spec(PlaneSpec plane) {
        return new LandscapeSpec(plane, 8, 41, 2, 3, 1, true, 5);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Test
    void computesInBitsBetweenWhichOthersAreAnswered() throws Exception {
        RunDirectory run = new ProbeRuns(folder).randomLinear(1);
        ModelChoice choice = new ModelChoice(run, "best", false);
        LandscapeSpec spec = spec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(3)));
        LandscapeDesk desk = new LandscapeDesk();
        List<LandscapeTask.Progress> previews = Collections.synchronizedList(new ArrayList<>());
        try (ProbeThread probe = new ProbeThread(CPU)) {
            LandscapeTask.Result result =
                    get(probe.ask(Urgency.BEHIND, desk.landscape(spec, choice, Optional.empty(), previews::add)));
            Landscape landscape = result.landscape();
            assertThat(LandscapeFile.read(result.directory()).report()).isEqualTo(landscape.report());
            assertThat(result.directory().path()).startsWith(run.landscapes());
            assertThat(previews).hasSizeGreaterThan(7).allMatch(each -> each.surface() == 0 && each.surfaces() == 1);
            assertThat(previews)
                    .anyMatch(each -> each.preview().layers().columns() == 21
                            && each.preview().done() < each.preview().vertices());
            assertThat(previews.getLast().preview().layers().loss())
                    .isEqualTo(landscape.surfaces().getFirst().layers().loss());

            // Found, not computed again.
            previews.clear();
            var _ = get(probe.ask(Urgency.BEHIND, desk.landscape(spec, choice, Optional.empty(), previews::add)));
            assertThat(previews).isEmpty();

            Surface surface = landscape.surfaces().getFirst();
            ImagePlane plane = Objects.requireNonNull(surface.plane());
            PlaceReading there = get(probe.ask(
                    Urgency.NOW, new PlaceTask(choice, plane, surface.report().label(), true, -2, 2)));
            int corner = surface.layers().index(0, 40);
            assertThat(there.loss()).isCloseTo(surface.layers().loss()[corner], within(1e-4));
            assertThat(there.predicted()).isEqualTo(surface.layers().predicted(corner));
            assertThat(there.probabilities()).hasSize(ProbeRuns.CLASSES);
        }
    }

    /** What is given up leaves neither a lock nor tensors, and another task goes on in its folder. */
    @Test
    void whatIsGivenUpCanBeTakenUpAgain() throws Exception {
        ProbeRuns runs = new ProbeRuns(folder);
        ModelChoice choice = new ModelChoice(runs.randomLinear(1), "best", false);
        ModelChoice other = new ModelChoice(runs.randomLinear(2), "best", false);
        LandscapeSpec spec = spec(new PlaneSpec.AdversarialOther(new DirectionSpec.Sign(), ""));
        LandscapeDesk desk = new LandscapeDesk();
        try (ProbeThread probe = new ProbeThread(CPU)) {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<LandscapeTask.Result> first =
                    probe.ask(Urgency.BEHIND, desk.landscape(spec, choice, Optional.of(other), _ -> begun.countDown()));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            first.cancel(false);
            LandscapeTask.Result again =
                    get(probe.ask(Urgency.BEHIND, desk.landscape(spec, choice, Optional.of(other), _ -> {})));
            assertThat(again.landscape().report().other()).isNotNull();
            assertThat(again.landscape().report().holes()).isZero();
            assertThat(get(probe.ask(Urgency.NOW, desk.clear()))).isFalse();
        }
    }

    @Test
    void saysWhyThereIsNone() {
        ModelChoice choice = new ModelChoice(new ProbeRuns(folder).randomLinear(1), "best", false);
        LandscapeSpec beyond = new LandscapeSpec(new PlaneSpec.RandomRandom(), 8, 5, 2, 2000, 1, true, 5);
        try (ProbeThread probe = new ProbeThread(CPU)) {
            assertThatThrownBy(() -> get(probe.ask(
                            Urgency.NOW, new LandscapeDesk().landscape(beyond, choice, Optional.empty(), _ -> {}))))
                    .hasMessageContaining("there is no such test image");
        }
    }
}
