package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;
import org.smoothbench.core.schema.Setting;
import org.smoothbench.core.schema.Violation;

/** What specifications of networks are called, and which are refused. */
public class ModelSpecTest {

    /** A record as the reader can make one: public all the way. */
    public record Holder(@Setting(help = "The network") ModelSpec model) {}

    private static ModelSpec read(String json) {
        RecordReader reader = new RecordReader();
        Holder holder = reader.read(Holder.class, tree(json), "$");
        assertThat(reader.violations()).isEmpty();
        return Objects.requireNonNull(holder).model();
    }

    private static JsonObject tree(String json) {
        JsonObject tree = new JsonObject();
        tree.add("model", JsonParser.parseString(json));
        return tree;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "resnet"                                                                       | ResNet-18
        {"type":"resnet","depth":18,"width":16,"activation":"silu"}                    | ResNet-18, width 16
        {"type":"resnet","depth":18,"stem":"imagenet"}                                 | ResNet-18, ImageNet stem
        {"type":"resnet","depth":50,"stem":"imagenet"}                                 | ResNet-50
        {"type":"resnet","depth":50}                                                   | ResNet-50, CIFAR stem
        {"type":"resnet","depth":50,"groups":32,"groupWidth":4,"stem":"imagenet"}      | ResNeXt-50-32x4d
        {"type":"resnet","depth":152,"groups":32,"groupWidth":8,"stem":"imagenet"}     | ResNeXt-152-32x8d
        {"type":"resnet","depth":50,"groupWidth":128,"stem":"imagenet"}                | ResNet-50, bottleneck width 128
        {"type":"resnet","blocks":[1,2,1],"width":8}                                   | ResNet-10, blocks 1-2-1, width 8
        {"type":"resnet","block":"bottleneck"}                                         | ResNet-26, bottlenecks
        "preact-resnet"                                                                | PreActResNet-18
        {"type":"preact-resnet","width":16}                                            | PreActResNet-18, width 16
        "wide-resnet"                                                                  | WRN-28-10
        {"type":"wide-resnet","depth":34,"dropout":0.3}                                | WRN-34-10, dropout 0.3
        "efficientnet"                                                                 | EfficientNet-B0
        {"type":"efficientnet","variant":"l1"}                                         | EfficientNet-L1
        "small-cnn"                                                                    | CNN 32-64-128
        "mlp"                                                                          | MLP 64-64
        {"type":"mlp","hidden":[]}                                                     | linear classifier
        """)
    void areCalledAsTheFieldCallsThem(String json, String label) {
        ModelSpec spec = read(json);
        assertThat(spec.label()).isEqualTo(label);
        assertThat(read(new RecordWriter().write((Record) spec).toString())).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"type":"resnet","groups":32}                                     | $.model.groups     | basic blocks with groups 32
        {"type":"resnet","groupWidth":32}                                 | $.model.groupWidth | basic blocks
        {"type":"resnet","depth":50,"width":9,"groupWidth":4}             | $.model.groupWidth | 9 x 4 / 64
        {"type":"resnet","depth":50,"width":16,"groupWidth":4,"groups":4} | $.model.groupWidth | from 4 to 32
        {"type":"resnet","depth":50,"width":1024,"groupWidth":512}        | $.model.groupWidth | from 8192 to 65536
        {"type":"resnet","blocks":[1,1,1,1,1]}                            | $.model.blocks     | at most 4 stages
        {"type":"resnet","blocks":[1,0]}                                  | $.model.blocks[1]  | from 1 to 200
        {"type":"resnet","width":7}                                       | $.model.width      | from 8
        {"type":"resnet","stem":"mnist"}                                  | $.model.stem       | one of cifar, imagenet
        {"type":"wide-resnet","depth":30}                                 | $.model.depth      | multiple of 6
        {"type":"efficientnet","variant":"b8"}                            | $.model.variant    | one of b0, b1
        {"type":"efficientnet","dropout":-0.5}                            | $.model.dropout    | -1 or a number
        {"type":"small-cnn","channels":[8,4]}                             | $.model.channels[1] | from 8
        {"type":"small-cnn","channels":[]}                                | $.model.channels   | 1 to 10 numbers
        {"type":"mlp","normalization":{"type":"channels","mean":[0.5,0.5],"std":[1]}} | $.model.normalization.std | 2 numbers
        {"type":"mlp","normalization":{"type":"channels","mean":[],"std":[]}}         | $.model.normalization.mean | each channel
        {"type":"mlp","normalization":{"type":"channels","mean":[0],"std":[0]}}       | $.model.normalization.std[0] | from 1.0E-6
        """)
    void impossibleOnesAreRefusedWhereTheyAreWrong(String json, String path, String words) {
        RecordReader reader = new RecordReader();
        assertThat(reader.read(Holder.class, tree(json), "$")).isNull();
        assertThat(reader.violations()).extracting(Violation::path).containsExactly(path);
        assertThat(reader.violations().getFirst().text()).contains(words);
    }

    @Test
    void stagesAreThoseOfTheDepthUnlessGiven() {
        assertThat(((ResNetSpec) read("{\"type\":\"resnet\",\"depth\":101}")).stages())
                .isEqualTo(List.of(3, 4, 23, 3));
        assertThat(((ResNetSpec) read("{\"type\":\"resnet\",\"depth\":101,\"blocks\":[2,2]}")).stages())
                .isEqualTo(List.of(2, 2));
    }

    /** 32 x 1.1 = 35.2 is 32, 80 x 1.1 = 88; 24 x 1.4 = 33.6 would be a twentieth below at 32 and stays. */
    @Test
    void channelsOfEfficientNetsAreMultiplesOfEightNeverATenthBelow() {
        assertThat(EfficientNetSpec.Scaling.B2.channels(32)).isEqualTo(32);
        assertThat(EfficientNetSpec.Scaling.B2.channels(80)).isEqualTo(88);
        assertThat(EfficientNetSpec.Scaling.B4.channels(24)).isEqualTo(32);
        // 16 x 1.2 = 19.2: the nearest multiple, 16, is more than a tenth below.
        assertThat(EfficientNetSpec.Scaling.B3.channels(16)).isEqualTo(24);
        assertThat(EfficientNetSpec.Scaling.L1.channels(1280)).isEqualTo(4992);
        assertThat(EfficientNetSpec.Scaling.L1.blocks(4)).isEqualTo(15);
        assertThat(EfficientNetSpec.Scaling.B7.resolution()).isEqualTo(600);
    }

    @Test
    void dropoutIsThePublishedOneUnlessGiven() {
        assertThat(((EfficientNetSpec) read("{\"type\":\"efficientnet\",\"variant\":\"b5\"}")).dropoutRate())
                .isEqualTo(0.4);
        assertThat(((EfficientNetSpec) read("{\"type\":\"efficientnet\",\"dropout\":0}")).dropoutRate())
                .isZero();
    }
}
