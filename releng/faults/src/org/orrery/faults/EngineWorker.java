package org.orrery.faults;

import org.orrery.jobs.internal.run.WorkerRun;

/** The process of an isolated run of the fixture, without a framework. */
public final class EngineWorker {
    private EngineWorker() {
    }

    /** Reads its order from standard input. */
    public static void main(String[] words) throws Exception {
        WorkerRun.carryOut(System.in, folder -> Engine.noData(), new Engine().analyses(), (message, cause) -> {
            System.err.println(message);
            if (cause != null) {
                cause.printStackTrace();
            }
        });
        System.exit(0);
    }
}
