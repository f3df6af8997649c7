package org.orrery.data;

import java.nio.file.Path;

/** Opens data stores; a service. */
public interface DataStores {
    /**
     * The store whose cache lies in that folder, made when it is not there.
     *
     * @throws DataException unreadable-file when the folder cannot be made or written
     */
    DataStore open(Path folder) throws DataException;
}
