package org.smoothbench.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smoothbench.app.runs.Notice;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.launch.Cost;
import org.smoothbench.core.launch.CostMeter;
import org.smoothbench.core.problem.Problem;

final class CostViewModelTest {

    private final EditorViewModel model = new EditorViewModel(EditorViewModelTest.draft());
    private final QueueViewModel notices =
            new QueueViewModel(model, (_, _) -> List.of(), Runnable::run, Runnable::run, _ -> {});
    private Optional<Problem> problem = Optional.empty();
    private final CostViewModel cost = new CostViewModel(model, notices, FakeMeter::new, Runnable::run, Runnable::run);

    private final class FakeMeter implements CostMeter {

        @Override
        public Optional<Cost> measure(Experiment experiment) {
            problem.ifPresent(one -> {
                throw one.asException();
            });
            return Optional.of(
                    new Cost("CPU (2 threads)", 19954, 10, 2000, 16, 3, 20, 500, 4, 2, 3, 90, 800L << 20, -1, 0));
        }

        @Override
        public void cancel() {}
    }

    @Test
    void whatWasMeasuredIsToldForARunAndForAStudy() {
        assertThat(cost.measuredProperty().get()).isEmpty();
        cost.measure();
        assertThat(cost.measuredProperty().get()).isEqualTo("4.0 s an epoch, about 1 min in all, 800 MiB");
        assertThat(cost.explainedProperty().get()).contains("CPU (2 threads)").contains("20 training steps");
        model.toggleSeveral("$.runtime.seed");
        model.setSeveral("$.runtime.seed", List.of(new JsonPrimitive(0), new JsonPrimitive(1)));
        assertThat(cost.measuredProperty().get()).contains("3 min for 2 such runs");
        assertThat(cost.staleProperty().get()).isFalse();
    }

    @Test
    void anEditMakesItStaleAndTheNameDoesNot() {
        cost.measure();
        model.set("$.name", new JsonPrimitive("other"));
        assertThat(cost.staleProperty().get()).isFalse();
        model.set("$.training.batchSize", new JsonPrimitive(64));
        assertThat(cost.staleProperty().get()).isTrue();
        model.undo();
        assertThat(cost.staleProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        problem = Optional.of(new Problem.RunFailure("the cost could not be measured: no such folder", "", ""));
        cost.measure();
        assertThat(cost.measuringProperty().get()).isFalse();
        assertThat(notices.noticeProperty().get().map(Notice::title))
                .contains("The cost could not be measured: no such folder.");
    }

    @Test
    void theSizeOfWhatCannotBeOutlinedIsNotTold() {
        assertThat(cost.sizeProperty().get()).isEmpty();
    }
}
