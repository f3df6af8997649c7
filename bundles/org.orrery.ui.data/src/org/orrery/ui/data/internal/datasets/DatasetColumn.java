package org.orrery.ui.data.internal.datasets;

import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.ui.Formats;

/** The columns of the list of data sets. */
enum DatasetColumn {
    NAME(Messages.DatasetColumn_name, 115, SWT.LEFT),
    ROWS(Messages.DatasetColumn_rows, 62, SWT.RIGHT),
    COLUMNS(Messages.DatasetColumn_columns, 60, SWT.RIGHT),
    SIZE(Messages.DatasetColumn_size, 76, SWT.RIGHT),
    STATUS(Messages.DatasetColumn_status, 60, SWT.LEFT);

    private final String title;
    private final int width;
    private final int style;

    DatasetColumn(String title, int width, int style) {
        this.title = title;
        this.width = width;
        this.style = style;
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    int style() {
        return style;
    }

    String text(Dataset dataset) {
        return switch (this) {
            case NAME -> dataset.name();
            case ROWS -> Formats.count(dataset.rows());
            case COLUMNS -> Formats.count(dataset.schema().size());
            case SIZE -> Formats.bytes(dataset.bytes());
            case STATUS -> status(dataset);
        };
    }

    private static String status(Dataset dataset) {
        int warnings = dataset.warnings().size();
        return warnings == 0 ? Messages.DatasetColumn_good
                : org.eclipse.osgi.util.NLS.bind(warnings == 1 ? Messages.DatasetColumn_note : Messages.DatasetColumn_notes, warnings);
    }

    String tooltip(Dataset dataset) {
        return this == STATUS && !dataset.warnings().isEmpty()
                ? dataset.warnings().stream().map(DataWarning::message).collect(Collectors.joining("\n")) //$NON-NLS-1$
                : dataset.source().toString();
    }
}
