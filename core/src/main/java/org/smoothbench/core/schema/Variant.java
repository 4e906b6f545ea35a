package org.smoothbench.core.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names one record of a sealed family, as it is written in the {@code type} key of a specification. A variant whose
 * settings all have defaults may be written as its bare name.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {

    /** The name in a specification, such as {@code silu}. */
    String value();

    /** What the variant is, as one sentence. */
    String help();
}
