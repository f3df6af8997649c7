package org.orrery.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How much memory is in use, and what is done about it. Thread-safe; {@link #reading} returns at once. */
public interface MemoryMonitor {
    /** How full the heap is after the last collection of old objects. */
    enum Level {
        /** Below 70 %. */
        CALM,
        /** From 70 %: worth a look. */
        HIGH,
        /** From 80 %: the user is advised what to do. */
        VERY_HIGH,
        /** From 90 %: results leave memory for the disk, and the largest of several runs is held at its next unit. */
        CRITICAL
    }

    /**
     * What a run uses.
     *
     * @param run its number
     * @param name what the user calls it
     * @param allocatedMiB what its threads have allocated so far, in MiB; most of that is garbage by now
     * @param peakMiB by how much the heap has grown at most while it was at work alone, in MiB; NaN when unknown
     * @param held whether it is held for want of memory
     */
    record Use(long run, String name, double allocatedMiB, double peakMiB, boolean held) {
    }

    /**
     * The memory at one moment.
     *
     * @param at when
     * @param maxMiB the largest heap that this process may have, in MiB
     * @param usedMiB the heap that is occupied, garbage counted, in MiB
     * @param liveMiB what was left of it after the last collection, in MiB
     * @param oldFraction how full the part for old objects was after its last collection, 0 to 1
     * @param residentMiB the memory of the whole process, in MiB; NaN when the system does not tell
     * @param level what follows from that
     * @param advice a sentence; empty when there is nothing to do
     * @param runs those at work in this process, the largest first
     * @param cleaned when results were last moved out of memory; empty for never
     */
    record Reading(Instant at, double maxMiB, double usedMiB, double liveMiB, double oldFraction, double residentMiB, Level level, String advice,
            List<Use> runs, Optional<Instant> cleaned) {
        public Reading {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(advice, "advice");
            runs = List.copyOf(runs);
        }
    }

    /** The newest reading; at most a second or two old. */
    Reading reading();

    /** Moves out of memory what can be read again from disk, and has garbage collected. Deletes nothing. Not on the user interface thread. */
    void cleanUp();
}
