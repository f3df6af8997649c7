package org.orrery.fuzz;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.data.internal.DuckDataStores;

/**
 * Writes random tables as text in random dialects and reads them back: every cell must come back as it was written, as text and in the
 * types that are detected. Then damages
 * the bytes: each must be read or refused in a sentence, within seconds. Ends with a status above zero at the first thing that
 * is otherwise, and says the seed that gives it again.
 */
public final class ImportFuzz {
    private static final String[] PIECES = {"a", "\"", "\"\"", ",", ";", "\t", "|", "'", "\n", "\r", "\r\n", " ", "é", "王", "😀", "0", "007", "-1",
            "1.5", "1,5", "1e9", "NA", "2024-02-30", "2024-02-29", "31/12/2023", "true", "#", "\\", "=1+1", "\u200B", "\u202E", "\u0085", "\u2028",
            "-", "1.234,5", "12345678901234567890", "%", "x,y", "Infinity", "NaN"};
    private static final String[] MISSING = {"", "NA", "N/A", "#N/A", "NaN", "null", "NULL", "-"};
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final SplittableRandom random;
    private final DataStore store;
    private final Path file;

    private ImportFuzz(long seed, DataStore store, Path file) {
        this.random = new SplittableRandom(seed);
        this.store = store;
        this.file = file;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    /** A cell as programs write one value of some type; now and then it is missing, or of another type. */
    private String typed(int flavour) {
        int odd = random.nextInt(400);
        if (odd < 12) {
            return MISSING[random.nextInt(MISSING.length)];
        }
        return odd == 12 ? cell() : switch (flavour) {
            case 0 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 1 -> Double.toString(Double.longBitsToDouble(random.nextLong())).replace("NaN", "0.5");
            case 2 -> digits(9 + random.nextInt(8)) + '.' + digits(random.nextInt(1, 4));
            case 3 -> digits(1 + random.nextInt(3)) + ',' + digits(3);
            case 4 -> "%02d/%02d/%d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1900 + random.nextInt(200));
            case 5 -> "%02d/%02d/%d %02d:%02d".formatted(1 + random.nextInt(28), 1 + random.nextInt(12), 1900 + random.nextInt(200), random.nextInt(24), random.nextInt(60));
            case 6 -> "%d:%02d:%02d".formatted(random.nextInt(200), random.nextInt(60), random.nextInt(60));
            case 7 -> random.nextInt(9) + " days";
            default -> random.nextBoolean() ? "true" : "False";
        };
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private List<List<String>> table() {
        int columns = 1 + random.nextInt(6);
        int[] flavours = random.ints(columns, 0, 18).toArray();
        int rows = 1 + random.nextInt(random.nextInt(20) == 0 ? 2_000 : 30);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(flavours[column] < 9 ? typed(flavours[column]) : cell());
            }
            table.add(cells);
        }
        return table;
    }

    private String written(List<List<String>> table, String delimiter, String end) {
        StringBuilder text = new StringBuilder();
        for (int row = -1; row < table.size(); row++) {
            for (int column = 0; column < table.get(0).size(); column++) {
                String value = row < 0 ? "c" + column : table.get(row).get(column);
                boolean quoted = value.isBlank() || random.nextInt(4) == 0 || value.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r')
                        || value.contains(delimiter);
                text.append(column == 0 ? "" : delimiter).append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
            }
            text.append(row == table.size() - 1 && random.nextBoolean() ? "" : end);
        }
        return text.toString();
    }

