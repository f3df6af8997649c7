package org.orrery.jobs;

import java.io.IOException;
import java.nio.file.Path;

/** Opens histories; a service, implemented by the history bundle. */
public interface RunHistories {
    /**
     * Opens the history in that folder. One that is missing, damaged, or does not agree with the run folders is rebuilt
     * from them.
     */
    RunHistory open(Path folder, RunFolders truth) throws IOException;
}
