package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.run.RunDirectory;

final class QueueViewModelTest {

    private final EditorViewModel model = new EditorViewModel(EditorViewModelTest.draft());
    private final List<String> queued = new ArrayList<>();
    private final List<RunDirectory> started = new ArrayList<>();
    private Optional<String> study = Optional.empty();
    private Optional<Problem> problem = Optional.empty();
    private final QueueViewModel queue =
            new QueueViewModel(model, this::start, Runnable::run, Runnable::run, started::addAll);

    private List<RunDirectory> start(List<Experiment> experiments, Optional<String> name) {
        problem.ifPresent(one -> {
            throw one.asException();
        });
        study = name;
        experiments.forEach(one -> queued.add(one.name()));
        return experiments.stream()
                .map(one -> new RunDirectory(Path.of(one.name())))
                .toList();
    }

    @Test
    void oneExperimentIsARunAndNoStudy() {
        assertThat(queue.titleProperty().get()).isEqualTo("Queue run");
        queue.start();
        assertThat(queued).containsExactly("small");
        assertThat(study).isEmpty();
        assertThat(started).hasSize(1);
    }

    @Test
    void theProductIsOneStudyCalledLikeTheExperiment() {
        model.toggleSeveral("$.model.activation");
        model.setSeveral("$.model.activation", List.of(new JsonPrimitive("relu"), new JsonPrimitive("silu")));
        model.toggleSeveral("$.runtime.seed");
        model.setSeveral("$.runtime.seed", List.of(new JsonPrimitive(0), new JsonPrimitive(1)));
        assertThat(queue.titleProperty().get()).isEqualTo("Queue 4 runs");
        queue.start();
        assertThat(queued).containsExactly("small-relu-s0", "small-relu-s1", "small-silu-s0", "small-silu-s1");
        assertThat(study).contains("small");
    }

    @Test
    void valuesThatDoNotGoTogetherAreSaidBeforeAnythingIsQueued() {
        model.toggleSeveral("$.training.optimizer.momentum");
        model.setSeveral("$.training.optimizer.momentum", List.of(new JsonPrimitive(0.9), new JsonPrimitive(0)));
        model.toggleSeveral("$.training.optimizer.nesterov");
        assertThat(queue.possible().get()).isTrue();
        queue.start();
        assertThat(queued).isEmpty();
        assertThat(model.formProperty()
                        .get()
                        .field("$.training.optimizer.nesterov")
                        .orElseThrow()
                        .error())
                .contains("since there is no momentum");
    }

    @Test
    void aDraftWithMistakesCannotBeQueued() {
        model.set("$.training.epochs", new JsonPrimitive("x"));
        assertThat(queue.possible().get()).isFalse();
        queue.start();
        assertThat(queued).isEmpty();
    }

    @Test
    void aProblemIsShownAtItsSettingUntilTheNextEdit() {
        problem = Optional.of(new Problem.Specification("does not fit", "$.augmentation.cropPadding", "lower it"));
        queue.start();
        assertThat(error("$.augmentation.cropPadding")).isEqualTo("Does not fit. Lower it.");
        assertThat(queue.noticeProperty().get()).isEmpty();
        model.set("$.training.epochs", new JsonPrimitive(4));
        assertThat(error("$.augmentation.cropPadding")).isEmpty();
    }

    @Test
    void aProblemWithoutSettingIsANotice() {
        problem = Optional.of(new Problem.Data("no such folder", "/images", "check the path"));
        queue.start();
        assertThat(queue.noticeProperty().get()).contains(new Notice("No such folder.", "/images", "Check the path."));
        assertThat(queue.busyProperty().get()).isFalse();
    }

    private String error(String path) {
        return model.formProperty().get().field(path).orElseThrow().error();
    }
}
