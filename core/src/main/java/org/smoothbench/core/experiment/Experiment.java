package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/**
 * One experiment, whole: two machines that run the same specification do the same thing.
 *
 * @param schema the version of this format
 */
public record Experiment(
        @Setting(help = "Version of this format", choices = Experiment.SCHEMA, defaultValue = "1")
        int schema,

        @Setting(help = "What the run is called; also part of its folder's name")
        String name,

        @Setting(help = "The images to train on and to judge by")
        DataSpec data,

        @Setting(help = "The network") ModelSpec model,

        @Setting(help = "How the network is trained") TrainingSpec training,

        @Setting(help = "How accuracy is measured while training", defaultValue = "{}")
        EvaluationSpec evaluation,

        @Setting(help = "Where and with which seed it runs", defaultValue = "{}")
        RuntimeSpec runtime) {

    /** The version this program reads and writes. */
    public static final int SCHEMA = 1;

    /** This experiment under another name. */
    public Experiment withName(String newName) {
        return new Experiment(schema, newName, data, model, training, evaluation, runtime);
    }

    /** This experiment with another network. */
    public Experiment withModel(ModelSpec newModel) {
        return new Experiment(schema, name, data, newModel, training, evaluation, runtime);
    }

    /** This experiment on other data. */
    public Experiment withData(DataSpec newData) {
        return new Experiment(schema, name, newData, model, training, evaluation, runtime);
    }
}
