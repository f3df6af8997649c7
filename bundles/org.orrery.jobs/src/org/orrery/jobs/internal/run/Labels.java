package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.internal.store.CurveFile;
import org.orrery.jobs.internal.store.JournalEntry;
import org.orrery.jobs.internal.store.RunFolder;
import org.orrery.jobs.internal.store.RunOpening;
import org.orrery.jobs.internal.store.RunStore;
import org.orrery.jobs.internal.store.SummaryFile;

/** Tags and notes: entries in the journal of a run, whoever has its folder open. */
final class Labels {
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_NOTE = 4_000;

    private Labels() {
    }

    /** The entry for these tags. */
    static JournalEntry tags(List<String> tags) throws RunException {
        List<String> clean = tags.stream().map(String::strip).distinct().toList();
        boolean bad = clean.size() > MOST_TAGS
                || clean.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > LONGEST_TAG || tag.chars().anyMatch(Character::isISOControl));
        if (bad) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.Labels_tags, MOST_TAGS, LONGEST_TAG));
        }
        return new JournalEntry.Tagged(clean, Instant.now());
    }

    /** The entry for that note. */
    static JournalEntry note(String note) throws RunException {
        if (note.length() > LONGEST_NOTE) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.Labels_note, LONGEST_NOTE));
        }
        return new JournalEntry.Noted(note.strip(), Instant.now());
    }

    /**
     * Makes the entry durable. On the store thread.
     *
     * @param live the run, when it has not ended
     * @return the line of the run, with the label
     */
    static RunSummary write(RunServices services, RunFolder folder, Optional<LiveRun> live, JournalEntry entry) throws IOException {
        Optional<RunStore> open = live.flatMap(LiveRun::open);
        if (open.isPresent()) {
            open.get().append(entry);
            open.get().sync();
        } else {
            if (live.isPresent()) {
                live.get().materialise();
            }
            boolean curves = CurveFile.current(folder);
            RunOpening.append(services.files(), folder, entry);
            SummaryFile.write(services.files(), folder);
            if (curves) {
                CurveFile.restamp(services.files(), folder);
            }
        }
        if (live.isPresent()) {
            RunSummary before = live.get().summary();
            live.get().labelled(entry instanceof JournalEntry.Tagged tagged ? tagged.tags() : before.tags(),
                    entry instanceof JournalEntry.Noted noted ? noted.note() : before.note());
            return live.get().summary();
        }
        return services.folders().summary(folder);
    }
}
