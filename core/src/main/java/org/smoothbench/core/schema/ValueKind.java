package org.smoothbench.core.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** What kind of value a setting takes, with all that a form needs to offer it. */
public sealed interface ValueKind {

    /** True or false. */
    record Flag() implements ValueKind {}

    /** A number. */
    record Numeric(boolean whole) implements ValueKind {}

    /** A text. */
    record Text() implements ValueKind {}

    /** One of some names. */
    record Choice(List<String> names) implements ValueKind {}

    /** A list of values of one kind. */
    record Elements(ValueKind element) implements ValueKind {}

    /** Settings that belong together. */
    record Group(List<FieldDescription> fields) implements ValueKind {}

    /** One of several alternatives, each with settings of its own. */
    record Family(List<Alternative> alternatives) implements ValueKind {

        /** The alternatives' names, in alphabetical order. */
        public List<String> names() {
            return alternatives.stream().map(Alternative::name).toList();
        }
    }

    /**
     * A record of a sealed family.
     *
     * @param name as it is written in a specification
     * @param help what it is, as one sentence
     * @param fields its settings
     */
    record Alternative(String name, String help, List<FieldDescription> fields) {

        /** Whether it may be written as its bare name. */
        public boolean complete() {
            return fields.stream().allMatch(FieldDescription::optional);
        }
    }

    /** Whether a single control can hold such a value. */
    default boolean single() {
        return switch (this) {
            case Flag _, Numeric _, Text _, Choice _, Family _ -> true;
            case Elements _, Group _ -> false;
        };
    }

    /** The kind of values of a Java type, as {@link RecordReader} reads it. */
    static ValueKind of(Type type) {
        return switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> new Elements(of(list.getActualTypeArguments()[0]));
            case Class<?> c -> KindOfClass.KNOWN.get(c);
            default -> throw new IllegalStateException("no kind of " + type);
        };
    }

    /** The kind of values of a class that is no list. */
    private static ValueKind ofClass(Class<?> type) {
        return switch (type) {
            case Class<?> c when c.isSealed() -> new Family(alternatives(c));
            case Class<?> c when c.isRecord() -> new Group(FieldDescription.of(c));
            case Class<?> c
            when c.isEnum() ->
                new Choice(Arrays.stream(c.getEnumConstants())
                        .map(constant -> RecordWriter.enumName((Enum<?>) constant))
                        .toList());
            case Class<?> c when c == String.class -> new Text();
            case Class<?> c when c == boolean.class || c == Boolean.class -> new Flag();
            case Class<?> c -> new Numeric(RecordReader.wholeInt(c) || RecordReader.wholeLong(c));
        };
    }

    private static List<Alternative> alternatives(Class<?> family) {
        return RecordReader.variantsOf(family).entrySet().stream()
                .map(entry -> new Alternative(
                        entry.getKey(),
                        entry.getValue().getAnnotation(Variant.class).help(),
                        FieldDescription.of(entry.getValue())))
                .toList();
    }

    /** What was found of classes; asked for at every key that is typed. */
    final class KindOfClass {

        private static final ClassValue<ValueKind> KNOWN = new ClassValue<>() {
            @Override
            protected ValueKind computeValue(Class<?> type) {
                return ofClass(type);
            }
        };

        private KindOfClass() {}
    }
}
