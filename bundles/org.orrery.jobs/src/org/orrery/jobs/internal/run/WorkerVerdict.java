package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunState;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunImage;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/**
 * What became of a run whose process is gone: what its journal says, and when that has no end, what the death of the process means,
 * which is then written to the journal.
 *
 * @param state how it ended
 * @param problem why, when that is an error
 * @param counts its units
 * @param at when it ended
 * @param commits what its units have left
 */
record WorkerVerdict(RunState state, Optional<Problem> problem, UnitCounts counts, Instant at, List<JournalEntry.Committed> commits) {
    /** Exit codes above this one tell the signal that ended a process. */
    private static final int SIGNALS = 128;
    private static final int SIGKILL = 9;

    /** What the journal shall say. */
    private record Finding(RunState state, Optional<Problem> problem, List<String> units, boolean died, String line) {
        static Finding wished(RunState state, String line) {
            return new Finding(state, Optional.empty(), List.of(), false, line);
        }

        static Finding refused(Problem problem, String line) {
            return new Finding(RunState.FAILED, Optional.of(problem), List.of(), false, line);
        }
    }

    /**
     * Writes the end of the run when its worker has not done so.
     *
     * @param begun the units that began in this attempt
     * @param refused why the worker did not even begin, or could not write the end
     */
    static WorkerVerdict of(RunServices services, long run, IsolatedAttempt.WorkerEnd end, Wish wish, Set<String> begun,
            Optional<Problem> refused) throws IOException {
        return RunCoordinator.join(services.thread().call(() -> {
            RunFolder folder = services.folders().folder(run);
            RunImage image = new RunImage(false);
            image.replay(folder);
            if (!image.state().ended()) {
                Finding finding = find(image, end, wish, IsolatedAttempt.WorkerEnd.atWork(begun, image::ended), refused);
                image = LastWords.insist(services, () -> write(services, folder, finding, end.output()));
            }
            SummaryFile.write(services.files(), folder);
            return new WorkerVerdict(image.state(), image.error(), image.counts(), image.finished().orElseGet(Instant::now),
                    List.copyOf(image.committed().values()));
        }));
    }

    private static Finding find(RunImage image, IsolatedAttempt.WorkerEnd end, Wish wish, List<String> units, Optional<Problem> refused) {
        if (wish.atOnce()) {
            return Finding.wished(wish == Wish.CANCEL ? RunState.CANCELLED : RunState.INTERRUPTED,
                    end.killed() ? Messages.WorkerVerdict_killed : "");
        }
        if (refused.isPresent()) {
            return Finding.refused(refused.get(), refused.get().message());
        }
        if (!end.called()) {
            String sentence = Messages.bind(Messages.WorkerVerdict_notStarted, how(end.code()));
            return Finding.refused(new Problem(Code.INTERNAL, "", sentence, Optional.empty()), sentence);
        }
        return died(image, end, units);
    }

    private static Finding died(RunImage image, IsolatedAttempt.WorkerEnd end, List<String> units) {
        String where = units.isEmpty() ? Messages.WorkerVerdict_noUnit : String.join(", ", units);
        if (end.code() == WorkerRun.OUT_OF_MEMORY) {
            String sentence = Messages.bind(Messages.WorkerVerdict_memory, where);
            return new Finding(RunState.FAILED, Optional.of(new Problem(Code.OUT_OF_MEMORY, "", sentence, Optional.empty())), units, true,
                    sentence);
        }
        boolean again = image.perished().filter(before -> before.units().isEmpty() ? units.isEmpty()
                : before.units().stream().anyMatch(units::contains)).isPresent();
        String sentence = Messages.bind(again ? Messages.WorkerVerdict_diedAgain : Messages.WorkerVerdict_died, where, how(end.code()));
        return new Finding(again ? RunState.FAILED : RunState.INTERRUPTED,
                Optional.of(new Problem(Code.INTERNAL, "", sentence, Optional.empty())), units, true, sentence);
    }

    private static String how(int code) {
        if (code == SIGNALS + SIGKILL) {
            return Messages.WorkerVerdict_sigkill;
        }
        return code > SIGNALS ? Messages.bind(Messages.WorkerVerdict_signal, code - SIGNALS) : Messages.bind(Messages.WorkerVerdict_code, code);
    }

    private static RunImage write(RunServices services, RunFolder folder, Finding finding, String output) throws IOException {
        RunOpening opening = RunOpening.open(services.files(), folder);
        Instant now = Instant.now();
        List<JournalEntry> entries = new ArrayList<>();
        if (!finding.line().isEmpty()) {
            String line = output.isEmpty() ? finding.line() : finding.line() + System.lineSeparator() + output;
            entries.add(new JournalEntry.Lines(List.of(new StoredRun.LogLine(now, UnitProgress.Level.WARNING, "", line))));
        }
        if (finding.died()) {
            entries.add(new JournalEntry.Perished(finding.units(), now));
        }
        finding.problem().ifPresent(problem -> entries.add(new JournalEntry.Broken(problem)));
        entries.add(new JournalEntry.Moved(finding.state(), now));
        try (RunStore store = opening.store()) {
            for (JournalEntry entry : entries) {
                store.append(entry);
                opening.image().apply(entry);
            }
            store.sync();
        }
        services.files().delete(folder.scratch());
        return opening.image();
    }
}
