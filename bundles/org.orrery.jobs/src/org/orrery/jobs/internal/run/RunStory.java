package org.orrery.jobs.internal.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.orrery.analysis.UnitProgress.Level;
import org.orrery.analysis.result.Warning;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunState;
import org.orrery.jobs.UnitCounts;

/** What every run says of itself in its log, whatever its analysis adds: what it works on, what there is to do, how it ended. */
final class RunStory {
    private static final int MOST_NAMED = 20;
    private final SeriesBuffer log;

    RunStory(SeriesBuffer log) {
        this.log = log;
    }

    /** An attempt begins. */
    void begins(int attempt, RequestCheck check, int threads) {
        say(Level.INFO, Messages.bind(Messages.RunStory_begins,
                new Object[] {attempt, check.descriptor().name(), check.descriptor().version(), check.request().seed(), threads}));
        new TreeMap<>(check.request().inputs()).values().forEach(datasets -> datasets.forEach(this::data));
    }

    private void data(Dataset dataset) {
        say(Level.INFO, Messages.bind(Messages.RunStory_data,
                new Object[] {dataset.name(), dataset.rows(), dataset.schema().size(), dataset.source()}));
    }

    /** The analysis has looked at its data; {@code seconds} that took. */
    void prepared(Collection<Warning> warnings, double seconds) {
        warnings.forEach(warning -> say(Level.WARNING, warning.message()));
        say(Level.INFO, Messages.bind(Messages.RunStory_prepared, seconds(seconds)));
    }

    /** The units are known, and those of earlier attempts are taken over. */
    void planned(UnitCounts units) {
        say(Level.INFO, Messages.bind(units.restored() == 0 ? Messages.RunStory_planned : Messages.RunStory_restored, units.total(), units.restored()));
    }

    /** Its units have left these, whose they were; processes that only they can have started are ended. */
    void leaves(LiveRun run, Leftovers leftovers) {
        String whose = run.check().descriptor().bundle();
        boolean ownProcess = run.services().alone();
        left(Messages.Leftovers_threads, whose, leftovers.threads());
        if (run.alone()) {
            left(Messages.Leftovers_files, whose, leftovers.files());
        }
        if (ownProcess) {
            left(Messages.Leftovers_temporary, whose, leftovers.temporary());
        }
        List<String> processes = run.alone() ? leftovers.processes() : List.of();
        left(ownProcess ? Messages.Leftovers_ended : Messages.Leftovers_processes, whose, processes);
        if (ownProcess && !processes.isEmpty()) {
            // In a process of its own nobody else can have started them.
            leftovers.endProcesses();
        }
    }

    private void left(String sentence, String whose, List<String> left) {
        if (!left.isEmpty()) {
            String names = left.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            say(Level.WARNING, Messages.bind(sentence, whose,
                    left.size() <= MOST_NAMED ? names : Messages.bind(Messages.Leftovers_more, names, left.size() - MOST_NAMED)));
        }
    }

    /** The attempt is over. */
    void ended(RunState state, UnitCounts units, double seconds) {
        String how = Messages.bind(Messages.RunStory_ended, new Object[] {state.name(), seconds(seconds), units.done(), units.total()});
        say(Level.INFO, units.failed() + units.skipped() == 0 ? how
                : Messages.bind(Messages.RunStory_missing, new Object[] {how, units.failed(), units.skipped()}));
    }

    private void say(Level level, String sentence) {
        log.log(level, "", sentence);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", seconds);
    }
}
