package org.orrery.jobs.internal.store;

import java.util.List;
import java.util.Map;

import org.orrery.jobs.internal.files.Segment;

/**
 * Everything that a unit leaves behind, about to be made durable.
 *
 * @param unit its id
 * @param seconds how long it took
 * @param allocated how many bytes its threads allocated
 * @param outcome its encoded outcome
 * @param written the rows it has in the logs already, by name
 * @param files its artifacts, in the scratch folder
 * @param states its states by chain
 */
public record UnitCommit(String unit, double seconds, long allocated, byte[] outcome, Map<String, List<Segment>> written,
        List<ScratchFile> files, Map<String, byte[]> states) {
    /**
     * An artifact that is written but not in its place.
     *
     * @param scratch its name in the scratch folder
     * @param kept what the journal will say of it
     */
    public record ScratchFile(String scratch, JournalEntry.KeptFile kept) {
    }
}
