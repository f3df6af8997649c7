package org.orrery.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.jobs.Catalog;
import org.orrery.jobs.Lineage;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

@ExtendWith(InWorkbench.class)
class DatasetListTest {
    /** A catalogue whose first reader is slow: what he found is old by the time he gives it. */
    private static final class SlowCatalog implements Catalog {
        private final List<Dataset> kept = new ArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private boolean first = true;

        @Override
        public List<Dataset> datasets() {
            List<Dataset> found;
            boolean slow;
            synchronized (this) {
                found = List.copyOf(kept);
                slow = first;
                first = false;
            }
            if (slow) {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return found;
        }

        @Override
        public synchronized void put(Dataset dataset) {
            kept.add(dataset);
        }

        @Override
        public void put(Dataset dataset, Lineage lineage) {
            put(dataset);
        }

        @Override
        public Optional<Lineage> lineage(String name) {
            return Optional.empty();
        }

        @Override
        public synchronized Dataset rename(String name, String next) {
            throw new UnsupportedOperationException("Nothing is called otherwise here");
        }

        @Override
        public synchronized void remove(String name) {
            kept.removeIf(dataset -> dataset.name().equals(name));
        }
    }

    @Test
    void aDataSetThatComesWhileTheListIsReadAtTheStartIsNotLost() throws Exception {
        SlowCatalog catalog = new SlowCatalog();
        Workspace workspace = (Workspace) Proxy.newProxyInstance(Workspace.class.getClassLoader(), new Class<?>[] {Workspace.class},
                (proxy, method, arguments) -> method.getName().equals("catalog") ? catalog : null);
        DatasetList list = new DatasetList(workspace);
        catalog.begun.await();
        Dataset dataset = new Dataset("new", Path.of("new.csv"), ReadOptions.DETECT, Schema.of(Column.of("a", ColumnType.REAL)), 1, "0".repeat(64), 1,
                Instant.EPOCH, List.of());
        Thread putting = Thread.ofPlatform().start(() -> {
            try {
                list.put(dataset);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        // It has put the data set in, and either waits for the first reader or has read the catalogue itself.
        while (putting.isAlive() && putting.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
        catalog.goOn.countDown();
        putting.join();
        new Robot(PlatformUI.getWorkbench().getDisplay()).until("the slow reader", () -> Job.getJobManager().find(Background.FAMILY).length == 0);
        assertEquals(List.of(dataset), list.datasets());
    }
}
