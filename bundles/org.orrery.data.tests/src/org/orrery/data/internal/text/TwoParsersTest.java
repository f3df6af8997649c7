package org.orrery.data.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ColumnBuffer;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.RowSink;

/** The parser of bytes gives what FastCSV gives, cell by cell, and refuses what it refuses, at the same line. */
class TwoParsersTest {
    private static final Path FILE = Path.of("generated.csv");
    private static final String[] PIECES = {"a", "1", "-2", "3.5", "0.25", "007", "1e3", "2024-02-29", "31/12/2023", "true", "false", "NA", "null",
            "2024-01-01 10:11:12", "é", "王", "😀", " ", "x y", "12345678901234567", "9007199254740993", "0.1000000000000000055511151231257827",
            "-0", "-0.0", "1,5", "12345678.12345678", "123456789.5", ".5", "5.", "+1", "Inf", "\t", "\u0001", "99999999999999999999", "1.50",
            "1e400", "-", " - ", "4.9E-324", "123456789012345.6", "0", "00", "2023-02-29", "24:00", "TRUE", "PT1H"};

    private record Outcome(List<List<Object>> columns, List<Integer> kinds, List<Long> distinct, List<String> facts, String refusal) {
    }

    /** Keeps what it is given. */
    private static final class Memory implements ImportTarget, RowSink {
        private final List<List<List<Object>>> blocks = new ArrayList<>();
        private int width;

        @Override
        public RowSink begin(List<ColumnType> types) {
            width = types.size();
            return this;
        }

        @Override
        public void block(List<ColumnBuffer> columns) {
            block(blocks.size(), columns::get);
        }

        @Override
        public synchronized void block(int number, IntFunction<ColumnBuffer> columns) {
            while (blocks.size() <= number) {
                blocks.add(List.of());
            }
            blocks.set(number, IntStream.range(0, width).mapToObj(columns).map(Memory::values).toList());
        }

        private static List<Object> values(ColumnBuffer buffer) {
            List<Object> values = new ArrayList<>();
            for (int row = 0; row < buffer.size(); row++) {
                values.add(buffer.isMissing(row) ? "missing" : value(buffer, row));
            }
            return values;
        }

        private static Object value(ColumnBuffer buffer, int row) {
            if (buffer.type() == ColumnType.REAL) {
                return buffer.places()[row] == ColumnBuffer.BITS ? Double.longBitsToDouble(buffer.values()[row])
                        : buffer.values()[row] / NumberCell.power(buffer.places()[row]);
            }
            if (!buffer.type().isText()) {
                return buffer.values()[row];
            }
            int[] numbers = buffer.texts().numbers();
            boolean plain = buffer.texts().isPlain();
            int[] ends = plain ? numbers : buffer.texts().dictionary().ends();
            int code = plain ? row : numbers[row];
            int start = code == 0 ? 0 : ends[code - 1];
            return new String(plain ? buffer.texts().text() : buffer.texts().dictionary().text(), start, ends[code] - start, StandardCharsets.UTF_8);
        }

        List<List<Object>> columns() {
            List<List<Object>> columns = new ArrayList<>();
            for (List<List<Object>> block : blocks) {
                for (int i = 0; i < block.size(); i++) {
                    if (columns.size() <= i) {
                        columns.add(new ArrayList<>());
                    }
                    columns.get(i).addAll(block.get(i));
                }
            }
            return columns;
        }
    }

