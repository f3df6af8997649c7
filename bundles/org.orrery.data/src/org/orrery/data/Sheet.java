package org.orrery.data;

import java.util.Objects;

/**
 * One sheet of a workbook.
 *
 * @param name what the workbook calls it, unique in its file
 * @param hidden whether the workbook does not show it
 */
public record Sheet(String name, boolean hidden) {
    public Sheet {
        Objects.requireNonNull(name, "name");
    }
}
