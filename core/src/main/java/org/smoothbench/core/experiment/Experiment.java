package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.InvalidSettingException;
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

        @Setting(
                help = "How many of the training images are used, and how many are kept for validation",
                defaultValue = "{}")
        SplitSpec split,

        @Setting(help = "How training images are varied at every visit", defaultValue = "{}")
        AugmentationSpec augmentation,

        @Setting(help = "The network") ModelSpec model,

        @Setting(help = "How the network is trained") TrainingSpec training,

        @Setting(help = "How accuracy is measured while training", defaultValue = "{}")
        EvaluationSpec evaluation,

        @Setting(help = "Where and with which seed it runs", defaultValue = "{}")
        RuntimeSpec runtime) {

    /** The version this program reads and writes. */
    public static final int SCHEMA = 1;

    public Experiment {
        if (data instanceof DataSpec.ImageFolder folder
                && folder.size() instanceof ImageScaling.Imagenet
                && augmentation.cropPadding() > 0) {
            throw new InvalidSettingException(
                    "augmentation.cropPadding",
                    "0, as $.data.size already crops training images at random",
                    Integer.toString(augmentation.cropPadding()));
        }
    }

    /** An experiment on all of its training images, none of them varied. */
    public Experiment(
            int schema,
            String name,
            DataSpec data,
            ModelSpec model,
            TrainingSpec training,
            EvaluationSpec evaluation,
            RuntimeSpec runtime) {
        this(schema, name, data, SplitSpec.ALL, AugmentationSpec.NONE, model, training, evaluation, runtime);
    }

    /** This experiment under another name. */
    public Experiment withName(String newName) {
        return new Experiment(schema, newName, data, split, augmentation, model, training, evaluation, runtime);
    }

    /** This experiment with another network. */
    public Experiment withModel(ModelSpec newModel) {
        return new Experiment(schema, name, data, split, augmentation, newModel, training, evaluation, runtime);
    }

    /** This experiment on other data. */
    public Experiment withData(DataSpec newData) {
        return new Experiment(schema, name, newData, split, augmentation, model, training, evaluation, runtime);
    }
}
