package org.orrery.ui.data.internal.datasets;

import java.util.List;

import org.orrery.data.Column;
import org.orrery.data.Schema;
import org.orrery.ui.Formats;
import org.orrery.ui.GridModel;
import org.orrery.ui.TypeTexts;

/** The columns of a data set, one a row. */
final class SchemaModel implements GridModel {
    private static final List<GridColumn> COLUMNS = List.of(new GridColumn(Messages.SchemaModel_name, "", false), //$NON-NLS-1$
            new GridColumn(Messages.SchemaModel_type, "", false), new GridColumn(Messages.SchemaModel_missing, "", true), //$NON-NLS-1$ //$NON-NLS-2$
            new GridColumn(Messages.SchemaModel_share, "", true), new GridColumn(Messages.SchemaModel_distinct, "", true), //$NON-NLS-1$ //$NON-NLS-2$
            new GridColumn(Messages.SchemaModel_stored, "", true), new GridColumn(Messages.SchemaModel_note, "", false)); //$NON-NLS-1$ //$NON-NLS-2$

    private final Schema schema;
    private final long rows;
    private final List<Long> stored;

    /** @param stored how many bytes each column takes; empty while that is not known */
    SchemaModel(Schema schema, long rows, List<Long> stored) {
        this.schema = schema;
        this.rows = rows;
        this.stored = stored;
    }

    @Override
    public List<GridColumn> columns() {
        return COLUMNS;
    }

    @Override
    public int rows() {
        return schema.size();
    }

    @Override
    public String text(int row, int column) {
        Column described = schema.columns().get(row);
        return switch (column) {
            case 0 -> described.name();
            case 1 -> TypeTexts.name(described.type());
            case 2 -> described.missing() < 0 ? "" : Formats.count(described.missing()); //$NON-NLS-1$
            case 3 -> described.missing() < 0 || rows == 0 ? "" : Formats.share((double) described.missing() / rows); //$NON-NLS-1$
            case 4 -> described.distinct() < 0 ? "" : Formats.count(described.distinct()); //$NON-NLS-1$
            case 5 -> stored.isEmpty() ? "" : Formats.bytes(stored.get(row)); //$NON-NLS-1$
            default -> described.idLike() ? Messages.SchemaModel_idLike : ""; //$NON-NLS-1$
        };
    }

    @Override
    public int compare(int column, int row, int other) {
        Column a = schema.columns().get(row);
        Column b = schema.columns().get(other);
        return switch (column) {
            case 2, 3 -> Long.compare(a.missing(), b.missing());
            case 4 -> Long.compare(a.distinct(), b.distinct());
            case 5 -> stored.isEmpty() ? 0 : Long.compare(stored.get(row), stored.get(other));
            default -> String.CASE_INSENSITIVE_ORDER.compare(text(row, column), text(other, column));
        };
    }
}
