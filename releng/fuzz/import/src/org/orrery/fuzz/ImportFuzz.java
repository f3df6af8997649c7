package org.orrery.fuzz;

import java.io.IOException;
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
 * Writes random tables as text in random dialects and reads them back: every cell must come back as it was written. Then damages
 * the bytes: each must be read or refused in a sentence, within seconds. Ends with a status above zero at the first thing that
 * is otherwise, and says the seed that gives it again.
 */
public final class ImportFuzz {
    private static final String[] PIECES = {"a", "\"", "\"\"", ",", ";", "\t", "|", "'", "\n", "\r", "\r\n", " ", "é", "王", "😀", "0", "007", "-1",
            "1.5", "1,5", "1e9", "NA", "2024-02-30", "2024-02-29", "31/12/2023", "true", "#", "\\", "=1+1", "\u200B", "\u202E", "\u0085", "\u2028",
            "-", "1.234,5", "12345678901234567890", "%", "x,y", "Infinity", "NaN"};
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

    private List<List<String>> table() {
        int columns = 1 + random.nextInt(6);
        int rows = 1 + random.nextInt(random.nextInt(20) == 0 ? 2_000 : 30);
        List<List<String>> table = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                cells.add(cell());
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
        damage(text.getBytes(StandardCharsets.UTF_8));
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
        try (DataStore store = new DuckDataStores().open(folder.resolve("cache"))) {
            for (; System.nanoTime() < end; seed++) {
                long start = System.nanoTime();
                try {
                    new ImportFuzz(seed, store, folder.resolve("fuzz.csv")).round();
                } catch (DataException | RuntimeException | Error wrong) {
                    throw new IllegalStateException("Seed " + seed + ": " + wrong.getMessage(), wrong);
                }
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IllegalStateException("Seed " + seed + " took " + (System.nanoTime() - start) / 1_000_000_000L + " s");
                }
                files += 4;
            }
        }
        System.out.println(files + " files, no crash, no hang, nothing lost; next seed " + seed);
    }
}
