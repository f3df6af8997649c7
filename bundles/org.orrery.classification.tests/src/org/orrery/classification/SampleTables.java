package org.orrery.classification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Dataset;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.learning.LabelledRows;

/** The sample data sets as tables, read plainly: fields without quotes, NA or nothing for missing. */
final class SampleTables {
    private SampleTables() {
    }

    static Table read(String file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : lines(file)) {
            rows.add(line.split(",", -1));
        }
        String[] names = rows.remove(0);
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < names.length; j++) {
            columns.add(column(names[j], rows, j));
        }
        TableBuilder builder = Table.builder(new Schema(columns));
        for (String[] row : rows) {
            Object[] values = new Object[names.length];
            for (int j = 0; j < names.length; j++) {
                values[j] = isMissing(row[j]) ? null : value(row[j], columns.get(j).type());
            }
            builder.row(values);
        }
        return builder.build();
    }

    /** The same, its columns but the target as features, all rows labelled. */
    static LabelledRows labelled(String file, String target) throws Exception {
        Table table = read(file);
        Column column = table.schema().find(target).orElseThrow();
        Classes classes = Classes.of(column, table.column(target), 100);
        List<Column> features = table.schema().columns().stream().filter(each -> !each.equals(column)).toList();
        Table explaining = new Table(new Schema(features), features.stream().map(each -> table.column(each.name())).toList());
        return new LabelledRows(explaining, classes.labels(), classes.names());
    }

    /** A sample by its name; a packed file beside the references. */
    private static List<String> lines(String file) throws IOException {
        if (file.endsWith(".gz")) {
            try (InputStream packed = SampleTables.class.getResourceAsStream("references/" + file);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            }
        }
        Path folder = Path.of(System.getProperty("orrery.root", "../.."), "bundles", "org.orrery.samples", "data");
        return Files.readAllLines(folder.resolve(file));
    }

    static Dataset dataset(String name, Table table) {
        return new Dataset(name, Path.of("/data", name + ".csv"), ReadOptions.DETECT, table.schema(), table.rows(), "0".repeat(64), 1,
                Instant.EPOCH, List.of());
    }

    private static boolean isMissing(String field) {
        return field.isEmpty() || field.equals("NA");
    }

    private static Column column(String name, List<String[]> rows, int j) {
        List<String> present = rows.stream().map(row -> row[j]).filter(field -> !isMissing(field)).toList();
        boolean whole = present.stream().allMatch(field -> field.matches("-?\\d+"));
        boolean number = present.stream().allMatch(field -> field.matches("-?\\d*\\.?\\d+([eE]-?\\d+)?"));
        ColumnType type = whole ? ColumnType.INTEGER : number ? ColumnType.REAL : ColumnType.CATEGORY;
        return new Column(name, type, rows.size() - present.size(), present.stream().distinct().count(), false);
    }

    private static Object value(String field, ColumnType type) {
        return switch (type) {
            case INTEGER -> Long.valueOf(field);
            case REAL -> Double.valueOf(field);
            default -> field;
        };
    }
}
