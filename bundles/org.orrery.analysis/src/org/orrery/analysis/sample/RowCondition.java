package org.orrery.analysis.sample;

import java.util.Optional;

import org.orrery.analysis.settings.ColumnRole;
import org.orrery.analysis.settings.Default;
import org.orrery.analysis.settings.Role;
import org.orrery.data.ValueOperator;

/**
 * What a row must fulfil to be used; a missing value fulfils only that it is missing.
 *
 * @param column the column it looks at
 * @param is what is asked
 * @param value what is compared with, as {@link org.orrery.data.ValueTest} reads it; without meaning for missing and present
 */
public record RowCondition(@ColumnRole(Role.FEATURE) String column, @Default("equals") ValueOperator is, Optional<String> value) {
}
