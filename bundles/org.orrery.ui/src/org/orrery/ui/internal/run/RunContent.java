package org.orrery.ui.internal.run;

import java.util.Optional;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunProgress;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;

/**
 * All that the pages of a run show, at one moment.
 *
 * @param summary its line in the list
 * @param progress how far it is inside its units; empty when it is not at work
 * @param stored the run as it lies on disk
 * @param result the newest live or stored result
 * @param analysis its analysis; empty when that is not installed
 * @param schema the settings of its analysis; empty when that is not installed
 * @param names what is read for the words of its analysis; none when that is not installed
 */
record RunContent(RunSummary summary, Optional<RunProgress> progress, StoredRun stored, Optional<Result> result,
        Optional<AnalysisDescriptor> analysis, Optional<SettingsSchema<?>> schema, Names names) {
    RunContent with(RunSummary next, Optional<RunProgress> far) {
        return new RunContent(next, far, stored, result, analysis, schema, names);
    }

    RunContent with(Result next) {
        return new RunContent(summary, progress, stored, Optional.of(next), analysis, schema, names);
    }

    String analysisName() {
        return analysis.map(AnalysisDescriptor::name).orElse(summary.analysis());
    }
}
