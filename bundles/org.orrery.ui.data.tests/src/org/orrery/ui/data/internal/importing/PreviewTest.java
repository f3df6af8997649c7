package org.orrery.ui.data.internal.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Where;

class PreviewTest {
    private static String cut(String text) {
        return new String(Preview.wholeLines(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void theBeginningEndsWithItsLastWholeLine() {
        assertEquals("a,b\n1,2\n", cut("a,b\n1,2\n3,"));
    }

    @Test
    void aLineBreakInsideQuotesEndsNoLine() {
        assertEquals("a,b\n1,\"x\ny\"\n", cut("a,b\n1,\"x\ny\"\n2,\"z\nw"));
    }

    @Test
    void aBeginningWithoutALineBreakStaysWhole() {
        assertEquals("abc", cut("abc"));
    }

    @Test
    void bothBytesOfAWideLineBreakStay() {
        byte[] bytes = "\uFEFFa\n1\n2".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("\uFEFFa\n1\n", new String(Preview.wholeLines(bytes), StandardCharsets.UTF_16LE));
    }

    @Test
    void anErrorNamesItsLineOnce() {
        Where where = Where.at(Path.of("x.csv"), 17);
        assertEquals("A quote is never closed. (line 17)",
                ImportErrors.sentence(new DataException(DataException.Code.BAD_DATA, "A quote is never closed.", where)));
        assertEquals("Line 17 is broken.",
                ImportErrors.sentence(new DataException(DataException.Code.BAD_DATA, "Line 17 is broken.", where)));
    }
}
