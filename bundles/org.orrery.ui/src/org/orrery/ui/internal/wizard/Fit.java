package org.orrery.ui.internal.wizard;

import java.util.stream.Collectors;

import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;

/** Whether an analysis can do something with a data set, by what both say of themselves. */
public final class Fit {
    private Fit() {
    }

    /** Whether the data set has a column of a type that the analysis needs. */
    public static boolean fits(AnalysisDescriptor analysis, Dataset dataset) {
        return !analysis.inputs().isEmpty() && (analysis.requires().isEmpty()
                || dataset.schema().columns().stream().anyMatch(column -> analysis.requires().contains(column.type())));
    }

    /** The types of which it needs one. */
    static String needs(AnalysisDescriptor analysis) {
        return analysis.requires().stream().map(ColumnType::id).collect(Collectors.joining(", ")); //$NON-NLS-1$
    }
}
