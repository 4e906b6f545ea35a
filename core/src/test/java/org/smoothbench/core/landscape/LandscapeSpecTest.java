package org.smoothbench.core.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.schema.InvalidSettingException;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.RecordWriter;

/** What a landscape's specification says and refuses. */
final class LandscapeSpecTest {

    static List<PlaneSpec> planes() {
        return List.of(
                new PlaneSpec.AdversarialRandom(new DirectionSpec.Sign()),
                new PlaneSpec.AdversarialOrthogonal(new DirectionSpec.Pgd(7), new DirectionSpec.Apgd(30)),
                new PlaneSpec.AdversarialOther(new DirectionSpec.Pgd(10), "other"),
                new PlaneSpec.RandomRandom(),
                new PlaneSpec.Filters(3),
                new PlaneSpec.Line(0));
    }

    @ParameterizedTest
    @MethodSource("planes")
    void comesBackFromJson(PlaneSpec plane) {
        LandscapeSpec spec = LandscapeSpec.usual(plane);
        RecordReader reader = new RecordReader();
        assertThat(reader.read(LandscapeSpec.class, new RecordWriter().write(spec), "$"))
                .isEqualTo(spec);
        assertThat(reader.violations()).isEmpty();
    }

    @Test
    void hasDefaults() {
        RecordReader reader = new RecordReader();
        assertThat(reader.read(LandscapeSpec.class, JsonParser.parseString("{}"), "$"))
                .isEqualTo(LandscapeSpec.usual(new PlaneSpec.AdversarialRandom(new DirectionSpec.Pgd(10))));
    }

    @ParameterizedTest
    @CsvSource({
        "{\"grid\": 100},$.grid,an odd number",
        "{\"grid\": 3},$.grid,from 5 to 401",
        "{\"grid\": 403},$.grid,from 5 to 401",
        "{\"epsilon\": 0},$.epsilon,above 0",
        "{\"range\": 0},$.range,from 0.01",
        "{\"image\": -1},$.image,at least 0",
        "{\"plane\": \"weight\"},$.plane,weights",
        "'{\"grid\": 401, \"images\": 5000}',$.images,vertices of all images"
    })
    void refusesWhatCannotBeMeant(String json, String path, String expected) {
        RecordReader reader = new RecordReader();
        assertThat(reader.read(LandscapeSpec.class, JsonParser.parseString(json), "$"))
                .isNull();
        assertThat(reader.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo(path);
            assertThat(violation.text()).contains(expected);
        });
    }

    @Test
    void theMiddleOfAnAxisIsZeroToTheLastBit() {
        for (double range : new double[] {0.1, 0.3, 1, 2, 7.7}) {
            for (int count = 5; count <= 401; count += 2) {
                Axis axis = new Axis("", "eps", -range, range, count);
                assertThat(axis.at((count - 1) / 2)).isZero();
                assertThat(axis.at(0)).isEqualTo(-range);
                assertThat(axis.at(count - 1)).isEqualTo(range);
                assertThat(axis.at(1)).isEqualTo(-axis.at(count - 2));
            }
        }
    }

    @Test
    void aLineIsOneRow() {
        assertThat(LandscapeSpec.usual(new PlaneSpec.Line(0)).rows()).isEqualTo(1);
        assertThatThrownBy(() -> new LandscapeSpec(new PlaneSpec.Line(0), 8, 40, 1, 0, 1, true, 0))
                .isInstanceOf(InvalidSettingException.class);
    }
}
