package org.smoothbench.app.welcome;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.smoothbench.app.runs.RunCommands;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.experiment.ExperimentFile;
import org.smoothbench.core.experiment.SampleExperiments;
import org.smoothbench.core.problem.ProblemException;

/** What waits to be started on a first start: the two sample experiments. FX thread only. */
public final class WelcomeViewModel {

    private final List<Path> files;
    private final RunCommands commands;
    private final ReadOnlyObjectWrapper<List<Sample>> samples = new ReadOnlyObjectWrapper<>(this, "samples", List.of());
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper(this, "trouble", "");

    /**
     * One sample experiment.
     *
     * @param activation the activation function, in which the samples differ
     * @param name the experiment's name
     * @param rest everything else, in which they agree
     */
    public record Sample(String activation, String name, String rest) {

        static Sample of(Experiment experiment) {
            return new Sample(
                    experiment.model().activation().label(),
                    experiment.name(),
                    "%s\n%d epochs, seed %d\n%s"
                            .formatted(
                                    experiment.model().label(),
                                    experiment.training().epochs(),
                                    experiment.runtime().seed(),
                                    experiment.training().method().label()));
        }
    }

    /** Reads the samples in the background. */
    public WelcomeViewModel(SampleExperiments installed, RunCommands commands, Executor background, Executor fxThread) {
        files = installed.demo();
        this.commands = commands;
        background.execute(() -> read(fxThread));
    }

    /** The samples, once they have been read. */
    public ReadOnlyObjectProperty<List<Sample>> samplesProperty() {
        return samples.getReadOnlyProperty();
    }

    /** Why the samples cannot be started; empty if they can. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What is being started; empty while nothing is. */
    public ReadOnlyStringProperty startingProperty() {
        return commands.startingProperty();
    }

    /** Starts both samples, the second after the first. */
    public void trainBoth() {
        commands.startFiles(files);
    }

    private void read(Executor fxThread) {
        try {
            List<Sample> read = new ArrayList<>();
            files.forEach(file -> read.add(Sample.of(new ExperimentFile().read(file))));
            fxThread.execute(() -> samples.set(List.copyOf(read)));
        } catch (ProblemException e) {
            fxThread.execute(() ->
                    trouble.set("The samples cannot be read: " + e.problem().line()));
        }
    }
}
