package org.smoothbench.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordReaderTest {

    enum Norm {
        L_INF,
        L_2
    }

    sealed interface Step {}

    @Variant(value = "fixed", help = "The same step throughout")
    record Fixed() implements Step {}

    @Variant(value = "decaying", help = "Ever smaller steps")
    record Decaying(
            @Setting(help = "Share kept", min = 0, max = 1, defaultValue = "0.5")
            double share) implements Step {}

    record Attack(
            @Setting(help = "Budget", unit = "1/255", min = 0, max = 255)
            double epsilon,

            @Setting(help = "Steps", min = 1, max = 1e6, defaultValue = "10")
            long steps,

            @Setting(help = "Tries", min = 1) int restarts,

            @Setting(
                    help = "Layers",
                    choices = {8, 18},
                    defaultValue = "18")
            int depth,

            @Setting(help = "Ball", defaultValue = "\"l-inf\"")
            Norm norm,

            @Setting(help = "Start anywhere", defaultValue = "true")
            boolean randomStart,

            @Setting(help = "Name", defaultValue = "\"pgd\"")
            String name,

            @Setting(help = "Step rule", defaultValue = "\"fixed\"")
            Step step,

            @Setting(help = "Rising numbers", min = 0, max = 9, defaultValue = "[]")
            List<Double> milestones) {

        Attack {
            for (int i = 1; i < milestones.size(); i++) {
                if (milestones.get(i) <= milestones.get(i - 1)) {
                    throw new InvalidSettingException("milestones", "rising numbers", milestones.toString());
                }
            }
        }
    }

    record Suite(@Setting(help = "Attacks in order") List<Attack> attacks) {}

    private final RecordReader reader = new RecordReader();

    @Test
    void fillsInDefaults() {
        assertThat(reader.read(Attack.class, JsonParser.parseString("{\"epsilon\": 8, \"restarts\": 1}"), "$"))
                .isEqualTo(new Attack(8, 10, 1, 18, Norm.L_INF, true, "pgd", new Fixed(), List.of()));
        assertThat(reader.violations()).isEmpty();
    }

    @Test
    void readsBackWhatIsWritten() {
        Suite suite = new Suite(List.of(
                new Attack(0.1, 1_000_000L, 2, 8, Norm.L_2, false, "a \"b\"\n", new Decaying(0.25), List.of()),
                new Attack(1e-300, 1, Integer.MAX_VALUE, 18, Norm.L_INF, true, "", new Fixed(), List.of(0.5, 9.0))));
        assertThat(reader.read(Suite.class, new RecordWriter().write(suite), "$"))
                .isEqualTo(suite);
    }

    @Test
    void readsAVariantByItsBareNameAndWritesOneWithoutSettingsSo() {
        Attack attack = reader.read(
                Attack.class, JsonParser.parseString("{\"epsilon\": 8, \"restarts\": 1, \"step\": \"decaying\"}"), "$");
        assertThat(attack).isNotNull().extracting(Attack::step).isEqualTo(new Decaying(0.5));
        assertThat(new RecordWriter().write(new Fixed())).isEqualTo(JsonParser.parseString("\"fixed\""));
        assertThat(new RecordWriter().write(new Decaying(1)))
                .isEqualTo(JsonParser.parseString("{\"type\": \"decaying\", \"share\": 1}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        epsilon     | 256                   | $.epsilon        | a number from 0 to 255 (1/255)              | 256
        epsilon     | -0.5                  | $.epsilon        | a number from 0 to 255 (1/255)              | -0.5
        epsilon     | "8"                   | $.epsilon        | a number from 0 to 255 (1/255)              | "8"
        epsilon     | null                  | $.epsilon        | a number from 0 to 255 (1/255)              | null
        epsilon     | 1e400                 | $.epsilon        | a number from 0 to 255 (1/255)              | 1e400
        epsilon     | 1e99999               | $.epsilon        | a number from 0 to 255 (1/255)              | 1e99999
        epsilon     | 1e99999999999         | $.epsilon        | a number from 0 to 255 (1/255)              | 1e99999999999
        steps       | 1.5                   | $.steps          | a whole number from 1 to 1000000             | 1.5
        steps       | 10000000000000000     | $.steps          | a whole number from 1 to 1000000             | 10000000000000000
        restarts    | 0                     | $.restarts       | a whole number of at least 1                | 0
        restarts    | 2147483648            | $.restarts       | a whole number of at least 1                | 2147483648
        restarts    | true                  | $.restarts       | a whole number of at least 1                | true
        restarts    | []                    | $.restarts       | a whole number of at least 1                | a list
        depth       | 20                    | $.depth          | one of 8, 18                                | 20
        norm        | "l-1"                 | $.norm           | one of l-inf, l-2                           | "l-1"
        norm        | "L_INF"               | $.norm           | one of l-inf, l-2                           | "L_INF"
        norm        | 2                     | $.norm           | one of l-inf, l-2                           | 2
        randomStart | "true"                | $.randomStart    | true or false                               | "true"
        randomStart | 1                     | $.randomStart    | true or false                               | 1
        name        | 7                     | $.name           | a text                                      | 7
        name        | {}                    | $.name           | a text                                      | an object
        step        | "fxed"                | $.step           | one of decaying, fixed                      | "fxed" (did you mean "fixed"?)
        step        | "momentum"            | $.step           | one of decaying, fixed                      | "momentum"
        step        | {"share": 1}          | $.step.type      | one of decaying, fixed                      | nothing
        step        | {"type": 3}           | $.step.type      | one of decaying, fixed                      | 3
        step        | ["fixed"]             | $.step           | one of decaying, fixed                      | a list
        milestones  | 3                     | $.milestones     | a list                                      | 3
        milestones  | [1, "2"]              | $.milestones[1]  | a number from 0 to 9                        | "2"
        milestones  | [1, 2, 10]            | $.milestones[2]  | a number from 0 to 9                        | 10
        milestones  | [1, null]             | $.milestones[1]  | a number from 0 to 9                        | null
        milestones  | [2, 1]                | $.milestones     | rising numbers                              | [2.0, 1.0]
        epsilom     | 8                     | $.epsilom        | one of the keys epsilon, steps, restarts, depth, norm, randomStart, name, step, milestones | the unknown key "epsilom" (did you mean "epsilon"?)
        zzz         | 8                     | $.zzz            | one of the keys epsilon, steps, restarts, depth, norm, randomStart, name, step, milestones | the unknown key "zzz"
        """)
    void saysWhereWhatWasExpectedAndWhatWasFound(String key, String value, String path, String expected, String found) {
        var tree = JsonParser.parseString("{\"epsilon\": 8, \"restarts\": 1}").getAsJsonObject();
        tree.add(key, JsonParser.parseString(value));
        assertThat(reader.read(Attack.class, tree, "$")).isNull();
        assertThat(reader.violations()).containsExactly(new Violation(path, expected, found));
    }

    @Test
    void takesAWholeNumberInWhateverNotation() {
        assertThat(reader.read(
                        Attack.class,
                        JsonParser.parseString("{\"epsilon\": 8, \"restarts\": 3.0, \"steps\": 1e2}"),
                        "$"))
                .isNotNull()
                .extracting(Attack::restarts, Attack::steps)
                .containsExactly(3, 100L);
    }

    @Test
    void namesEveryViolationInReadingOrder() {
        assertThat(reader.read(
                        Suite.class,
                        JsonParser.parseString("{\"attacks\": [{\"epsilon\": 8}, {\"epsilon\": -1, \"eps\": 1}, 4]}"),
                        "$"))
                .isNull();
        assertThat(reader.violations())
                .extracting(Violation::path, Violation::found)
                .containsExactly(
                        tuple("$.attacks[0].restarts", "nothing"),
                        tuple("$.attacks[1].eps", "the unknown key \"eps\""),
                        tuple("$.attacks[1].epsilon", "-1"),
                        tuple("$.attacks[1].restarts", "nothing"),
                        tuple("$.attacks[2]", "4"));
    }

    @Test
    void saysWhatAMissingSettingWouldDo() {
        reader.read(Attack.class, JsonParser.parseString("{\"restarts\": 1}"), "$");
        assertThat(reader.violations()).containsExactly(new Violation("$.epsilon", "a value: Budget", "nothing"));
    }

    @Test
    void shortensWhatItQuotes() {
        reader.read(Suite.class, JsonParser.parseString("{\"attacks\": \"" + "x".repeat(500) + "\"}"), "$");
        assertThat(reader.violations().getFirst().found()).hasSize(58).endsWith("…");
    }
}
