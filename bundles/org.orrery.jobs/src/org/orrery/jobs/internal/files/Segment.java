package org.orrery.jobs.internal.files;

/**
 * Where a record lies in a chained log.
 *
 * @param offset of its first byte
 * @param sequence its number in the log
 * @param length of its payload
 * @param rows how many rows it holds; 0 where it holds none
 * @param sha256 its digest, lower-case hexadecimal
 */
public record Segment(long offset, long sequence, int length, long rows, String sha256) {
    /** The first byte after it. */
    public long end() {
        return offset + Frame.size(length);
    }

    /** The same place, holding so many rows. */
    public Segment holding(long newRows) {
        return new Segment(offset, sequence, length, newRows, sha256);
    }
}