    private void round() throws IOException, DataException {
        List<List<String>> table = table();
        String delimiter = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        String text = written(table, delimiter, List.of("\n", "\r\n", "\r").get(random.nextInt(3)));
        Files.writeString(file, text);
        Map<String, ColumnType> types = new HashMap<>();
        for (int i = 0; i < table.get(0).size(); i++) {
            types.put("c" + i, ColumnType.TEXT);
        }
        ReadOptions options = ReadOptions.DETECT.change().delimiter(delimiter).quote('"').header(true).secondHeader(false).encoding("UTF-8")
                .escape(ReadOptions.Escape.DOUBLED).comment(ReadOptions.NONE).skip(0).skipEnd(0).trailingDelimiter(false).types(types)
                .missing(List.of("")).options();
        Dataset dataset = store.importFile(file, options, Progress.NONE);
        if (dataset.rows() != table.size()) {
            throw new IllegalStateException(dataset.rows() + " rows instead of " + table.size());
        }
        Table read = store.table(dataset, dataset.schema().names(), Progress.NONE);
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(0).size(); column++) {
                String wanted = table.get(row).get(column);
                Object found = read.value(row, column);
                boolean blank = wanted.chars().allMatch(c -> c <= ' ');
                if (blank ? found != null : !wanted.equals(found)) {
                    throw new IllegalStateException("Row " + row + ", column " + column + ": \"" + wanted + "\" became \"" + found + '"');
                }
            }
        }
        detected(table, options.change().types(Map.of()).missing(List.of()).options());
        damage(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is detected loses nothing either: a value of another type says what the cell says, to the last digit or as a double. */
    private void detected(List<List<String>> table, ReadOptions options) throws DataException {
        Dataset dataset = store.importFile(file, options, Progress.NONE);
        if (dataset.rows() != table.size()) {
            throw new IllegalStateException(dataset.rows() + " rows detected instead of " + table.size());
        }
        char decimal = dataset.options().decimal().orElse('.');
        char grouping = dataset.options().grouping().orElse(ReadOptions.NONE);
        Table read = store.table(dataset, dataset.schema().names(), Progress.NONE);
        for (int row = 0; row < table.size(); row++) {
            for (int column = 0; column < table.get(0).size(); column++) {
                String cell = table.get(row).get(column);
                Object found = read.value(row, column);
                if (!same(cell, found, decimal, grouping)) {
                    throw new IllegalStateException("Row " + row + ", column " + column + ": \"" + cell + "\" was detected as " + found + " of type "
                            + dataset.schema().columns().get(column).type().id());
                }
            }
        }
    }

    private static boolean same(String cell, Object found, char decimal, char grouping) {
        String plain = cell.trim();
        if (found == null) {
            return plain.isEmpty() || List.of(MISSING).contains(plain);
        }
        String number = (grouping == ReadOptions.NONE ? plain : plain.replace(String.valueOf(grouping), "")).replace(decimal, '.');
        return switch (found) {
            case String text -> text.equals(cell);
            case Long whole -> whole.toString().equals(number);
            case Double real -> Double.doubleToLongBits(real) == Double.doubleToLongBits(Double.parseDouble(number.replaceAll("(?i)^([-+]?)inf(inity)?$", "$1Infinity")));
            case BigDecimal exact -> exact.compareTo(new BigDecimal(number)) == 0;
            case Boolean truth -> truth.toString().equalsIgnoreCase(plain);
            default -> true;
        };
    }

    private void damage(byte[] bytes) throws IOException {
        for (int i = 0; i < 3; i++) {
            byte[] damaged = bytes.clone();
            for (int k = 1 + random.nextInt(8); k > 0 && damaged.length > 0; k--) {
                damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : "\",;\n\r\t\0'".charAt(random.nextInt(8)));
            }
            Files.write(file, java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length + 1)));
            try {
                Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
                Table read = store.table(dataset, dataset.schema().columns().stream().map(Column::name).toList(), Progress.NONE);
                if (read.rows() != dataset.rows()) {
                    throw new IllegalStateException("The table has " + read.rows() + " of " + dataset.rows() + " rows");
                }
            } catch (DataException refused) {
                if (refused.getMessage().isBlank()) {
                    throw new IllegalStateException("A refusal says nothing", refused);
                }
            }
        }
    }

    /** Arguments: a folder of its own, for how many minutes, the first seed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long end = System.nanoTime() + (long) (Double.parseDouble(arguments[1]) * 60e9);
        long seed = Long.parseLong(arguments[2]);
        long files = 0;
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        try (DataStore store = new DuckDataStores().open(folder.resolve("cache"))) {
            for (; System.nanoTime() < end; seed++) {
                long start = system.getProcessCpuTime();
                try {
                    new ImportFuzz(seed, store, folder.resolve("fuzz.csv")).round();
                } catch (DataException | RuntimeException | Error wrong) {
                    throw new IllegalStateException("Seed " + seed + ": " + wrong.getMessage(), wrong);
                }
                // Time on the processors, since other programs may keep them busy.
                long took = system.getProcessCpuTime() - start;
                if (took > PATIENCE_NANOS) {
                    throw new IllegalStateException("Seed " + seed + " took " + took / 1_000_000_000L + " s");
                }
                files += 5;
            }
        }
        System.out.println(files + " files, no crash, no hang, nothing lost; next seed " + seed);
    }
}
