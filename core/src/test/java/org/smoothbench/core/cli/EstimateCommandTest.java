package org.smoothbench.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smoothbench.core.data.SampleExtract;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.launch.Cost;
import org.smoothbench.core.launch.NetworkSize;

final class EstimateCommandTest {

    private static final Path SPECIFICATION =
            SampleExperiments.installed().demo().getLast();

    @TempDir
    Path folder;

    private Terminal estimate(String... more) {
        String[] start = {
            "estimate",
            SPECIFICATION.toString(),
            "--set",
            "data.path=" + SampleExtract.write(folder),
            "--set",
            "training.batchSize=20",
            "--set",
            "training.epochs=4",
            "--set",
            "evaluation.examples=10",
            "--set",
            "runtime.threads=1",
            "--set",
            "runtime.device=cpu"
        };
        String[] all = new String[start.length + more.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return Terminal.type(all);
    }

    @Test
    void aFewStepsTellTimeAndMemory() {
        Cost cost = new Gson().fromJson(estimate("--json").success(), Cost.class);
        assertThat(cost.device()).isEqualTo("CPU (1 thread)");
        assertThat(cost.trainingImages()).isEqualTo(SampleExtract.TRAIN_SIZE);
        assertThat(cost.stepsPerEpoch()).isEqualTo(10);
        assertThat(cost.epochs()).isEqualTo(4);
        assertThat(cost.evaluations()).isEqualTo(4);
        assertThat(cost.timedSteps()).isPositive();
        assertThat(cost.epochSeconds()).isPositive();
        assertThat(cost.totalSeconds()).isEqualTo(4 * cost.epochSeconds() + 4 * cost.evaluationSeconds());
        NetworkSize size =
                NetworkSize.of(new ExperimentFile().read(SPECIFICATION)).orElseThrow();
        assertThat(cost.parameters()).isEqualTo(size.parameters());
        assertThat(cost.layers()).isEqualTo(size.layers());
    }

    @Test
    void inWordsItSaysWhatIsMeasuredAndWhatReckoned() {
        assertThat(estimate().success())
                .contains("19,954 parameters in 10 weight layers", "s an epoch", "reckoned from the training passes")
                .contains("measured by ");
    }

    @Test
    void imagesThatAreNotThereAreAMistake() {
        assertThat(Terminal.type("estimate", SPECIFICATION.toString(), "--set", "data.path=/nowhere")
                        .mistake())
                .contains("no such folder");
    }
}
