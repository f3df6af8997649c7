package org.orrery.benchmarks.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.orrery.data.Column;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.data.internal.DuckDataStores;

/** The parts of the import benchmark that run in a Java of their own; see the script beside. */
public final class Measured {
    private static final double MIB = 1 << 20;

    private Measured() {
    }

    /** Arguments: what to do, and what it needs. The last line printed is for the script: rows and peak memory in MiB. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "import" -> importFile(Path.of(arguments[1]), Path.of(arguments[2]));
            case "duckdb" -> duckdb(arguments[1], "jdbc:duckdb:", "");
            case "duckdb-file" -> duckdb(arguments[1], "jdbc:duckdb:" + arguments[2] + "/peer.db", ", sample_size = -1");
            case "table" -> table(Path.of(arguments[1]), Path.of(arguments[2]));
            case "blocks" -> blocks(Path.of(arguments[1]), Path.of(arguments[2]));
            case "exponent" -> exponent(Path.of(arguments[1]), Path.of(arguments[2]), Long.parseLong(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void importFile(Path file, Path cache) throws DataException, IOException {
        try (DataStore store = new DuckDataStores().open(cache)) {
            Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
            System.out.println(dataset.rows() + " " + peak());
        }
    }

    /** @param more what else it is told about the file */
    private static void duckdb(String file, String place, String more) throws Exception {
        try (Connection connection = new DuckDBDriver().connect(place, new Properties()); Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("CREATE TABLE t AS SELECT * FROM read_csv('" + file.replace("'", "''")
                    + "', nullstr = ['', 'NA', 'N/A', 'null']" + more + ")");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
                rows.next();
                System.out.println(rows.getLong(1) + " " + peak());
            }
        }
    }

    /** What the whole table takes in memory, and how long a window and the last rows take. */
    private static void table(Path file, Path cache) throws DataException {
        try (DataStore store = new DuckDataStores().open(cache)) {
            Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
            System.gc();
            long before = used();
            long start = System.nanoTime();
            Table table = store.table(dataset, dataset.schema().names(), Progress.NONE);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.gc();
            System.out.printf("table %.0f MiB in %.2f s%n", (used() - before) / MIB, seconds);
            for (int i = 0; i < 3; i++) {
                start = System.nanoTime();
                store.window(dataset, dataset.schema().names(), dataset.rows() / 2 + i * 100_000L, 200);
            }
            System.out.printf("window of 200 rows in %.1f ms%n", (System.nanoTime() - start) / 1e6);
            System.out.println(table.rows() + " " + table.schema().columns().stream().map(Column::type).distinct().count());
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A pass over a data set of any size, block by block. */
    private static void blocks(Path file, Path cache) throws DataException, IOException {
        try (DataStore store = new DuckDataStores().open(cache)) {
            long start = System.nanoTime();
            Dataset dataset = store.importFile(file, ReadOptions.DETECT, Progress.NONE);
            double imported = (System.nanoTime() - start) / 1e9;
            long rows = 0;
            try (ColumnBlocks blocks = store.blocks(dataset, dataset.schema().names())) {
                for (Table block = blocks.next(); block != null; block = blocks.next()) {
                    rows += block.rows();
                }
            }
            System.out.printf("import %.1f s, pass over all blocks %.1f s, heap limit %.0f MiB%n", imported,
                    (System.nanoTime() - start) / 1e9 - imported, Runtime.getRuntime().maxMemory() / MIB);
            System.out.println(rows + " " + peak());
        }
    }

    /** The exponent of cost over rows: the slope of the logarithms, by least squares. */
    private static void exponent(Path folder, Path cache, long most) throws DataException, IOException {
        List<double[]> points = new ArrayList<>();
        for (int half = 0; Math.round(100_000 * Math.pow(10, half / 2.0)) <= most; half++) {
            long rows = Math.round(100_000 * Math.pow(10, half / 2.0));
            Path file = folder.resolve("rows-" + rows + ".csv");
            if (!Files.exists(file)) {
                new DirtyCsv(rows, false).write(file, rows);
            }
            double best = Double.MAX_VALUE;
            for (int i = 0; i < (rows <= 1_000_000 ? 5 : 2); i++) {
                try (DataStore store = new DuckDataStores().open(cache.resolve(rows + "-" + i))) {
                    long start = System.nanoTime();
                    store.importFile(file, ReadOptions.DETECT, Progress.NONE);
                    best = Math.min(best, (System.nanoTime() - start) / 1e9);
                }
            }
            System.out.printf("%d rows: %.3f s%n", rows, best);
            points.add(new double[] {Math.log(rows), Math.log(best)});
            Files.delete(file);
        }
        System.out.printf("exponent %.3f%n", slope(points));
    }

    private static double slope(List<double[]> points) {
        double x = points.stream().mapToDouble(point -> point[0]).average().orElse(0);
        double y = points.stream().mapToDouble(point -> point[1]).average().orElse(0);
        double above = points.stream().mapToDouble(point -> (point[0] - x) * (point[1] - y)).sum();
        return above / points.stream().mapToDouble(point -> (point[0] - x) * (point[0] - x)).sum();
    }

    /** The most memory that this process ever held, in MiB; −1 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(-1);
    }
}
