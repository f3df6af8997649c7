package org.orrery.jobs.internal.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What threads and the process have used. */
final class Meters {
    private static final double KIB_PER_MIB = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();
    private static final Optional<ObjectName> THREADING = threading();

    private Meters() {
    }

    private static Optional<ObjectName> threading() {
        try {
            ObjectName name = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
            boolean known = Boolean.TRUE.equals(BEANS.getAttribute(name, "ThreadAllocatedMemorySupported"));
            return known ? Optional.of(name) : Optional.empty();
        } catch (JMException otherMachine) {
            // A virtual machine without this counter: nothing is counted then, and 0 is shown.
            return Optional.empty();
        }
    }

    /** How many bytes the calling thread has allocated since it began; 0 when the virtual machine does not count. */
    static long allocated() {
        try {
            return THREADING.isEmpty() ? 0
                    : (Long) BEANS.invoke(THREADING.get(), "getThreadAllocatedBytes", new Object[] {Thread.currentThread().threadId()},
                            new String[] {long.class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("The counter was there before", e);
        }
    }

    /** The peaks of all parts of the heap together, in MiB: not less than the peak of the whole, and not more than the heap. */
    static double peakHeap() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return peak / KIB_PER_MIB / KIB_PER_MIB;
    }

    /** The largest resident size that this process has had, in MiB; NaN when the system does not tell. */
    static double peakResident() {
        return status("VmHWM:");
    }

    /** The resident size of this process, in MiB; NaN when the system does not tell. */
    static double resident() {
        return status("VmRSS:");
    }

    private static double status(String word) {
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith(word)) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB;
                }
            }
        } catch (IOException notLinux) {
            return Double.NaN;
        }
        return Double.NaN;
    }
}