    private static Outcome outcome(byte[] text, Dialect dialect, List<ColumnPlan> plans, int chunk) throws IOException {
        Memory memory = new Memory();
        boolean bytes = chunk > 0;
        TextPass pass = bytes ? TextPass.ofChunks(FILE, ReadOptions.DETECT, dialect, plans, memory, null)
                : new TextPass(FILE, ReadOptions.DETECT, dialect, plans, memory);
        try {
            if (bytes) {
                new ChunkedPass(FILE, ReadOptions.DETECT, ByteDialect.of(dialect).orElseThrow(), pass, 0, chunk)
                        .read(new ByteArrayInputStream(text), 1);
            } else {
                new FastCsvParser(FILE).parse(new StrictReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8, 0), dialect, pass);
                pass.flush();
            }
        } catch (DataException refused) {
            return new Outcome(List.of(), List.of(), List.of(), List.of(), refused.getMessage());
        }
        List<String> facts = new ArrayList<>();
        for (ColumnScan scan : pass.scans()) {
            ColumnFacts f = scan.facts();
            facts.add(f.present + " " + f.missing + " " + f.lostLine + " " + f.lostValue + " " + f.leadingZeros + " " + f.longIdentifiers + " "
                    + f.plainComma + " " + f.marks + " " + f.scale + (scan.plan().type().isText() ? " " + f.looksLikeCodes() : " " + f.countsRows())
                    + " " + scan.isBroken());
        }
        facts.add(pass.rows() + " " + pass.blankRows() + " " + pass.firstLine() + " " + pass.markers().met() + " " + pass.kept());
        List<List<Object>> columns = new ArrayList<>();
        List<List<Object>> read = memory.columns();
        for (int i = 0; i < read.size(); i++) {
            // What a column holds whose plan was wrong is of no use to anyone.
            columns.add(pass.scans().get(i).isBroken() ? List.of() : read.get(i));
        }
        return new Outcome(columns, pass.scans().stream().map(ColumnScan::kinds).toList(), pass.scans().stream().map(scan -> scan.isBroken() ? 0 : scan.distinct()).toList(), facts, "");
    }

    private static String cell(Random random, int column, boolean dirty) {
        int draw = random.nextInt(100);
        if (draw < 8) {
            return "";
        }
        if (draw < (dirty ? 40 : 12)) {
            return PIECES[random.nextInt(PIECES.length)];
        }
        return switch (column % 8) {
            case 0 -> String.valueOf(random.nextInt(2_000) - 1_000);
            case 1 -> random.nextInt(100_000) / 100.0 + "";
            case 2 -> java.time.LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
            case 3 -> String.format("%02d/%02d/%d", 1 + random.nextInt(28), 1 + random.nextInt(12), 1900 + random.nextInt(200));
            case 4 -> java.time.LocalDateTime.ofEpochSecond(random.nextInt(), 0, java.time.ZoneOffset.UTC).toString().replace('T', ' ');
            case 5 -> random.nextBoolean() ? "true" : "false";
            case 6 -> "\"a\"\"" + random.nextInt(30) + ",\n\"";
            default -> Long.toString(random.nextLong() / (1L << random.nextInt(50)));
        };
    }

    private static byte[] file(Random random) {
        StringBuilder text = new StringBuilder();
        int columns = 1 + random.nextInt(9);
        int shift = random.nextInt(8);
        String end = random.nextInt(5) == 0 ? "\r" : random.nextInt(3) == 0 ? "\r\n" : "\n";
        boolean dirty = random.nextInt(3) == 0;
        boolean ugly = random.nextInt(4) == 0;
        int rows = random.nextInt(random.nextInt(4) == 0 ? 300 : 40);
        for (int row = 0; row <= rows; row++) {
            int fields = ugly && random.nextInt(60) == 0 ? columns + random.nextInt(3) - 1 : columns;
            for (int column = 0; column < fields; column++) {
                text.append(column == 0 ? "" : ",").append(row == 0 ? "c" + column : cell(random, column + shift, dirty));
                if (ugly && random.nextInt(300) == 0) {
                    text.append(new String[] {"\"", "\"x", "\n", "\r"}[random.nextInt(4)]);
                }
            }
            text.append(row == rows && random.nextBoolean() ? "" : end).append(random.nextInt(40) == 0 ? " " + end : "");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bothGiveTheSameForAnyFileAndAnyPlan() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] text = file(random);
            if (text.length == 0) {
                continue;
            }
            Dialect dialect = new Dialect(StandardCharsets.UTF_8, ",", '"').withHeaderRows(random.nextInt(3)).withTrailing(random.nextInt(5) == 0);
            Outcome learned = learn(text, dialect);
            compare(seed, text, dialect, null, random);
            if (learned.refusal().isEmpty()) {
                TextPass sample = new TextPass(FILE, ReadOptions.DETECT, dialect, null, new Memory());
                new FastCsvParser(FILE).parse(new StrictReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8, 0), dialect, sample);
                compare(seed, text, dialect, new TypeResolution(sample.scans(), ReadOptions.DETECT).plans(), random);
                compare(seed, text, dialect, randomPlans(random, sample.scans().size()), random);
            }
        }
    }

    private static Outcome learn(byte[] text, Dialect dialect) throws IOException {
        return outcome(text, dialect, null, 0);
    }

    private static List<ColumnPlan> randomPlans(Random random, int columns) {
        List<ColumnPlan> plans = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            boolean asked = random.nextInt(6) == 0;
            ColumnPlan plan = switch (random.nextInt(7)) {
                case 0 -> plan(asked, ColumnType.INTEGER, Kinds.INTEGER);
                case 1 -> plan(asked, ColumnType.REAL, random.nextBoolean() ? Kinds.REAL_POINT : Kinds.REAL_COMMA);
                case 2 -> plan(asked, ColumnType.DATE, new int[] {Kinds.DATE_YMD, Kinds.DATE_DMY, Kinds.DATE_MDY}[random.nextInt(3)]);
                case 3 -> plan(asked, ColumnType.TIMESTAMP, Kinds.TIMESTAMP_YMD);
                case 4 -> plan(asked, ColumnType.BOOLEAN, Kinds.BOOLEAN);
                case 5 -> plan(asked, ColumnType.DURATION, Kinds.DURATION);
                default -> plan(asked, ColumnType.TEXT, Kinds.ANY);
            };
            plans.add(plan);
        }
        return plans;
    }

    private static ColumnPlan plan(boolean asked, ColumnType type, int kind) {
        return new ColumnPlan(asked ? java.util.Optional.of(type) : java.util.Optional.empty(), type, kind, 0);
    }

    private static void compare(int seed, byte[] text, Dialect dialect, List<ColumnPlan> plans, Random random) throws IOException {
        Outcome wanted = outcome(text, dialect, plans, 0);
        for (int chunk : new int[] {1 << 20, 1 + random.nextInt(200)}) {
            Outcome found = outcome(text, dialect, plans, chunk);
            String where = "seed " + seed + ", chunks of " + chunk + ", plans " + plans;
            assertEquals(wanted.refusal(), found.refusal(), where);
            assertEquals(wanted.kinds(), found.kinds(), where);
            assertEquals(wanted.facts(), found.facts(), where);
            assertEquals(wanted.distinct(), found.distinct(), where);
            for (int i = 0; i < wanted.columns().size(); i++) {
                if (!wanted.columns().get(i).equals(found.columns().get(i))) {
                    fail(where + ", column " + i + ": " + wanted.columns().get(i) + " but " + found.columns().get(i));
                }
            }
        }
    }
}
