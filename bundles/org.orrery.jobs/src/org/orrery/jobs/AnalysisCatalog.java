package org.orrery.jobs;

import java.util.List;

import org.orrery.analysis.Names;

/** The installed analyses, by what their plugin.xml says; no bundle starts for it. A service; thread-safe. */
public interface AnalysisCatalog {
    /** All analyses, by category and name. A broken contribution is reported in the log and left out. */
    List<AnalysisDescriptor> analyses();

    /**
     * The analysis of that id.
     *
     * @throws RunException unknown-analysis, naming the nearest
     */
    AnalysisDescriptor find(String id) throws RunException;

    /**
     * What users read for the stable words of that analysis; loads its class. A run outlives its analysis: where that is not installed,
     * words stand for themselves.
     */
    default Names names(String id) {
        try {
            return find(id).names();
        } catch (RunException e) {
            return Names.NONE;
        }
    }
}
