package org.orrery.ui.internal.analyses;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.ui.dialogs.PatternFilter;
import org.orrery.jobs.AnalysisDescriptor;

/** Finds an analysis by name, description, category or keyword. */
final class AnalysisFilter extends PatternFilter {
    AnalysisFilter() {
        setIncludeLeadingWildcard(true);
    }

    @Override
    protected boolean isLeafMatch(Viewer viewer, Object element) {
        if (element instanceof AnalysisDescriptor analysis) {
            return wordMatches(analysis.name()) || wordMatches(analysis.category()) || wordMatches(analysis.description())
                    || analysis.keywords().stream().anyMatch(this::wordMatches);
        }
        return element instanceof AnalysisCategory category && wordMatches(category.name());
    }
}
