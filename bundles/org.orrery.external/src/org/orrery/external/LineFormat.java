package org.orrery.external;

import java.util.List;
import java.util.Optional;

/** Finds metrics in lines. */
interface LineFormat {
    /** What the line says; empty when it is not of this form. */
    Optional<Readings> read(String line);

    /** Where in a line that is of this form the numbers stand; empty when the form does not tell. */
    default List<Capture> captures(String line) {
        return List.of();
    }
}
