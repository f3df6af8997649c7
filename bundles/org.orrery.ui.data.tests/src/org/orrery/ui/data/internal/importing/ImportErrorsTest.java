package org.orrery.ui.data.internal.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Where;

class ImportErrorsTest {
    @Test
    void anErrorNamesItsLineOnce() {
        Where where = Where.at(Path.of("x.csv"), 17);
        assertEquals("A quote is never closed. (line 17)",
                ImportErrors.sentence(new DataException(DataException.Code.BAD_DATA, "A quote is never closed.", where)));
        assertEquals("Line 17 is broken.",
                ImportErrors.sentence(new DataException(DataException.Code.BAD_DATA, "Line 17 is broken.", where)));
    }
}
