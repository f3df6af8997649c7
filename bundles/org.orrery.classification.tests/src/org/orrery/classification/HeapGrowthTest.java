package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int KEPT = 48;
    /** What other threads of the test's process may hold or free in the meantime. */
    private static final double OTHERS = 16;

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
            kept.clear();
            System.gc();
            assertEquals(KEPT, growth.mebibytes(), OTHERS);
        }
    }

    @Test
    void garbageDoesNotCountOnceItIsCollected() {
        try (HeapGrowth growth = new HeapGrowth()) {
            assertEquals(KEPT, mebibytes(KEPT).size());
            System.gc();
            assertTrue(growth.mebibytes() < OTHERS, () -> growth.mebibytes() + " MiB");
        }
    }

    private static List<byte[]> mebibytes(int count) {
        List<byte[]> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.add(new byte[MEBIBYTE]);
        }
        return made;
    }
}
