package org.smoothbench.core.experiment;

import java.util.List;
import java.util.stream.Collectors;
import org.smoothbench.core.activation.Activation;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Variant;

/**
 * A residual network with activations after the sums (He et al. 2016), with groups also ResNeXt (Xie et al. 2017) and with
 * wider bottlenecks Wide ResNet-50-2, all as torchvision builds them.
 *
 * <p>Depth 8 is the smallest of He et al.'s CIFAR networks (section 4.2, 6n + 2 layers with n = 1): three stages of one
 * block.
 *
 * @param groupWidth torchvision's {@code width_per_group}: channels of each group in the first stage's 3x3 convolutions
 *     when {@code width} is 64; other widths scale it along, so that a narrow network keeps its proportions
 */
@Variant(value = "resnet", help = "Residual network, ResNeXt if it has groups (He et al. 2016, Xie et al. 2017)")
public record ResNetSpec(
        @Setting(
                help = "Layers: 18 for ResNet-18, 8 for a small network",
                choices = {8, 18, 34, 50, 101, 152},
                defaultValue = "18")
        int depth,

        @Setting(
                help = "Blocks of each stage, instead of those that the depth stands for; empty for those of the depth",
                unit = "blocks",
                min = 1,
                max = 200,
                defaultValue = "[]")
        List<Integer> blocks,

        @Setting(
                help = "Channels of the first stage; each later stage doubles them. ResNet-18 has 64",
                unit = "channels",
                min = 8,
                max = 1024,
                defaultValue = "64")
        int width,

        @Setting(
                help = "Groups of the 3x3 convolutions; ResNeXt-50-32x4d has 32",
                min = 1,
                max = 256,
                defaultValue = "1")
        int groups,

        @Setting(
                help = "Channels of a group in the first stage at width 64; ResNeXt-50-32x4d has 4",
                unit = "channels",
                min = 1,
                max = 512,
                defaultValue = "64")
        int groupWidth,

        @Setting(help = "Kind of block; auto is bottleneck from depth 50 on", defaultValue = "\"auto\"")
        Block block,

        @Setting(
                help =
                        "First layers: cifar is a 3x3 convolution, imagenet a 7x7 convolution and a max-pooling that both"
                                + " halve the image",
                defaultValue = "\"cifar\"")
        Stem stem,

        @Setting(
                help = "Start the last batch normalisation of each block at 0, so that blocks start as identities",
                defaultValue = "false")
        boolean zeroInitResidual,

        @Setting(help = "Activation function of every layer", defaultValue = "\"relu\"")
        Activation activation,

        @Setting(help = "What happens to images first", defaultValue = "\"symmetric\"")
        InputNormalization normalization)
        implements ModelSpec {

    private static final int FULL_WIDTH = 64;
    private static final int MOST_STAGES = 4;
    private static final int LARGEST_INNER_WIDTH = 8192;

    /** Kinds of residual blocks. */
    public enum Block {
        /** Bottleneck from depth 50 on, as published. */
        AUTO,
        /** Two 3x3 convolutions. */
        BASIC,
        /** A 1x1 convolution, a 3x3 one, and a 1x1 one to four times as many channels. */
        BOTTLENECK
    }

    /** Kinds of first layers. */
    public enum Stem {
        /** A 3x3 convolution that keeps the size. */
        CIFAR,
        /** A 7x7 convolution with stride 2 and a 3x3 max-pooling with stride 2. */
        IMAGENET
    }

    public ResNetSpec {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MOST_STAGES) {
            throw new InvalidSettingException("blocks", "at most " + MOST_STAGES + " stages", blocks.toString());
        }
        if (bottleneck(block, depth)) {
            requireWholeGroups(width, groups, groupWidth, stages(blocks, depth).size());
        } else if (groups != 1 || groupWidth != FULL_WIDTH) {
            throw new InvalidSettingException(
                    groups != 1 ? "groups" : "groupWidth",
                    "bottleneck blocks, or basic blocks with groups 1 and groupWidth " + FULL_WIDTH,
                    "basic blocks with groups " + groups + " and groupWidth " + groupWidth);
        }
    }

    /** A plain network with a CIFAR stem. */
    public ResNetSpec(int depth, int width, Activation activation) {
        this(
                depth,
                List.of(),
                width,
                1,
                FULL_WIDTH,
                Block.AUTO,
                Stem.CIFAR,
                false,
                activation,
                new InputNormalization.Symmetric());
    }

    private static void requireWholeGroups(int width, int groups, int groupWidth, int stages) {
        if (width * groupWidth % FULL_WIDTH != 0) {
            throw new InvalidSettingException(
                    "groupWidth",
                    "a number that makes width x groupWidth / 64, the channels of a group, whole",
                    width + " x " + groupWidth + " / 64");
        }
        int inner = width * groupWidth / FULL_WIDTH * groups;
        int widest = inner << (stages - 1);
        if (inner < 8 || widest > LARGEST_INNER_WIDTH) {
            throw new InvalidSettingException(
                    "groupWidth",
                    "3x3 convolutions of 8 to " + LARGEST_INNER_WIDTH + " channels (groups x width x groupWidth / 64)",
                    "from " + inner + " to " + widest + " channels");
        }
    }

    /** The number of blocks of each stage. */
    public List<Integer> stages() {
        return stages(blocks, depth);
    }

    private static List<Integer> stages(List<Integer> blocks, int depth) {
        if (!blocks.isEmpty()) {
            return blocks;
        }
        return switch (depth) {
            case 8 -> List.of(1, 1, 1);
            case 18 -> List.of(2, 2, 2, 2);
            case 101 -> List.of(3, 4, 23, 3);
            case 152 -> List.of(3, 8, 36, 3);
            default -> List.of(3, 4, 6, 3);
        };
    }

    /** Whether blocks are bottlenecks. */
    public boolean bottleneck() {
        return bottleneck(block, depth);
    }

    private static boolean bottleneck(Block block, int depth) {
        return switch (block) {
            case AUTO -> depth >= 50;
            case BASIC -> false;
            case BOTTLENECK -> true;
        };
    }

    /** Channels of the 3x3 convolution of a bottleneck, in the stage counted from 0. */
    public int innerWidth(int stage) {
        return (width << stage) * groupWidth / FULL_WIDTH * groups;
    }

    @Override
    public String label() {
        int layers = stages().stream().mapToInt(Integer::intValue).sum() * (bottleneck() ? 3 : 2) + 2;
        String name = groups > 1
                ? "ResNeXt-" + layers + "-" + groups + "x" + groupWidth + "d"
                : groupWidth == FULL_WIDTH
                        ? "ResNet-" + layers
                        : "ResNet-" + layers + ", bottleneck width " + groupWidth;
        String counts = blocks.isEmpty()
                ? ""
                : blocks.stream().map(String::valueOf).collect(Collectors.joining("-", ", blocks ", ""));
        boolean usualBlock = block == Block.AUTO || bottleneck() == depth >= 50;
        String kind = usualBlock ? "" : bottleneck() ? ", bottlenecks" : ", basic blocks";
        Stem usualStem = depth >= 50 ? Stem.IMAGENET : Stem.CIFAR;
        String first = stem == usualStem ? "" : stem == Stem.CIFAR ? ", CIFAR stem" : ", ImageNet stem";
        return name + counts + kind + (width == FULL_WIDTH ? "" : ", width " + width) + first;
    }
}
