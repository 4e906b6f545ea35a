package org.smoothbench.core.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one setting, at the record component that holds it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the setting does, as one sentence for a researcher who has not seen this program before. */
    String help();

    /** The unit, such as {@code 1/255} or {@code images}; empty for pure numbers. */
    String unit() default "";

    /** The formula the setting appears in, as LaTeX; empty where there is none. */
    String formula() default "";

    /** The smallest number allowed; for a list, of each of its elements. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest number allowed; for a list, of each of its elements. */
    double max() default Double.POSITIVE_INFINITY;

    /** The only numbers allowed; empty where the range decides. */
    double[] choices() default {};

    /** The value, as JSON, of a setting left out; empty where it must be given. */
    String defaultValue() default "";
}
