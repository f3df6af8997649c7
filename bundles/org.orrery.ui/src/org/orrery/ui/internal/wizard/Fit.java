package org.orrery.ui.internal.wizard;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.Column;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Formats;
import org.orrery.ui.TypeTexts;

/** Whether an analysis can do something with a data set, and why, by what both say of themselves. */
public final class Fit {
    private static final int NAMED = 4;

    private Fit() {
    }

    /** Whether the data set has a column of a type that the analysis needs. */
    public static boolean fits(AnalysisDescriptor analysis, Dataset dataset) {
        return !analysis.inputs().isEmpty() && (analysis.requires().isEmpty() || !usable(analysis, dataset).isEmpty());
    }

    /** Why it fits or does not, in a sentence. */
    public static String reason(AnalysisDescriptor analysis, Dataset dataset) {
        if (analysis.inputs().isEmpty()) {
            return Messages.Fit_noData;
        }
        if (analysis.requires().isEmpty()) {
            return NLS.bind(Messages.Fit_any, dataset.name());
        }
        List<String> columns = usable(analysis, dataset);
        if (columns.isEmpty()) {
            return NLS.bind(Messages.Fit_unfit, dataset.name(), analysis.requires().stream().map(TypeTexts::name).collect(Collectors.joining(", "))); //$NON-NLS-1$
        }
        String first = columns.stream().limit(NAMED).collect(Collectors.joining(", ")); //$NON-NLS-1$
        return columns.size() <= NAMED ? NLS.bind(Messages.Fit_columns, dataset.name(), first)
                : NLS.bind(Messages.Fit_moreColumns, new Object[] {dataset.name(), first, Formats.count(columns.size() - NAMED)});
    }

    private static List<String> usable(AnalysisDescriptor analysis, Dataset dataset) {
        return dataset.schema().columns().stream().filter(column -> analysis.requires().contains(column.type())).map(Column::name).toList();
    }

    /** What needs data goes before what can also do without: whoever has chosen a data set wants something done with it. */
    static Comparator<AnalysisDescriptor> byNeed() {
        return Comparator.comparing(analysis -> analysis.inputs().stream().noneMatch(input -> input.min() > 0));
    }
}
