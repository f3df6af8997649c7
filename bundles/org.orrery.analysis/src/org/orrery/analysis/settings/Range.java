package org.orrery.analysis.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The ends of the allowed range of a number, or of each number of a list; both belong to it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Range {
    /** The smallest allowed value. */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest allowed value. */
    double max() default Double.POSITIVE_INFINITY;
}
