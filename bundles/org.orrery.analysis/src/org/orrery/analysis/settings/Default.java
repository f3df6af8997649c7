package org.orrery.analysis.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value of a component when the user gives none. A component without it, that is neither a list, an optional nor a record, is required. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** As text; the elements of a list with commas between them. */
    String value();
}
