package org.orrery.ui.data.internal.rows;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.ui.Formats;
import org.orrery.ui.TypeTexts;

/**
 * What stands over a column: its name, and below it what it holds.
 *
 * @param name the name
 * @param summary type, missing and different values
 * @param shape what its values look like; null while that is not known
 */
record ColumnHead(String name, String summary, ColumnShape shape) {
    static ColumnHead of(Column column, long rows, ColumnShape shape) {
        StringBuilder summary = new StringBuilder(TypeTexts.name(column.type()));
        if (column.missing() > 0 && rows > 0) {
            summary.append(NLS.bind(Messages.ColumnHead_missing, share((double) column.missing() / rows)));
        }
        if (column.distinct() >= 0) {
            summary.append(NLS.bind(Messages.ColumnHead_distinct, Formats.count(column.distinct())));
        }
        return new ColumnHead(column.name(), summary.toString(), shape);
    }

    /** A little is more than nothing, and nearly all is less than all. */
    private static String share(double share) {
        return share < 0.001 ? Messages.ColumnHead_little : Formats.share(Math.min(share, share < 1 ? 0.999 : 1));
    }

    /** All of it as a text, for who cannot see how it is painted. */
    @Override
    public String toString() {
        return shape == null ? name + ": " + summary : name + ": " + summary + ". " + shape.text(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }
}
