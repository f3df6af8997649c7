package org.orrery.jobs.internal.run;

/**
 * What is known of the heap.
 *
 * @param max the most bytes it may have
 * @param used bytes that are occupied
 * @param live bytes that were left after the last collection
 * @param old how full the part for old objects was after its last collection, 0 to 1
 */
public record HeapReading(long max, long used, long live, double old) {
    /** The heap of this process. */
    public static HeapReading now() {
        Runtime runtime = Runtime.getRuntime();
        return new HeapReading(HeapRoom.max(), runtime.totalMemory() - runtime.freeMemory(), HeapRoom.live(), HeapRoom.oldFraction());
    }
}
