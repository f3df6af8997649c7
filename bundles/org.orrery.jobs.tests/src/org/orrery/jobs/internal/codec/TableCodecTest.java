package org.orrery.jobs.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

class TableCodecTest {
    private static final Schema ALL = new Schema(Arrays.stream(ColumnType.values()).map(type -> new Column(type.id(), type, 3, -1, true)).toList());

    private static Table random(int rows, long seed) {
        Random random = new Random(seed);
        TableBuilder builder = Table.builder(ALL);
        for (int i = 0; i < rows; i++) {
            Object[] row = {random.nextLong() >> random.nextInt(64), Double.longBitsToDouble(random.nextLong()),
                    BigDecimal.valueOf(random.nextInt(), 3), "t" + random.nextInt(1 << random.nextInt(12)), random.nextBoolean() ? "" : "\u00e9",
                    random.nextBoolean(), LocalDate.ofEpochDay(random.nextInt(100_000)), Instant.ofEpochSecond(random.nextInt()),
                    Duration.ofMillis(random.nextInt())};
            for (int column = 0; column < row.length; column++) {
                row[column] = random.nextInt(5) == 0 ? null : row[column];
            }
            builder.row(row);
        }
        return builder.build();
    }

    @Test
    void everyValueOfEveryTypeComesBack() throws IOException {
        for (int rows : new int[] {0, 1, 7, 1_000}) {
            Table table = random(rows, rows);
            Table read = TableCodec.decode(TableCodec.encode(table));
            assertEquals(table.schema(), read.schema());
            assertEquals(rows, read.rows());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < ALL.size(); column++) {
                    assertEquals(table.value(row, column), read.value(row, column));
                }
            }
        }
    }

    @Test
    void bytesThatEndTooEarlyAreNoTable() {
        byte[] bytes = TableCodec.encode(random(20, 5));
        for (int length = 0; length < bytes.length; length += 3) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(IOException.class, () -> TableCodec.decode(cut));
        }
    }
}
