package org.orrery.external;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitProgress;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/**
 * Everything that was read of a program, in the order in which it came; of a long program most of it is in a file for the time being. Thread-safe, and
 * to be closed.
 */
final class MetricBoard implements AutoCloseable {
    /** The columns of the table of metrics. */
    static final Schema SCHEMA = new Schema(List.of(Column.of("name", ColumnType.TEXT), Column.of("step", ColumnType.REAL),
            Column.of("seconds", ColumnType.REAL), Column.of("value", ColumnType.REAL)));
    /** More names than that are none: a program that prints numbers with a name of its own each would fill the memory. */
    static final int MOST_NAMES = 1_000;
    /** So many values are handed to a program that goes on; those before them are in the curves of the run. */
    static final int MOST_HANDED = 2_000_000;

    private final UnitProgress progress;
    private final String stepName;
    private final long total;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private final ValueFile values = new ValueFile();
    private boolean toldOfNames;
    private volatile boolean exact;

    private static final class Series {
        private final int index;
        private long count;
        private long notFinite;
        private double firstNotFinite = Double.NaN;
        private double last = Double.NaN;
        private double lastStep = Double.NaN;
        private double least = Double.NaN;
        private double leastStep = Double.NaN;
        private double most = Double.NaN;
        private double mostStep = Double.NaN;

        Series(int index) {
            this.index = index;
        }

        void take(double step, double value) {
            count++;
            last = value;
            lastStep = step;
            if (!Double.isFinite(value)) {
                firstNotFinite = notFinite++ == 0 ? step : firstNotFinite;
                return;
            }
            if (!(least <= value)) {
                least = value;
                leastStep = step;
            }
            if (!(most >= value)) {
                most = value;
                mostStep = step;
            }
        }
    }

    /** @param total how many steps there are; 0: unknown */
    MetricBoard(UnitProgress progress, String stepName, long total) {
        this.progress = progress;
        this.stepName = stepName;
        this.total = total;
    }

    /**
     * Takes what a line said.
     *
     * @param seconds when it was said, from the start
     */
    void take(Readings readings, double seconds) {
        synchronized (this) {
            readings.values().forEach((name, value) -> {
                if (series.size() == MOST_NAMES && !series.containsKey(name)) {
                    tooMany();
                    return;
                }
                Series one = series(name);
                double step = readings.step().orElse(one.count + 1);
                one.take(step, value);
                add(one.index, step, seconds, value);
                progress.metric(name, Math.round(step), value);
            });
        }
        OptionalDouble step = counted(readings);
        if (step.isPresent() && Double.isFinite(step.getAsDouble())) {
            long done = Math.max(0, Math.round(step.getAsDouble()));
            progress.worked(total > 0 ? Math.min(done, total) : done, total > 0 ? total : -1, Messages.MetricBoard_steps);
        }
    }

    /** How far the program is. Once something has the name that counts, as the steps of an event file, the epochs of a bar beside it do not. */
    private OptionalDouble counted(Readings readings) {
        boolean own = readings.values().containsKey(stepName);
        exact |= own || readings.place().equals(stepName);
        return own ? OptionalDouble.of(readings.values().get(stepName))
                : !exact || readings.place().equals(stepName) ? readings.step() : OptionalDouble.empty();
    }

    private void tooMany() {
        if (!toldOfNames) {
            toldOfNames = true;
            progress.log(UnitProgress.Level.WARNING, NLS.bind(Messages.MetricBoard_tooMany, MOST_NAMES));
        }
    }

    private void add(int index, double step, double seconds, double value) {
        IOException trouble = values.add(index, step, seconds, value);
        if (trouble != null) {
            progress.log(UnitProgress.Level.WARNING, NLS.bind(Messages.MetricBoard_noDisk, trouble.getMessage()));
        }
    }

    /** The values as bytes, for a program that goes on: the newest {@value #MOST_HANDED}. */
    synchronized byte[] bytes() throws IOException {
        return bytes(MOST_HANDED);
    }

    synchronized byte[] bytes(int most) throws IOException {
        long skipped = Math.max(0, values.size() - most);
        if (skipped > 0) {
            progress.log(UnitProgress.Level.WARNING, NLS.bind(Messages.MetricBoard_notHanded, skipped));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt((int) (values.size() - skipped));
        values.forEach(skipped, (index, step, seconds, value) -> {
            out.writeUTF(names.get(index));
            out.writeDouble(step);
            out.writeDouble(seconds);
            out.writeDouble(value);
        });
        return bytes.toByteArray();
    }

    /** Takes the values of a program that was ended before; they are not reported again. */
    synchronized void takeBefore(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        for (int left = in.readInt(); left > 0; left--) {
            Series one = series(in.readUTF());
            double step = in.readDouble();
            double seconds = in.readDouble();
            double value = in.readDouble();
            one.take(step, value);
            add(one.index, step, seconds, value);
        }
    }

    private Series series(String name) {
        return series.computeIfAbsent(name, key -> {
            names.add(key);
            return new Series(names.size() - 1);
        });
    }

    /** How many values are held in memory. */
    synchronized int inMemory() {
        return values.inMemory();
    }

    /** Takes a table. */
    @FunctionalInterface
    interface Tables {
        /** The next one. */
        void take(Table table) throws IOException;
    }

    /** Hands over all values as tables of a few thousand rows, one after the other; one without rows when there are none. */
    synchronized void tables(Tables tables) throws IOException {
        Rows rows = new Rows(tables);
        values.forEach(0, rows);
        if (rows.count > 0 || values.size() == 0) {
            tables.take(rows.table.build());
        }
    }

    /** All values as one table. */
    synchronized Table table() throws IOException {
        Rows rows = new Rows(null);
        values.forEach(0, rows);
        return rows.table.build();
    }

    /** Makes rows of values, and tables of rows where somebody takes them. */
    private final class Rows implements ValueFile.Reader {
        private final Tables tables;
        private TableBuilder table = Table.builder(SCHEMA);
        private int count;

        Rows(Tables tables) {
            this.tables = tables;
        }

        @Override
        public void take(int index, double step, double seconds, double value) throws IOException {
            table.row(names.get(index), step, seconds, Double.isNaN(value) ? null : (Object) value);
            if (++count == ValueFile.BLOCK && tables != null) {
                tables.take(table.build());
                table = Table.builder(SCHEMA);
                count = 0;
            }
        }
    }

    /** What is to be known of each metric. */
    synchronized List<MetricSummary> summaries() {
        return series.entrySet().stream().map(entry -> {
            Series one = entry.getValue();
            return new MetricSummary(entry.getKey(), one.count, one.last, one.lastStep, one.least, one.leastStep, one.most, one.mostStep,
                    one.notFinite, one.firstNotFinite);
        }).toList();
    }

    /** Gives the room on disk back; what was kept is gone. */
    @Override
    public synchronized void close() throws IOException {
        values.close();
    }
}
