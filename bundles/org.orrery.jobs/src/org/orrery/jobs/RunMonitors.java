package org.orrery.jobs;

import java.io.IOException;
import java.net.URI;

/** Shows the runs of a workspace to browsers on this machine; a service, where its bundle is installed. Off until it is opened. */
public interface RunMonitors {
    /**
     * Opens a monitor on a port of the system's choice, for this machine alone.
     *
     * @param elsewhere whether another process carries the runs out, so that changes have to be looked for in the folders
     * @throws IOException when no port can be had
     */
    Monitor open(Runs runs, RunFolders folders, boolean elsewhere) throws IOException;

    /** A monitor that is open. Thread-safe. */
    interface Monitor extends AutoCloseable {
        /**
         * Where a browser finds it, with a word in the fragment that lets one browser in. When it has been used, there is another for
         * the next browser.
         */
        URI address();

        /** Ends all connections and gives the port back. */
        @Override
        void close();
    }
}
