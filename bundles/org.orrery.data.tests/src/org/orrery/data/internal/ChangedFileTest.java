package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;

/** A file with another content is noticed, also when its size and date are the same. */
class ChangedFileTest extends StoreFixture {
    @Test
    void anotherContentOfTheSameSizeAndDateIsNoticed() throws Exception {
        Path file = file("same.csv", "a,b\n1,2\n");
        // As old as files usually are when they are imported.
        FileTime date = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(file, date);
        Dataset dataset = read(file);
        assertTrue(store.isCurrent(dataset, Progress.NONE));
        assertTrue(store.isCurrent(dataset, Progress.NONE));
        Files.writeString(file, "a,b\n1,3\n");
        Files.setLastModifiedTime(file, date);
        assertEquals(dataset.bytes(), Files.size(file));
        assertEquals(dataset.modified(), Files.getLastModifiedTime(file).toInstant());
        assertFalse(store.isCurrent(dataset, Progress.NONE));
    }

    @Test
    void aFileThatWasReplacedOrIsGoneIsNoticed() throws Exception {
        Path file = file("other.csv", "a,b\n1,2\n");
        Dataset dataset = read(file);
        Files.move(file("new.csv", "a,b\n1,4\n"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertFalse(store.isCurrent(dataset, Progress.NONE));
        Files.delete(file);
        assertEquals(Code.UNREADABLE_FILE, assertThrows(DataException.class, () -> store.isCurrent(dataset, Progress.NONE)).code());
    }
}
