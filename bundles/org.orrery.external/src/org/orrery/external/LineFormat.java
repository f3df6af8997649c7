package org.orrery.external;

import java.util.Optional;

/** Finds metrics in lines. */
interface LineFormat {
    /** What the line says; empty when it is not of this form. */
    Optional<Readings> read(String line);
}
