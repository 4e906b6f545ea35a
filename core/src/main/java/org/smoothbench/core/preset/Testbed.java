package org.smoothbench.core.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.experiment.AugmentationSpec;
import org.smoothbench.core.experiment.EvaluationSpec;
import org.smoothbench.core.experiment.ModelSpec;
import org.smoothbench.core.experiment.OptimizerSpec;
import org.smoothbench.core.experiment.PgdSpec;
import org.smoothbench.core.experiment.Schedule;
import org.smoothbench.core.experiment.SplitSpec;
import org.smoothbench.core.experiment.TrainingMethod;
import org.smoothbench.core.experiment.TrainingSpec;

/**
 * Where a study is done at one scale: images, network, training and judgement, of which the study varies what it is about.
 *
 * @param scale how large it is
 * @param network the network with an activation
 * @param recipe everything, with ReLU
 * @param usualNetwork how the network deviates from the paper's, in studies that do not vary it; empty if it does not
 * @param differences what else deviates from the paper, whatever the study varies
 */
record Testbed(
        Scale scale,
        Function<Activation, ModelSpec> network,
        Recipe recipe,
        String usualNetwork,
        List<String> differences) {

    private static final AugmentationSpec FLIP = new AugmentationSpec(0, true, AugmentationSpec.Policy.NONE, 0, 1);
    private static final AugmentationSpec CROP_AND_FLIP =
            new AugmentationSpec(4, true, AugmentationSpec.Policy.NONE, 0, 1);
    private static final int RESOLUTION = 224;
    private static final int SAMPLE_SHARE = 500;

    /** The scales of a study that the paper does on ImageNet. */
    static List<Testbed> ofImagenet() {
        return List.of(
                imagenet(),
                small(
                        "ResNet-18 with a quarter of its channels instead of ResNet-50",
                        "CIFAR-10's images of 32 pixels instead of ImageNet's of 224",
                        "budget and step of the attacker 8/255, as usual on CIFAR-10, instead of 4/255"),
                sample(
                        "ResNet-8 with 8 channels instead of ResNet-50",
                        "budget and step of the attacker 8/255 instead of 4/255"));
    }

    /** The scales of a study that the paper does on CIFAR-10. */
    static List<Testbed> ofCifar10() {
        return List.of(
                cifar10(),
                small("ResNet-18 with a quarter of its channels"),
                sample("ResNet-8 with 8 channels instead of ResNet-18"));
    }

    /** The paper's recipe (section 3.1). */
    private static Testbed imagenet() {
        TrainingSpec training = new TrainingSpec(
                100,
                256,
                attacked(4),
                new OptimizerSpec(0.1, 0.9, 1e-4),
                new Schedule.Step(List.of(30.0, 60.0, 90.0), 0.1));
        EvaluationSpec evaluation = new EvaluationSpec(100, 0, 250, new PgdSpec(4, 1, 200, true));
        WantedImages images = new WantedImages.Photographs(RESOLUTION);
        return new Testbed(
                Scale.FULL,
                Networks::imagenetResNet50,
                new Recipe(images, SplitSpec.ALL, FLIP, Networks.imagenetResNet50(new Relu()), training, evaluation),
                "",
                List.of(
                        "the paper gives no batch size, learning rate or momentum: 256 images, 0.1 and 0.9 here,"
                                + " without warm-up",
                        "weight decay acts on weights of convolutions and of the last layer only, as in the authors'"
                                + " released code",
                        "training images are cropped at random and mirrored, without changes of colour"));
    }

    /** The attack is the paper's (section 7); everything else, of which it says nothing, is Wong et al.'s (2020). */
    private static Testbed cifar10() {
        TrainingSpec training =
                new TrainingSpec(30, 128, attacked(8), new OptimizerSpec(0.2, 0.9, 5e-4), new Schedule.Cyclic(0.4));
        EvaluationSpec evaluation = new EvaluationSpec(5, 0, 250, new PgdSpec(8, 2, 50, true));
        WantedImages images = new WantedImages.Cifar10();
        return new Testbed(
                Scale.FULL,
                Networks::cifarResNet18,
                new Recipe(
                        images, SplitSpec.ALL, CROP_AND_FLIP, Networks.cifarResNet18(new Relu()), training, evaluation),
                "",
                List.of(
                        "the paper gives neither epochs nor learning rate: 30 epochs here, rising to 0.2 and falling"
                                + " to 0, weight decay 5e-4, 128 images a batch (after Wong et al. 2020)",
                        "judged under PGD-50, eps 8/255, step 2/255; AutoAttack, the paper's judge, is stronger"));
    }

    private static Testbed small(String network, String... differences) {
        TrainingSpec training =
                new TrainingSpec(5, 64, attacked(8), new OptimizerSpec(0.1, 0.9, 5e-4), new Schedule.Cyclic(0.4));
        EvaluationSpec evaluation = new EvaluationSpec(5, 1000, 250, new PgdSpec(8, 2, 10, true));
        WantedImages images = new WantedImages.Cifar10();
        SplitSpec split = new SplitSpec(10_000, 0, 0);
        Stream<String> always = Stream.of(
                "10,000 of CIFAR-10's 50,000 training images, mirrored at random; 5 epochs, 64 images a batch, learning"
                        + " rate rising to 0.1 and falling to 0, weight decay 5e-4",
                "judged under PGD-10, eps 8/255, step 2/255, on 1,000 test images");
        return new Testbed(
                Scale.SMALL,
                Networks::narrowResNet18,
                new Recipe(images, split, FLIP, Networks.narrowResNet18(new Relu()), training, evaluation),
                network,
                Stream.concat(Stream.of(differences), always).toList());
    }

    private static Testbed sample(String network, String... differences) {
        TrainingSpec training = new TrainingSpec(
                12, 64, attacked(8), new OptimizerSpec(0.1, 0.9, 5e-4), new Schedule.Step(List.of(8.0, 11.0), 0.1));
        EvaluationSpec evaluation = new EvaluationSpec(4, 0, 250, new PgdSpec(8, 2, 10, true));
        WantedImages images = new WantedImages.Sample();
        ModelSpec model = Networks.sampleResNet8(new Relu());
        Stream<String> always = Stream.of(
                "the program's own 2,000 training and 500 test images: to see it work, not for a result",
                "12 epochs, 64 images a batch, learning rate 0.1, a tenth of it after 8 and 11 epochs, weight decay"
                        + " 5e-4, no augmentation",
                "judged under PGD-10, eps 8/255, step 2/255");
        return new Testbed(
                Scale.SAMPLE,
                Networks::sampleResNet8,
                new Recipe(images, SplitSpec.ALL, AugmentationSpec.NONE, model, training, evaluation),
                network,
                Stream.concat(Stream.of(differences), always).toList());
    }

    /** PGD-1 whose step is the whole budget. */
    private static TrainingMethod attacked(double budget) {
        return new TrainingMethod.Adversarial(new PgdSpec(budget, budget, 1, true));
    }

    /** The recipe with another activation. */
    Recipe with(Activation activation) {
        return recipe.withModel(network.apply(activation));
    }

    /**
     * The recipe with a network of many layers, which at smaller scales is trained on fewer images.
     *
     * @param small how many at the small scale
     */
    Recipe withLargeNetwork(ModelSpec model, int small) {
        Recipe large = recipe.withModel(model);
        return switch (scale) {
            case FULL -> large;
            case SMALL -> large.withSplit(new SplitSpec(small, 0, 0));
            case SAMPLE -> large.withSplit(new SplitSpec(SAMPLE_SHARE, 0, 0));
        };
    }

    /** A preset done here; its name is the base with the scale's suffix. */
    Preset preset(String base, String description, Published published, Recipe changed, String... more) {
        List<String> all = new ArrayList<>();
        if (!usualNetwork.isEmpty()
                && changed.model().label().equals(recipe.model().label())) {
            all.add(usualNetwork);
        }
        all.addAll(differences);
        if (!changed.split().equals(recipe.split())) {
            all.add(String.format(
                    Locale.ROOT,
                    "only %,d training images, since the network has many layers",
                    changed.split().training()));
        }
        all.addAll(List.of(more));
        return new Preset(base + scale.suffix(), scale, description, published, all, changed);
    }
}
