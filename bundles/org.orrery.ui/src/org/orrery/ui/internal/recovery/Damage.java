package org.orrery.ui.internal.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.orrery.analysis.Names;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.RunTexts;

/**
 * What a crash has damaged, in sentences.
 *
 * @param repairs what was made again in the workspace
 * @param found what is done again in a run, by its number; nothing for a run that is whole
 */
record Damage(List<String> repairs, Map<Long, String> found) {
    /** Runs are put in order at the start, and what is found then is written to their logs just before they are told to be interrupted. */
    private static final Duration JUST_BEFORE = Duration.ofSeconds(2);

    /** Reads the logs of these runs: never on the user interface thread. */
    static Damage of(Workspace workspace, AnalysisNames names, List<RunSummary> runs) {
        Map<Long, String> found = new HashMap<>();
        for (RunSummary run : runs) {
            String sentences = sentences(workspace, names.of(run.analysis()), run);
            if (!sentences.isEmpty()) {
                found.put(run.id(), sentences);
            }
        }
        List<String> repairs = workspace.history().repairs().stream().map(sentence -> RunTexts.plain(sentence, "", Names.NONE, workspace.folder())).toList(); //$NON-NLS-1$
        return new Damage(repairs, found);
    }

    private static String sentences(Workspace workspace, Names names, RunSummary run) {
        Instant from = run.finished().orElse(run.submitted()).minus(JUST_BEFORE);
        try {
            return workspace.folders().open(run.id()).log().stream().filter(line -> line.level() == UnitProgress.Level.WARNING && !line.instant().isBefore(from))
                    .map(line -> RunTexts.plain(line.message(), line.unit(), names, workspace.folder())).collect(Collectors.joining(" ")); //$NON-NLS-1$
        } catch (RunException e) {
            ILog.of(Damage.class).info(e.getMessage(), e);
            return e.getMessage();
        }
    }
}
