package org.smoothbench.app.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smoothbench.app.fake.NoFeed;
import org.smoothbench.app.fake.TestStage;
import org.smoothbench.app.runs.NoticeViewModel;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.app.runs.RunListViewModel;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.problem.Problem;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The keyboard is where the first step is, however long the samples take. */
final class WelcomeViewTest {

    private final FxRobot robot = new FxRobot();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void open() throws TimeoutException {
        RunCommands commands = new RunCommands(
                new RunListViewModel(Optional.empty()),
                new NoticeViewModel(),
                (experiments, _) -> {
                    experiments.stream().map(Experiment::name).forEach(asked::add);
                    throw new Problem.Data("no images are there", "/nowhere", "give another folder").asException();
                },
                new NoFeed(),
                background::add,
                Runnable::run);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            WelcomeView view = new WelcomeView(
                    new WelcomeViewModel(SampleExperiments.installed(), commands, background::add, Runnable::run),
                    () -> asked.add("a file"));
            TestStage.show(stage, view, 900, 600);
            view.focusFirst();
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    private void work() {
        robot.interact(() -> {
            while (!background.isEmpty()) {
                background.remove().run();
            }
        });
    }

    private Node train() {
        return robot.lookup("#train-samples").query();
    }

    @Test
    void theButtonHasTheKeyboardOnceThereAreSamplesAndAgainWhenTheyCouldNotBeStarted() {
        assertThat(train().isDisabled()).isTrue();
        work();
        assertThat(train().isFocused()).isTrue();
        robot.type(KeyCode.ENTER);
        assertThat(train().isDisabled()).isTrue();
        work();
        assertThat(asked).containsExactly("sample-relu", "sample-silu");
        assertThat(train().isFocused()).isTrue();
    }
}
