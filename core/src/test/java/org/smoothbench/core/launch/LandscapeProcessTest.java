package org.smoothbench.core.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smoothbench.core.landscape.DirectionSpec;
import org.smoothbench.core.landscape.LandscapeSpec;
import org.smoothbench.core.landscape.PlaneSpec;
import org.smoothbench.core.run.RunDirectory;

final class LandscapeProcessTest {

    private static String typed(LandscapeSpec spec, String checkpoint, boolean averaged, Optional<String> other) {
        Path root = Path.of("/somewhere");
        return String.join(
                " ",
                new LandscapeProcess(
                                new LandscapeStudy.Wanted(new RunDirectory(root.resolve("1-a")), checkpoint, averaged),
                                other.map(id -> new RunDirectory(root.resolve(id))),
                                spec)
                        .arguments());
    }

    @Test
    void typesWhatTheCommandLineUnderstands() {
        LandscapeSpec spec = new LandscapeSpec(
                new PlaneSpec.AdversarialOrthogonal(new DirectionSpec.Apgd(7), new DirectionSpec.Sign()),
                4.5,
                101,
                1.5,
                3,
                64,
                false,
                9);
        assertThat(typed(spec, "best", false, Optional.empty()))
                .startsWith("landscape 1-a --runs /somewhere --checkpoint best --plane adversarial-orthogonal")
                .contains("--direction apgd-7 --second sign", "--eps 4.5", "--grid 101", "--range 1.5")
                .contains("--images 64", "--seed 9", "--no-clip", "--progress");
        LandscapeSpec line = LandscapeSpec.usual(new PlaneSpec.Line(2));
        assertThat(typed(line, "last", true, Optional.of("2-b")))
                .startsWith("landscape 1-a 2-b --runs")
                .contains("--checkpoint ema", "--plane line --attack-steps 2")
                .doesNotContain("--no-clip");
    }

    @Test
    void stepsAreReadBackFromTheLinesTheyArePrintedAs() {
        StudyStep step = new StudyStep(0.25, "image 2 of 8");
        assertThat(StudyStep.read(step.line())).contains(step);
        assertThat(StudyStep.read("smoothbench: there is no such test image")).isEmpty();
    }
}
