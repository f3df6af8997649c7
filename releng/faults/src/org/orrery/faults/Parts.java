package org.orrery.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parts of a campaign that mostly wait, done at the same time. */
final class Parts {
    private Parts() {
    }

    /** One of them. */
    interface Part {
        void run() throws Exception;
    }

    /** Does them all; the first that fails says why. */
    static void together(Part... parts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(parts.length);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (Part part : parts) {
                ends.add(pool.submit(() -> {
                    part.run();
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
