package org.smoothbench.core.experiment;

import org.smoothbench.core.schema.Setting;

/** The outer minimisation. */
public record TrainingSpec(
        @Setting(help = "Passes over the training images", unit = "epochs", min = 1, max = 100000)
        int epochs,

        @Setting(help = "Images per step", unit = "images", min = 2, max = 65536, defaultValue = "128")
        int batchSize,

        @Setting(help = "Which examples the network is trained on", defaultValue = "\"adversarial\"")
        TrainingMethod method,

        @Setting(help = "How weights follow gradients", defaultValue = "{}")
        OptimizerSpec optimizer,

        @Setting(help = "How the learning rate changes over training", defaultValue = "\"constant\"")
        Schedule schedule,

        @Setting(help = "A careful beginning", defaultValue = "{}")
        Warmup warmup,

        @Setting(
                help = "Share of each label that is spread evenly over all classes",
                formula = "y \\leftarrow (1-s)\\,y + s/K",
                min = 0,
                max = 1,
                defaultValue = "0")
        double labelSmoothing,

        @Setting(help = "Whether averaged weights are judged", defaultValue = "\"none\"")
        WeightAveraging averaging,

        @Setting(help = "When to end before the last epoch", defaultValue = "{}")
        EarlyStopping earlyStopping,

        @Setting(help = "What to do about catastrophic overfitting", defaultValue = "{}")
        CollapseWatch collapse) {

    /** Training with nothing but the basics. */
    public TrainingSpec(int epochs, int batchSize, TrainingMethod method, OptimizerSpec optimizer, Schedule schedule) {
        this(
                epochs,
                batchSize,
                method,
                optimizer,
                schedule,
                new Warmup(0, 0),
                0,
                new WeightAveraging.None(),
                new EarlyStopping(0, 0),
                new CollapseWatch(CollapseWatch.Action.REPORT, 0.5));
    }

    /**
     * The learning rate at a moment.
     *
     * @param epoch how many epochs have been completed, with the fraction of the current one
     */
    public double learningRate(double epoch) {
        return optimizer.learningRate() * schedule.factor(epoch, epochs) * warmup.factor(epoch);
    }
}
