package org.orrery.classification;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** Counts what the current thread allocates from now on. */
final class Allocation {
    private static final double MEBIBYTE = 1 << 20;

    private final long before = allocated();

    /** Mebibytes since construction; NaN when the platform does not tell. */
    double mebibytes() {
        long after = allocated();
        return before < 0 || after < 0 ? Double.NaN : (after - before) / MEBIBYTE;
    }

    private static long allocated() {
        if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean && bean.isThreadAllocatedMemorySupported()
                && bean.isThreadAllocatedMemoryEnabled()) {
            return bean.getCurrentThreadAllocatedBytes();
        }
        return -1;
    }
}
