package org.orrery.ui.data.internal.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.ui.Formats;

class SchemaModelTest {
    private final SchemaModel model = new SchemaModel(Schema.of(new Column("total", ColumnType.REAL, 11, 6530, false),
            new Column("id", ColumnType.TEXT, 0, -1, true)), 7043, List.of(2048L, 9000L));

    @Test
    void everyColumnOfTheDataIsARow() {
        assertEquals(2, model.rows());
        assertEquals("total", model.text(0, 0));
        assertEquals("number", model.text(0, 1));
        assertEquals("11", model.text(0, 2));
        assertEquals(Formats.share(11 / 7043.0), model.text(0, 3));
    }

    @Test
    void whatWasNotCountedIsEmpty() {
        assertEquals("", model.text(1, 4));
    }

    @Test
    void whatAColumnTakesOnDiskIsTold() {
        assertEquals(Formats.bytes(2048), model.text(0, 5));
        assertTrue(model.compare(5, 0, 1) < 0);
    }

    @Test
    void countsSortAsNumbers() {
        assertTrue(model.compare(2, 0, 1) > 0);
    }
}
