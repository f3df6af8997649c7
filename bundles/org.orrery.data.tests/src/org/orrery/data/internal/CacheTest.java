package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.cache.ColumnarCache;

class CacheTest extends StoreFixture {
    private static final String TEXT = "a,b\n1,x\n2,y\n,z\n";
    private static final Object[] A = {1L, 2L, null};

    private List<Path> entries() throws Exception {
        try (var all = Files.list(folder.resolve("cache"))) {
            return all.filter(entry -> !entry.getFileName().toString().startsWith("new-")).sorted().toList();
        }
    }

    private Path onlyPart() throws Exception {
        assertEquals(1, entries().size());
        return entries().get(0).resolve("values.segments");
    }

    @Test
    void anEntryThatIsGoneIsBuiltAgain() throws Exception {
        Dataset dataset = read(TEXT);
        ColumnarCache.delete(entries().get(0));
        assertArrayEquals(A, values(dataset, "a"));
        assertEquals(1, entries().size());
    }

    @Test
    void whatWasDetectedIsEnoughToBuildTheSameEntryAgain() throws Exception {
        String text = "1,5;13/02/2024;caf\u00E9;;007;2024-01-01 10:00\n2,5;01/02/2024;x;;123;2024-01-01 11:00\n";
        Dataset dataset = read(file("rich.csv", text, java.nio.charset.Charset.forName("windows-1252")));
        assertEquals(List.of(ColumnType.REAL, ColumnType.DATE, ColumnType.TEXT, ColumnType.TEXT, ColumnType.TEXT, ColumnType.TIMESTAMP),
                dataset.schema().columns().stream().map(org.orrery.data.Column::type).toList());
        List<Object[]> before = new java.util.ArrayList<>();
        for (String name : dataset.schema().names()) {
            before.add(values(dataset, name));
        }
        Path entry = entries().get(0);
        ColumnarCache.delete(entry);
        for (String name : dataset.schema().names()) {
            assertArrayEquals(before.remove(0), values(dataset, name));
        }
        assertEquals(List.of(entry), entries());
    }

    @Test
    void anEntryWithOneWrongByteIsBuiltAgain() throws Exception {
        Dataset dataset = read(TEXT);
        byte[] bytes = Files.readAllBytes(onlyPart());
        for (int at : new int[] {0, 20, bytes.length / 2, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 1;
            Files.write(onlyPart(), damaged);
            try (DataStore other = new DuckDataStores().open(folder.resolve("cache"))) {
                assertEquals(1L, other.table(dataset, List.of("a"), Progress.NONE).value(0, 0));
            }
        }
    }

    @Test
    void aPartThatIsCutWhileTheStoreIsOpenIsBuiltAgain() throws Exception {
        Dataset dataset = read(TEXT);
        assertArrayEquals(A, values(dataset, "a"));
        Files.write(onlyPart(), new byte[] {1, 2, 3});
        assertArrayEquals(A, values(dataset, "a"));
    }

    @Test
    void anEntryIsNotBuiltFromAFileThatHasChanged() throws Exception {
        Dataset dataset = read(TEXT);
        Files.writeString(dataset.source(), "3,v\n", StandardOpenOption.APPEND);
        assertFalse(store.isCurrent(dataset, Progress.NONE));
        assertArrayEquals(A, values(dataset, "a"));
        ColumnarCache.delete(entries().get(0));
        DataException refused = assertThrows(DataException.class, () -> values(dataset, "a"));
        assertEquals(Code.UNREADABLE_FILE, refused.code());
        assertTrue(refused.getMessage().contains("has changed"), refused.getMessage());
        Files.delete(dataset.source());
        assertEquals(Code.UNREADABLE_FILE, assertThrows(DataException.class, () -> store.isCurrent(dataset, Progress.NONE)).code());
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsNoticed() throws Exception {
        Dataset dataset = read(TEXT);
        var time = Files.getLastModifiedTime(dataset.source());
        Files.writeString(dataset.source(), TEXT.replace('1', '7'));
        Files.setLastModifiedTime(dataset.source(), time);
        assertFalse(store.isCurrent(dataset, Progress.NONE));
    }

    @Test
    void theSameFileReadInTwoWaysHasTwoEntries() throws Exception {
        Dataset one = read(TEXT);
        Dataset two = read(TEXT, Map.of("a", ColumnType.REAL));
        assertEquals(2, entries().size());
        assertEquals(1L, values(one, "a")[0]);
        assertEquals(1.0, values(two, "a")[0]);
        read(TEXT);
        assertEquals(2, entries().size());
    }

    @Test
    void whatWasNotUsedForLongestGoesWhenTheQuotaIsPassed() throws Exception {
        Path cache = folder.resolve("small");
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        Dataset first = importAt(cache, start, "one.csv", 1);
        Dataset second = importAt(cache, start.plusSeconds(7200), "two.csv", 2);
        try (DataStore late = DuckDataStores.open(cache, 1, Clock.fixed(start.plusSeconds(10_000), ZoneOffset.UTC))) {
            late.importFile(file("three.csv", "a,b\n3,x\n"), ReadOptions.DETECT, Progress.NONE);
            Files.delete(first.source());
            Files.delete(second.source());
            assertThrows(DataException.class, () -> late.table(first, List.of("a"), Progress.NONE));
            assertEquals(2L, late.table(second, List.of("a"), Progress.NONE).value(0, 0), "used within the last hour");
        }
    }

    private Dataset importAt(Path cache, Instant now, String name, int value) throws Exception {
        try (DataStore at = DuckDataStores.open(cache, 1L << 30, Clock.fixed(now, ZoneOffset.UTC))) {
            return at.importFile(file(name, "a,b\n" + value + ",x\n"), ReadOptions.DETECT, Progress.NONE);
        }
    }

    @Test
    void manyThreadsAndTwoStoresImportTheSameFileAtOnce() throws Exception {
        Path file = file("shared.csv", "a,b\n" + "1,x\n2,y\n".repeat(20_000));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (DataStore other = new DuckDataStores().open(folder.resolve("cache"))) {
            List<Callable<Long>> work = new java.util.ArrayList<>();
            for (int i = 0; i < 12; i++) {
                DataStore mine = i % 2 == 0 ? store : other;
                work.add(() -> {
                    Dataset dataset = mine.importFile(file, ReadOptions.DETECT, Progress.NONE);
                    return (Long) mine.table(dataset, List.of("a"), Progress.NONE).value(39_999, 0);
                });
            }
            for (Future<Long> done : threads.invokeAll(work)) {
                assertEquals(2L, done.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, entries().size());
    }

    @Test
    void aMissingColumnIsNamed() throws Exception {
        Dataset dataset = read(TEXT);
        DataException refused = assertThrows(DataException.class, () -> store.table(dataset, List.of("nothing"), Progress.NONE));
        assertEquals(Code.MISSING_COLUMN, refused.code());
        assertEquals(java.util.Optional.of("nothing"), refused.where().column());
    }

    @Test
    void aClosedStoreLeavesNoSpillFolder() throws Exception {
        Path cache = folder.resolve("other");
        DataStore other = new DuckDataStores().open(cache);
        other.close();
        other.close();
        try (var all = Files.list(cache)) {
            assertEquals(0, all.count());
        }
        Dataset dataset = read(TEXT);
        assertThrows(DataException.class, () -> other.table(dataset, List.of("a"), Progress.NONE));
    }
}
