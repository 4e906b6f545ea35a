package org.smoothbench.app.landscape;

import java.util.Optional;
import org.smoothbench.app.runs.RunRowViewModel;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunDirectory;

/**
 * A run whose landscape is on the page.
 *
 * @param directory where it lies
 * @param title its name, told apart from others
 * @param colour of its curves, an index into the palette
 * @param experiment what it does; empty if that cannot be read
 */
record ShownModel(RunDirectory directory, String title, int colour, Optional<Experiment> experiment) {

    static ShownModel of(RunRowViewModel row) {
        return new ShownModel(
                row.now().summary().directory(),
                row.now().title(),
                row.colourProperty().get(),
                row.now().summary().experiment());
    }

    /** The run's folder name. */
    String id() {
        return directory.id();
    }

    /** The activation function, such as {@code SILU}; empty if it is not known. */
    String activation() {
        return experiment.map(one -> one.model().activation().label()).orElse("");
    }
}
