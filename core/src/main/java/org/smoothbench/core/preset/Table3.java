package org.smoothbench.core.preset;

import java.util.List;
import java.util.stream.Stream;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.activation.Relu;
import org.smoothbench.core.activation.Silu;
import org.smoothbench.core.experiment.ResNetSpec;

/** Deeper and wider networks and larger images, with SILU and with ReLU (section 5.1). */
final class Table3 {

    private static final int RESOLUTION = 224;
    private static final int UNGROUPED = 64;
    private static final int SMALL_SHARE = 5000;

    private static final List<Row> ROWS = List.of(
            row("resnet50", 50, Published.imagenet(69.7, 42.3), Published.imagenet(68.8, 33.0)),
            row("resnet101", 101, Published.imagenet(72.9, 45.5), Published.NOTHING),
            row("resnet152", 152, Published.imagenet(73.9, 46.0), Published.robustness(39.4)),
            row("resnext50-32x4d", 50, Published.imagenet(71.2, 42.5), Published.NOTHING)
                    .grouped(4),
            row("resnext50-32x8d", 50, Published.imagenet(73.6, 45.1), Published.robustness(36.7))
                    .grouped(8),
            row("resnet50-299", 50, Published.imagenet(70.9, 43.8), Published.NOTHING)
                    .at(299),
            row("resnet50-380", 50, Published.imagenet(71.6, 44.1), Published.robustness(36.9))
                    .at(380),
            row("resnext152-32x8d-380", 152, Published.imagenet(78.2, 51.2), Published.robustness(46.3))
                    .grouped(8)
                    .at(380));

    private Table3() {}

    /**
     * A row of the table.
     *
     * @param key its part of the presets' names
     * @param depth of the network
     * @param groups of its 3x3 convolutions
     * @param groupWidth channels of a group in the first stage
     * @param resolution of the images
     * @param silu what is published with SILU
     * @param relu what is published with ReLU
     */
    private record Row(
            String key, int depth, int groups, int groupWidth, int resolution, Published silu, Published relu) {

        Row grouped(int channels) {
            return new Row(key, depth, 32, channels, resolution, silu, relu);
        }

        Row at(int pixels) {
            return new Row(key, depth, groups, groupWidth, pixels, silu, relu);
        }

        ResNetSpec network(Scale scale, Activation activation) {
            return switch (scale) {
                case FULL -> Networks.imagenet(depth, groups, groupWidth, activation);
                case SMALL ->
                    stand(
                            depth == 50
                                    ? List.of(1, 1, 1, 1)
                                    : depth == 101 ? List.of(1, 1, 3, 1) : List.of(1, 2, 3, 1),
                            activation);
                case SAMPLE ->
                    stand(
                            depth == 50 ? List.of(1, 1, 1) : depth == 101 ? List.of(1, 1, 2) : List.of(1, 2, 2),
                            activation);
            };
        }

        /** Two groups, each as wide as an ungrouped convolution for 32x4d and twice that for 32x8d. */
        private ResNetSpec stand(List<Integer> blocks, Activation activation) {
            return groups == 1
                    ? Networks.bottlenecks(blocks, 1, UNGROUPED, activation)
                    : Networks.bottlenecks(blocks, 2, UNGROUPED * groupWidth / 4, activation);
        }

        /** Stored images keep their size, so a row that differs in size alone has nothing left at other scales. */
        boolean differsInSizeAlone() {
            return depth == 50 && groups == 1 && resolution != RESOLUTION;
        }
    }

    static Study study() {
        return new Study(
                "table3",
                "Do larger networks gain more? Scaling ResNet",
                "Table 3",
                Testbed.ofImagenet().stream().flatMap(Table3::presets).toList());
    }

    private static Row row(String key, int depth, Published silu, Published relu) {
        return new Row(key, depth, 1, UNGROUPED, RESOLUTION, silu, relu);
    }

    private static Stream<Preset> presets(Testbed testbed) {
        return ROWS.stream()
                .filter(row -> testbed.scale() == Scale.FULL || !row.differsInSizeAlone())
                .flatMap(row -> Stream.of(
                        preset(testbed, row, "silu", new Silu(), row.silu()),
                        preset(testbed, row, "relu", new Relu(), row.relu())));
    }

    private static Preset preset(Testbed testbed, Row row, String key, Activation activation, Published published) {
        ResNetSpec network = row.network(testbed.scale(), activation);
        Recipe recipe = testbed.withLargeNetwork(network, SMALL_SHARE);
        String name = "table3-" + row.key() + "-" + key;
        String what = network.label() + " with " + activation.label() + ", adversarially trained";
        if (testbed.scale() == Scale.FULL) {
            return testbed.preset(
                    name,
                    what + " at " + row.resolution() + " pixels",
                    published,
                    recipe.withImages(new WantedImages.Photographs(row.resolution())));
        }
        return testbed.preset(
                name,
                what,
                published,
                recipe,
                "the network is really " + network.label() + ", in place of "
                        + row.network(Scale.FULL, activation).label()
                        + ": the order of sizes is kept, the sizes are not");
    }
}
