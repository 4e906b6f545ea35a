package org.smoothbench.core.preset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smoothbench.core.problem.Problem;
import org.smoothbench.core.problem.ProblemException;
import org.smoothbench.core.schema.NearestName;

/** All presets, by study. */
public final class Presets {

    private final List<Study> studies = List.of(
            Table1.study(),
            EvaluationAttack.study(),
            StandardTraining.study(),
            Figure3.study(),
            Table2.study(),
            Table3.study(),
            Figure4.study(),
            CifarActivations.study());

    /** The studies, in the paper's order. */
    public List<Study> studies() {
        return studies;
    }

    /** The presets of all studies. */
    public List<Preset> all() {
        return studies.stream().flatMap(study -> study.presets().stream()).toList();
    }

    /** The study of this name, if there is one. */
    public Optional<Study> study(String name) {
        return studies.stream().filter(study -> study.name().equals(name)).findFirst();
    }

    /**
     * The preset of this name.
     *
     * @throws ProblemException if there is none; of a study's name it tells the presets
     */
    public Preset require(String name) {
        return all().stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> study(name).map(Presets::manyOf).orElseGet(() -> unknown(name)));
    }

    /** A name that is neither a preset's nor a study's. */
    public ProblemException unknown(String name) {
        List<String> known = Stream.concat(
                        all().stream().map(Preset::name), studies.stream().map(Study::name))
                .toList();
        return new Problem.Usage(
                        "no preset is called \"" + name + "\"" + NearestName.hint(name, known),
                        "",
                        "see the names with: smoothbench presets")
                .asException();
    }

    private static ProblemException manyOf(Study study) {
        List<String> names = Stream.of(Scale.values())
                .map(study::at)
                .flatMap(List::stream)
                .map(Preset::name)
                .toList();
        return new Problem.Usage(
                        "\"" + study.name() + "\" is a study of " + names.size() + " experiments",
                        "",
                        "give one of " + String.join(", ", names))
                .asException();
    }
}
