package org.orrery.data.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.DataStore;
import org.orrery.data.DataStores;
import org.osgi.service.component.annotations.Component;

/** Opens stores over a folder of columnar entries. */
@Component
public final class DuckDataStores implements DataStores {
    private static final long QUOTA = 4L << 30;

    @Override
    public DataStore open(Path folder) throws DataException {
        return open(folder, QUOTA, Clock.systemUTC());
    }

    /** As {@link #open(Path)}, with another quota in bytes and another clock. */
    static DataStore open(Path folder, long quota, Clock clock) throws DataException {
        try {
            Path real = Files.createDirectories(folder).toRealPath();
            return new DuckDataStore(real, quota, clock);
        } catch (IOException cause) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.DuckDataStores_open, folder, cause.getMessage()),
                    Where.in(folder), cause);
        }
    }
}
