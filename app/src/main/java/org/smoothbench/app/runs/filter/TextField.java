package org.smoothbench.app.runs.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.smoothbench.core.experiment.Experiment;
import org.smoothbench.core.run.RunState;
import org.smoothbench.core.run.RunStatus;
import org.smoothbench.core.run.RunSummary;

/** A text of a run that a filter can look into. */
enum TextField {
    /** What it is called, and its folder. */
    NAME,
    /** True state. */
    STATE,
    /** What a person finds it by. */
    TAG,
    /** What it belongs to. */
    STUDY,
    /** What a person wrote. */
    NOTES,
    /** With its parameters. */
    ACTIVATION,
    /** Family and size. */
    NETWORK,
    /** Kind and name of the images. */
    DATA,
    /** How it is trained. */
    METHOD,
    /** The attack that robust accuracy is measured with. */
    ATTACK,
    /** What it computes on. */
    DEVICE;

    /** The field of a word; empty if there is none. */
    static Optional<TextField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.key().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(TextField::key).toList();
    }

    /** Whether one of the run's texts holds a part, given in lower case. */
    boolean holds(RunSummary run, String part) {
        return texts(run).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }

    private Stream<String> texts(RunSummary run) {
        Stream<Experiment> experiment = run.experiment().stream();
        return switch (this) {
            case NAME -> Stream.of(run.name(), run.id());
            case STATE -> Stream.of(run.state().map(RunState::label).orElse("unreadable"));
            case TAG -> run.meta().tags().stream();
            case STUDY -> run.meta().study().stream();
            case NOTES -> Stream.of(run.meta().notes());
            case ACTIVATION -> experiment.map(e -> e.model().activation().label());
            case NETWORK -> experiment.map(e -> e.model().label());
            case DATA -> experiment.map(e -> DataWords.of(e.data()));
            case METHOD -> experiment.map(e -> e.training().method().label());
            case ATTACK -> experiment.map(e -> e.evaluation().attack().label());
            case DEVICE -> run.status().stream().map(RunStatus::device);
        };
    }
}
