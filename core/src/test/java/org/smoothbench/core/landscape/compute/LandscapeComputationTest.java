package org.smoothbench.core.landscape.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.landscape.Bands;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.Landscape;
import org.smoothbench.core.landscape.LandscapeDirectory;
import org.smoothbench.core.landscape.LandscapeReport;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.Layers;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.landscape.RoughnessMeasure;
import org.smoothbench.core.landscape.SurfaceReport;
import org.smoothbench.core.problem.ProblemException;

/** Landscapes in their folders: of several images, interrupted, and of images that are not there. */
final class LandscapeComputationTest {

    private static final PlaneSpec PLANE = new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(3));

    @TempDir
    private Path folder = Path.of("");

    private final Ground ground = new Ground(6, 3, 40, 220);
    private final ExploredModel model = curved();

    @AfterEach
    void close() {
        ground.close();
    }

    private ExploredModel curved() {
        NDArray first = ground.tensor(new Shape(Ground.VALUES, 8), Ground.random(Ground.VALUES * 8, 8, -1, 1));
        NDArray last = ground.tensor(new Shape(8, 3), Ground.random(24, 9, -2, 2));
        return ground.model(x -> x.matMul(first).tanh().matMul(last));
    }

    private static LandscapeSpec spec(int image, int images) {
        return new LandscapeSpec(PLANE, 8, 21, 2, image, images, true, 7);
    }

    private Landscape compute(String name, LandscapeSpec spec) throws IOException {
        return ground.landscape(folder.resolve(name), spec, model, 50, () -> false);
    }

    @Test
    void theMeanOfSeveralImagesIsThatOfTheirSurfaces() throws IOException {
        Landscape several = compute("several", spec(0, 3));
        assertThat(several.report().surfaces()).extracting(SurfaceReport::image).containsExactly(0, 2, 4);
        List<Landscape> single = new ArrayList<>();
        for (int image : new int[] {0, 2, 4}) {
            single.add(compute("single-" + image, spec(image, 1)));
        }
        Bands bands = Bands.of(several.surfaces(), Layers::loss);
        for (int vertex = 0; vertex < 441; vertex++) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                float alone = single.get(i).surfaces().getFirst().layers().loss()[vertex];
                assertThat(several.surfaces().get(i).layers().loss()[vertex]).isEqualTo(alone);
                sum += alone;
            }
            assertThat(bands.mean()[vertex]).isCloseTo((float) (sum / 3), within(1e-6f));
        }
        for (RoughnessMeasure measure : List.of(RoughnessMeasure.FIRST_MAX, RoughnessMeasure.LINEARITY)) {
            double mean = single.stream()
                    .mapToDouble(each -> each.report().over(measure).mean())
                    .average()
                    .orElseThrow();
            assertThat(several.report().over(measure).mean()).isCloseTo(mean, within(1e-12));
        }
        assertThat(several.report().study())
                .isNotEqualTo(single.getFirst().report().study());
    }

    /** Given up after ever more queries, then let go on to the end. */
    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        Landscape whole = compute("whole", spec(0, 3));
        byte[] expected = Files.readAllBytes(folder.resolve("whole/values.f32"));
        int resumedInside = 0;
        for (int limit = 1; limit < 50; limit += 7) {
            Path place = folder.resolve("interrupted-" + limit);
            AtomicInteger left = new AtomicInteger(limit);
            assertThatThrownBy(() -> ground.landscape(place, spec(0, 3), model, 50, () -> left.getAndDecrement() <= 0))
                    .isInstanceOf(CancellationException.class);
            assertThat(place.resolve("landscape.json")).doesNotExist();
            resumedInside += Files.readString(place.resolve("journal.jsonl")).contains("\"vertices\": 50,") ? 1 : 0;
            // A kill may cut a line, or leave values no line promises.
            Files.writeString(place.resolve("journal.jsonl"), "{\"verti", StandardOpenOption.APPEND);
            Files.write(place.resolve("values.f32"), new byte[3], StandardOpenOption.APPEND);
            // Other batches would have other last bits: those of the beginning count.
            Landscape resumed = ground.landscape(place, spec(0, 3), model, 13, () -> false);
            assertThat(Files.readAllBytes(place.resolve("values.f32"))).isEqualTo(expected);
            assertThat(resumed.report().surfaces()).isEqualTo(whole.report().surfaces());
            assertThat(resumed.report().batch()).isEqualTo(50);
            assertThat(place.resolve("journal.jsonl")).doesNotExist();
        }
        assertThat(resumedInside).isGreaterThan(3);
    }

    @Test
    void saysWhatIsWrongWithWhatWasBegun() throws IOException {
        AtomicInteger left = new AtomicInteger(20);
        Path place = folder.resolve("begun");
        assertThatThrownBy(() -> ground.landscape(place, spec(0, 3), model, 50, () -> left.getAndDecrement() <= 0))
                .isInstanceOf(CancellationException.class);
        String plan = Files.readString(place.resolve("plan.json"));
        Files.writeString(place.resolve("plan.json"), plan.substring(9));
        refuses(place, "plan.json: is damaged");
        Files.writeString(place.resolve("plan.json"), plan);
        Files.write(place.resolve("values.f32"), new byte[8]);
        refuses(place, "values.f32: is shorter than the journal beside it says");
        Files.writeString(place.resolve("journal.jsonl"), "nonsense\n");
        refuses(place, "journal.jsonl: line 1 is damaged");
    }

    private void refuses(Path place, String reason) {
        assertThatThrownBy(() -> ground.landscape(place, spec(0, 3), model, 50, () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesImagesThatAreNotThere() {
        assertThatThrownBy(() -> compute("nothing", spec(6, 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--image 6: there is no such test image; take one from 0 to 5");
        assertThatThrownBy(() -> compute("nothing", spec(0, 7)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there are only 6 test images");
    }

    /** Where a model answers the same everywhere there is no way to attack it. */
    @Test
    void leavesOutImagesWithoutADirection() throws IOException {
        NDArray nothing = ground.tensor(new Shape(Ground.VALUES, 3), new double[3 * Ground.VALUES]);
        ExploredModel deaf = ground.model(x -> x.matMul(nothing));
        LandscapeSpec sign =
                new LandscapeSpec(new PlaneSpec.AdversarialRandom(new DirectionSpec.Sign()), 8, 5, 2, 0, 2, true, 7);
        Landscape none = ground.landscape(folder.resolve("deaf"), sign, deaf, 50, () -> false);
        assertThat(none.surfaces()).isEmpty();
        assertThat(none.report().leftOut())
                .extracting(LandscapeReport.LeftOut::image)
                .containsExactly(0, 3);
        LandscapeSpec one = new LandscapeSpec(sign.plane(), 8, 5, 2, 0, 1, true, 7);
        assertThatThrownBy(() -> ground.landscape(folder.resolve("one"), one, deaf, 50, () -> false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("image 0 has no such plane: the loss has no gradient there");
    }

    @Test
    void nothingIsLeftOnTheDevice() throws IOException {
        var _ = compute("first", spec(0, 2));
        int before = ground.engine.manager().getManagedArrays().size();
        var _ = compute("second", spec(1, 2));
        assertThat(ground.engine.manager().getManagedArrays()).hasSize(before);
        assertThat(new LandscapeDirectory(folder.resolve("second")).finished()).isTrue();
    }
}
