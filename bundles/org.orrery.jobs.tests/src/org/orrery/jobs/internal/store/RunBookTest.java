package org.orrery.jobs.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.fixture.Bench;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.WriteSteps;
import org.orrery.jobs.search.RunSearch;

/** A search that has the book of runs finds what a search without it finds, whatever became of the runs and of the book since. */
class RunBookTest {
    private static final List<String> SEARCHES = List.of("count>2", "not count>2", "sum>=0", "set.units=3", "set.units>2 or run=1", "status:completed count<4", "fixture", "-sum>0",
            "undefined>0", "", "seed=12345 set.units<4", "tag=kept or count>3");

    @TempDir
    Path folder;
    private final Bench bench = new Bench();
    private final List<Long> runs = new ArrayList<>();
    private Path place;
    private Path file;

    @BeforeEach
    void fourRunsHaveEnded() throws Exception {
        place = folder.resolve("runs");
        file = place.resolve("runs.book");
        try (Workspace workspace = bench.open(folder)) {
            for (int units = 1; units <= 4; units++) {
                runs.add(workspace.runs().submit(Bench.request(1, "units", units)));
            }
            for (long run : runs) {
                Bench.finish(workspace, run);
            }
        }
        assertFalse(Files.exists(file), "few runs are quickly read one by one");
    }

    private RunShelf shelf(int many) {
        return new RunShelf(place, Optional.of(new RunShelf.Pen(new DurableFiles(WriteSteps.NONE), Runnable::run, (message, cause) -> bench.reports.add(message))), many);
    }

    private RunFolders folders(RunShelf shelf) {
        return new DirectoryRunFolders(place, owner -> true, (message, cause) -> bench.reports.add(message + cause), Map::of, shelf);
    }

    private RunShelf written() {
        RunShelf shelf = shelf(1);
        shelf.look();
        assertEquals(runs.size(), RunBook.seen(file));
        RunBook book = RunBook.read(file);
        assertEquals(0, book.leftOut());
        for (long run : runs) {
            assertEquals(folders(shelf(Integer.MAX_VALUE)).facts(run), book.facts(run).orElseThrow());
        }
        return shelf;
    }

    private static List<Long> found(RunFolders folders, String search) throws Exception {
        return folders.find(RunSearch.of(search, ZonedDateTime.now())).stream().map(RunSummary::id).toList();
    }

    /** Both ways to search find what is found where there is no book. */
    private void findsTheSame(RunShelf shelf, String when) throws Exception {
        RunFolders plain = folders(shelf(Integer.MAX_VALUE));
        RunFolders quick = folders(shelf);
        for (String search : SEARCHES) {
            RunSearch asked = RunSearch.of(search, ZonedDateTime.now());
            assertEquals(plain.find(asked), quick.find(asked), search + ", " + when);
            assertEquals(plain.find(asked), quick.find(asked, quick.list()), search + ", " + when);
        }
        assertEquals(List.of(), bench.reports);
    }

    @Test
    void aSearchFindsTheSameWithTheBookAndWithout() throws Exception {
        findsTheSame(written(), "all ended");
        assertEquals(List.of(runs.get(3), runs.get(2)), found(folders(written()), "count>2"));
    }

    @Test
    void whatTheBookRulesOutIsNotOpened() throws Exception {
        RunShelf shelf = written();
        for (String name : List.of("summary.json", "journal.orj")) {
            Path there = place.resolve(runs.get(0).toString()).resolve(name);
            FileTime changed = Files.getLastModifiedTime(there);
            Files.write(there, new byte[(int) Files.size(there)]);
            Files.setLastModifiedTime(there, changed);
        }
        assertEquals(List.of(runs.get(3)), found(folders(shelf), "count>3"));
        assertEquals(List.of(), bench.reports);
    }

