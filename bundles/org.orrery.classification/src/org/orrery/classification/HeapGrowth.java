package org.orrery.classification;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;

/**
 * Watches by how much the heap grows until this is closed: the most that a garbage collection in that time left over, less what the last one before
 * it did. Without a collection in that time it is what was allocated, which is at least as much. Everything that is at work in the process counts,
 * since one heap does not tell whose objects are whose. Thread-safe.
 */
final class HeapGrowth implements AutoCloseable {
    private static final double MEBIBYTE = 1 << 20;

    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(pool -> pool.getName()).collect(Collectors.toSet());
    private final NotificationListener listener = this::told;
    private final long begun;
    private final long used;
    private final long before;
    private long most = -1;

    /** Begins to watch. */
    HeapGrowth() {
        emitters().forEach(emitter -> emitter.addNotificationListener(listener, null, null));
        GcInfo last = last();
        begun = last == null ? -1 : last.getEndTime();
        used = used();
        before = last == null ? used : after(last);
    }

    private List<NotificationEmitter> emitters() {
        return collectors.stream().filter(NotificationEmitter.class::isInstance).map(NotificationEmitter.class::cast).toList();
    }

    /** The newest collection of any kind; null before the first. */
    private GcInfo last() {
        GcInfo newest = null;
        for (GarbageCollectorMXBean collector : collectors) {
            GcInfo info = collector.getLastGcInfo();
            if (info != null && (newest == null || info.getEndTime() > newest.getEndTime())) {
                newest = info;
            }
        }
        return newest;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private long after(GcInfo info) {
        return info.getMemoryUsageAfterGc().entrySet().stream().filter(pool -> pools.contains(pool.getKey())).map(Map.Entry::getValue)
                .mapToLong(MemoryUsage::getUsed).sum();
    }

    private void told(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            see(GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo());
        }
    }

    private synchronized void see(GcInfo info) {
        if (info.getEndTime() > begun) {
            most = Math.max(most, after(info));
        }
    }

    /** Mebibytes until now, at least 0. */
    double mebibytes() {
        // The last collection may not have been told yet.
        GcInfo last = last();
        if (last != null) {
            see(last);
        }
        synchronized (this) {
            return Math.max(0, most < 0 ? used() - used : most - before) / MEBIBYTE;
        }
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters()) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                throw new IllegalStateException("It was added when this began", e);
            }
        }
    }
}
