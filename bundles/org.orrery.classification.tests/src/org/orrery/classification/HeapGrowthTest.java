package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {
    /** Small ones: a collector may give large ones more room than they need. */
    private static final int PIECE = 1 << 14;
    private static final int PIECES = 64;
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final int KEPT = 48;
    /** What other threads of the test's process may hold or free in the meantime. */
    private static final double OTHERS = 24;
    private volatile byte[] newest;

    @BeforeEach
    void nothingIsLeftOfTheTestBefore() {
        System.gc();
    }

    @Test
    void whatIsKeptCountsOnceItHasOutlivedACollection() {
        try (HeapGrowth growth = new HeapGrowth()) {
            List<byte[]> kept = mebibytes(KEPT);
            System.gc();
            double most = growth.mebibytes();
            Reference.reachabilityFence(kept);
            assertEquals(KEPT, most, OTHERS);
        }
    }

    @Test
    void thePeakStaysWhenItsObjectsAreGone() {
        try (HeapGrowth growth = new HeapGrowth()) {
            List<byte[]> kept = mebibytes(KEPT);
            System.gc();
            Reference.reachabilityFence(kept);
            // Collections are told by another thread; the last one alone is known at once.
            long begun = System.nanoTime();
            while (growth.mebibytes() < KEPT - OTHERS && System.nanoTime() - begun < TEN_SECONDS) {
                Thread.onSpinWait();
            }
            kept.clear();
            System.gc();
            assertEquals(KEPT, growth.mebibytes(), OTHERS);
        }
    }

    @Test
    void garbageDoesNotCountOnceItIsCollected() {
        try (HeapGrowth growth = new HeapGrowth()) {
            // Nothing but the newest piece is held: a collection in the middle must not find a list of them.
            for (int i = 0; i < KEPT * PIECES; i++) {
                newest = new byte[PIECE];
            }
            System.gc();
            assertEquals(PIECE, newest.length);
            assertTrue(growth.mebibytes() < OTHERS, () -> growth.mebibytes() + " MiB");
        }
    }

    private static List<byte[]> mebibytes(int count) {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < count * PIECES; i++) {
            made.add(new byte[PIECE]);
        }
        return made;
    }
}
