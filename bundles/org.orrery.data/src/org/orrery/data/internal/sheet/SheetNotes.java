package org.orrery.data.internal.sheet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataWarning;

/** What a pass over a sheet has met that the user should know. */
final class SheetNotes {
    private static final int SHOWN = 10;

    private final BitSet hiddenColumns = new BitSet();
    private long errors;
    private String firstError = "";
    private String firstErrorText = "";
    private long hiddenRows;
    private int firstHiddenRow;
    private long merged;
    private String firstMerged = "";

    void error(String cell, String text) {
        if (errors++ == 0) {
            firstError = cell;
            firstErrorText = text;
        }
    }

    void hiddenRow(int row) {
        if (hiddenRows++ == 0) {
            firstHiddenRow = row;
        }
    }

    void hiddenColumns(int first, int count) {
        hiddenColumns.set(first, first + count);
    }

    void merged(String range) {
        if (merged++ == 0) {
            firstMerged = range;
        }
    }

    /** The warnings, given the columns that hold cells. */
    List<DataWarning> warnings(int first, int end) {
        List<DataWarning> warnings = new ArrayList<>();
        if (first > 0) {
            warnings.add(new DataWarning("table-offset", NLS.bind(Messages.SheetSource_offset, Place.column(first))));
        }
        if (errors > 0) {
            warnings.add(new DataWarning("error-cells",
                    NLS.bind(Messages.SheetSource_errors, new Object[] {errors, firstErrorText, firstError})));
        }
        if (merged > 0) {
            warnings.add(new DataWarning("merged-cells", NLS.bind(Messages.SheetSource_merged, merged, firstMerged)));
        }
        if (hiddenRows > 0) {
            warnings.add(new DataWarning("hidden-rows", NLS.bind(Messages.SheetSource_hiddenRows, hiddenRows, firstHiddenRow)));
        }
        List<String> columns = hiddenColumns.stream().filter(column -> column >= first && column < end).limit(SHOWN)
                .mapToObj(Place::column).toList();
        if (!columns.isEmpty()) {
            warnings.add(new DataWarning("hidden-columns", NLS.bind(Messages.SheetSource_hiddenColumns, String.join(", ", columns))));
        }
        return warnings;
    }
}
