package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;

/** What shows only far behind the beginning, which is all that is looked at first, is told with its line and a way to read it. */
class LateStructureTest extends StoreFixture {
    private static final int ROWS = 200_000;
    private static final String MUCH = "a,b,c\n" + "1,2,3.5\n".repeat(ROWS);

    @Test
    void lastLinesThatAreNoDataAreCounted() throws Exception {
        DataException refused = refused(file("totals.csv", MUCH + "\nTotal,400000\n\nprinted on a Monday\n"));
        assertEquals(OptionalLong.of(ROWS + 3), refused.where().line());
        assertEquals(Optional.of("skip-end"), refused.where().option());
        assertTrue(refused.getMessage().contains(": 2 of them"), refused.getMessage());
        ReadOptions said = ReadOptions.DETECT.change().skipEnd(2).options();
        assertEquals(ROWS, store.importFile(folder.resolve("totals.csv"), said, Progress.NONE).rows());
    }

    @Test
    void aCommentThatComesLateIsTakenForOne() throws Exception {
        DataException refused = refused(file("comment.csv", MUCH + "# second half\n" + "4,5,6.5\n".repeat(ROWS)));
        assertEquals(OptionalLong.of(ROWS + 2), refused.where().line());
        assertEquals(Optional.of("comment"), refused.where().option());
        ReadOptions said = ReadOptions.DETECT.change().comment('#').options();
        assertEquals(2 * ROWS, store.importFile(folder.resolve("comment.csv"), said, Progress.NONE).rows());
    }

    @Test
    void aRaggedRowInTheMiddleIsNoFooter() throws Exception {
        DataException refused = refused(file("ragged.csv", MUCH + "1,2\n" + "4,5,6.5\n".repeat(ROWS)));
        assertEquals(OptionalLong.of(ROWS + 2), refused.where().line());
        assertEquals(Optional.empty(), refused.where().option());
    }

    @Test
    void anEncodingThatShowsLateIsFoundOverTheWholeFile() throws Exception {
        Dataset dataset = read(file("late.csv", MUCH + "1,M\u00FCller,2\n", StandardCharsets.ISO_8859_1));
        assertTrue(codes(dataset).contains("encoding-guessed"));
        assertEquals("M\u00FCller", values(dataset, "b")[ROWS]);
    }
}
