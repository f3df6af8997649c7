package org.orrery.jobs.internal.run;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** How full the heap is when garbage is not counted. Thread-safe; reading costs some microseconds. */
final class HeapRoom {
    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private HeapRoom() {
    }

    /** The largest heap that this process may have. */
    static long max() {
        return Runtime.getRuntime().maxMemory();
    }

    /** What was left after the last collection of any kind: at least what is in use; before the first, all that is occupied. */
    static long live() {
        long newest = -1;
        long live = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        try {
            for (ObjectName collector : BEANS.queryNames(new ObjectName(ManagementFactory.GARBAGE_COLLECTOR_MXBEAN_DOMAIN_TYPE + ",*"), null)) {
                if (BEANS.getAttribute(collector, "LastGcInfo") instanceof CompositeData last && (Long) last.get("endTime") > newest) {
                    newest = (Long) last.get("endTime");
                    live = after(last);
                }
            }
        } catch (JMException otherMachine) {
            // A virtual machine without this attribute: what is occupied is then the best that is known.
            return live;
        }
        return live;
    }

    private static long after(CompositeData last) {
        Set<String> heap = new HashSet<>();
        pools().forEach(pool -> heap.add(pool.getName()));
        long sum = 0;
        for (Object value : ((TabularData) last.get("memoryUsageAfterGc")).values()) {
            CompositeData row = (CompositeData) value;
            if (heap.contains((String) row.get("key"))) {
                sum += MemoryUsage.from((CompositeData) row.get("value")).getUsed();
            }
        }
        return sum;
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
    }

    /**
     * How full the part for old objects was after its last collection, 0 to 1; 0 before the first. The figure that counts: what is
     * young may be garbage.
     */
    static double oldFraction() {
        double most = 0;
        for (MemoryPoolMXBean pool : pools()) {
            MemoryUsage after = pool.getCollectionUsage();
            // Only the part for old objects has a limit that is not far below that of the heap.
            if (after != null && pool.getUsage().getMax() > max() / 2) {
                most = Math.max(most, (double) after.getUsed() / pool.getUsage().getMax());
            }
        }
        return most;
    }
}
