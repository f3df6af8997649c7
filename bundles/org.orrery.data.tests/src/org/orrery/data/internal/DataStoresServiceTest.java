package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.DataStore;
import org.orrery.data.DataStores;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The service as the framework hands it out. */
class DataStoresServiceTest {
    @Test
    void theServiceIsThereAndReadsAFile(@TempDir Path folder) throws Exception {
        BundleContext context = FrameworkUtil.getBundle(DataStoresServiceTest.class).getBundleContext();
        ServiceReference<DataStores> reference = context.getServiceReference(DataStores.class);
        assertNotNull(reference);
        DataStores stores = assertInstanceOf(DuckDataStores.class, context.getService(reference));
        Path file = Files.writeString(folder.resolve("a.csv"), "a,b\n1,x\n2,y\n");
        try (DataStore store = stores.open(folder.resolve("cache"))) {
            Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
            assertEquals(2L, store.table(dataset, List.of("a"), Progress.NONE).value(1, 0));
        }
        context.ungetService(reference);
    }
}
