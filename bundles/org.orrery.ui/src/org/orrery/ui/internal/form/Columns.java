package org.orrery.ui.internal.form;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.settings.Role;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.ui.TypeTexts;

/** Which columns a form offers for a role, and how it writes them. */
final class Columns {
    private Columns() {
    }

    /** Whether a column can play that role. What an analysis refuses beyond that, its check tells. */
    static boolean fit(Role role, Column column) {
        return switch (role) {
            case TARGET, FEATURE, ID, GROUP -> true;
            case WEIGHT, VALUE -> column.type().isNumeric();
            case TIME -> column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP || column.type().isNumeric();
            case TEXT -> column.type().isText();
        };
    }

    static String label(Column column) {
        return NLS.bind(Messages.Columns_label, column.name(), TypeTexts.name(column.type()));
    }
}
