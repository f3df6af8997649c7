package org.orrery.analysis.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a text, or a list of texts, names columns of the data. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ColumnRole {
    /** What the column is used for. */
    Role value();

    /** The input, by its name in plugin.xml. */
    String input() default "data";
}