    @Test
    void aRunThatChangedSinceIsReadInItsFolder() throws Exception {
        RunShelf shelf = written();
        try (Workspace workspace = bench.open(folder)) {
            workspace.runs().extend(runs.get(0), Map.of("units", 9));
            Bench.finish(workspace, runs.get(0));
            workspace.runs().tag(runs.get(1), List.of("kept"));
            runs.add(workspace.runs().submit(Bench.request(1, "units", 8)));
            Bench.finish(workspace, runs.get(4));
            workspace.runs().delete(runs.get(2));
        }
        assertEquals(List.of(runs.get(4), runs.get(0)), found(folders(shelf(1)), "set.units>7"));
        findsTheSame(shelf(1), "runs were extended, tagged, added and deleted");
        Path journal = place.resolve(runs.get(3) + "/journal.orj");
        Files.setLastModifiedTime(journal, FileTime.fromMillis(Files.getLastModifiedTime(journal).toMillis() + 1_000));
        findsTheSame(shelf(1), "a journal was copied");
    }

    @Test
    void aBookThatIsDamagedDoesNotCount() throws Exception {
        RunShelf shelf = written();
        byte[] sound = Files.readAllBytes(file);
        for (int i = 0; i < sound.length; i += i < 200 ? 7 : 211) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            assertTrue(RunBook.read(file).facts(runs.get(0)).isEmpty(), "byte " + i + " of " + sound.length);
        }
        findsTheSame(shelf(Integer.MAX_VALUE), "the book is damaged");
        for (int length : new int[] {0, 5, 31, 32, 100, sound.length - 1}) {
            Files.write(file, Arrays.copyOf(sound, length));
            assertTrue(RunBook.read(file).facts(runs.get(0)).isEmpty(), "cut after " + length);
        }
        assertEquals(List.of(runs.get(3)), found(folders(shelf), "count>3"));
    }

    @Test
    void whicheverWriteFailsTheBookIsTheOldOneOrTheNewOne() throws Exception {
        written();
        byte[] old = Files.readAllBytes(file);
        try (Workspace workspace = bench.open(folder)) {
            runs.add(workspace.runs().submit(Bench.request(1, "units", 5)));
            Bench.finish(workspace, runs.get(4));
        }
        for (int allowed = 0;; allowed++) {
            Files.write(file, old);
            int[] left = {allowed};
            DurableFiles failing = new DurableFiles((kind, path) -> {
                if (left[0]-- == 0) {
                    throw new IOException("The disk is full");
                }
            });
            try {
                RunBookWriter.write(failing, file, runs.reversed(), place, () -> false);
                break;
            } catch (IOException e) {
                RunBook book = RunBook.read(file);
                assertTrue(book.facts(runs.get(0)).isPresent(), "after " + allowed + " steps");
                assertEquals(RunBook.seen(file) == runs.size(), book.facts(runs.get(4)).isPresent(), "after " + allowed + " steps");
            }
        }
        assertEquals(5, RunBook.seen(file));
        assertThrows(IOException.class, () -> RunBookWriter.write(new DurableFiles((kind, path) -> {
            throw new IOException("The disk is full");
        }), file, runs.reversed(), place, () -> false));
        findsTheSame(shelf(1), "writing has failed");
    }

    @Test
    void itIsWrittenWhenASearchMissesManyRunsAndByItsOwnerAlone() throws Exception {
        RunFolders reader = folders(new RunShelf(place, Optional.empty(), 2));
        assertEquals(List.of(runs.get(3)), found(reader, "count>3"));
        assertFalse(Files.exists(file));
        RunShelf shelf = shelf(2);
        assertEquals(List.of(runs.get(3)), found(folders(shelf), "count>3"));
        assertEquals(4, RunBook.seen(file));
        byte[] first = Files.readAllBytes(file);
        Files.delete(place.resolve(runs.get(0) + "/summary.json"));
        assertEquals(List.of(runs.get(3)), found(folders(shelf), "count>3"));
        assertEquals(List.of(runs.get(3)), found(reader, "count>3"));
        shelf.close();
        Files.delete(file);
        assertEquals(List.of(runs.get(3)), found(folders(shelf), "count>3"));
        assertFalse(Files.exists(file), "after the workspace was closed nobody writes");
        Files.write(file, first);
        findsTheSame(shelf(1), "a shortcut is gone");
    }
}
