package org.orrery.jobs.internal.run;

import java.io.IOException;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.internal.store.StoreThread;

/** Writes of the store thread that somebody waits for who is to be told in a sentence when they fail. */
final class StoreCalls {
    private StoreCalls() {
    }

    /** @throws RunException out-of-disk, or internal with what the disk said */
    static <T> T write(RunServices services, StoreThread.Call<T> call) throws RunException {
        try {
            return RunCoordinator.join(services.thread().call(call));
        } catch (IOException e) {
            throw told(e);
        }
    }

    /** What is said of a write that failed. */
    static RunException told(Throwable trouble) {
        RunException.Problem problem = Failures.problem(trouble);
        return new RunException(problem.code(), problem.code() == Code.OUT_OF_DISK ? problem.message()
                : Messages.bind(Messages.OwnedRuns_notStored, problem.message()), trouble);
    }
}
