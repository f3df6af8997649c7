package org.orrery.ui.internal.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.InputSchemas;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;

/** What the pages of the wizard have been told so far. Of use on the user interface thread. */
final class RunDraft {
    private AnalysisDescriptor analysis;
    private Optional<Dataset> offered;
    private final Map<String, List<Dataset>> inputs = new LinkedHashMap<>();

    /** @param offered the data set that the user began with */
    RunDraft(Optional<AnalysisDescriptor> analysis, Optional<Dataset> offered) {
        this.analysis = analysis.orElse(null);
        this.offered = offered;
    }

    Optional<AnalysisDescriptor> analysis() {
        return Optional.ofNullable(analysis);
    }

    void analysis(AnalysisDescriptor next) {
        if (analysis != next) {
            analysis = next;
            inputs.clear();
        }
    }

    Optional<Dataset> offered() {
        return offered;
    }

    /** Names the data set that the user begins with, if any. */
    void offer(List<Dataset> chosen) {
        Optional<Dataset> next = chosen.stream().findFirst();
        if (!next.equals(offered)) {
            offered = next;
            inputs.clear();
        }
    }

    /** Whether the data set that the user began with is all that the analysis takes: then there is nothing to ask. */
    boolean inputsKnown() {
        return analysis().map(found -> found.inputs().isEmpty() || offered.isPresent() && found.inputs().size() == 1
                && found.inputs().get(0).min() <= 1 && found.inputs().get(0).max() == 1).orElse(false);
    }

    /** Takes the data set that the user began with as the one input. */
    void takeOffered() {
        if (analysis != null && !analysis.inputs().isEmpty()) {
            offered.ifPresent(dataset -> input(analysis.inputs().get(0).name(), List.of(dataset)));
        }
    }

    void input(String name, List<Dataset> datasets) {
        inputs.put(name, List.copyOf(datasets));
    }

    InputSchemas inputs() {
        Map<String, List<Dataset>> given = new LinkedHashMap<>(inputs);
        given.values().removeIf(List::isEmpty);
        return new InputSchemas(given);
    }
}
