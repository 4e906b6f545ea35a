package org.smoothbench.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smoothbench.core.schema.FieldDescription;
import org.smoothbench.core.schema.RecordReader;
import org.smoothbench.core.schema.Variant;
import org.smoothbench.core.schema.Violation;

/** Walks every record a specification is made of. */
final class SettingDescriptionTest {

    static Set<Class<?>> records() {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(Experiment.class, found);
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        switch (type) {
            case ParameterizedType list -> collect(list.getActualTypeArguments()[0], found);
            case Class<?> family
            when family.isSealed() ->
                Stream.of(family.getPermittedSubclasses()).forEach(variant -> collect(variant, found));
            case Class<?> record
            when record.isRecord() && found.add(record) ->
                Stream.of(record.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> collect(component, found));
            default -> {}
        }
    }

    @Test
    void reachesTheWholeSpecification() {
        assertThat(records())
                .contains(
                        PgdSpec.class,
                        OptimizerSpec.class,
                        Schedule.Step.class,
                        DataSpec.ImageFolder.class,
                        RuntimeSpec.class);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everySettingHasHelpAndASensibleRange(Class<?> record) {
        for (FieldDescription field : FieldDescription.of(record)) {
            assertThat(field.setting().help())
                    .as("%s.%s", record.getSimpleName(), field.key())
                    .isNotBlank();
            assertThat(field.setting().min()).isLessThan(field.setting().max());
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyVariantHasANameAndHelp(Class<?> record) {
        if (Stream.of(record.getInterfaces()).anyMatch(Class::isSealed)) {
            Variant variant = record.getAnnotation(Variant.class);
            assertThat(variant).as(record.getSimpleName()).isNotNull();
            assertThat(variant.value()).matches("[a-z0-9-]+");
            assertThat(variant.help()).isNotBlank();
        }
    }

    /** A record that leaves every optional setting out has no violation but those of settings that must be given. */
    @ParameterizedTest
    @MethodSource("records")
    void everyDefaultReadsWithoutViolation(Class<?> record) {
        RecordReader reader = new RecordReader();
        JsonObject explicit = new JsonObject();
        FieldDescription.of(record).stream()
                .filter(FieldDescription::optional)
                .forEach(field -> explicit.add(
                        field.key(), JsonParser.parseString(field.setting().defaultValue())));
        reader.read(record.asSubclass(Record.class), explicit, "$");
        Set<String> required = new LinkedHashSet<>();
        FieldDescription.of(record).stream()
                .filter(field -> !field.optional())
                .forEach(field -> required.add("$." + field.key()));
        assertThat(reader.violations()).extracting(Violation::path).containsExactlyElementsOf(required);
    }
}
