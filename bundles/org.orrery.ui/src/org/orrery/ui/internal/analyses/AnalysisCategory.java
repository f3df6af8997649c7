package org.orrery.ui.internal.analyses;

import java.util.List;

import org.orrery.jobs.AnalysisDescriptor;

/** A heading with the analyses under it. */
record AnalysisCategory(String name, List<AnalysisDescriptor> analyses) {
}
