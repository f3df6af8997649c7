package org.orrery.external;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Everything that was read of a program, in the order in which it came. Thread-safe. */
final class MetricBoard {
    /** The columns of the table of metrics. */
    static final Schema SCHEMA = new Schema(List.of(Column.of("name", ColumnType.TEXT), Column.of("step", ColumnType.REAL),
            Column.of("seconds", ColumnType.REAL), Column.of("value", ColumnType.REAL)));
    private static final int BLOCK = 8192;
    /** More names than that are none: a program that prints numbers with a name of its own each would fill the memory. */
    static final int MOST_NAMES = 1_000;

    private final UnitProgress progress;
    private final String stepName;
    private final long total;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();
    private int[] which = new int[256];
    private double[] numbers = new double[3 * 256];
    private int points;
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
        if (points == which.length) {
            which = Arrays.copyOf(which, points * 2);
            numbers = Arrays.copyOf(numbers, points * 6);
        }
        which[points] = index;
        numbers[3 * points] = step;
        numbers[3 * points + 1] = seconds;
        numbers[3 * points + 2] = value;
        points++;
    }

    /** All values as bytes, for a program that goes on. */
    synchronized byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(points);
        for (int i = 0; i < points; i++) {
            out.writeUTF(names.get(which[i]));
            out.writeDouble(numbers[3 * i]);
            out.writeDouble(numbers[3 * i + 1]);
            out.writeDouble(numbers[3 * i + 2]);
        }
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

    /** How many values there are. */
    synchronized int points() {
        return points;
    }

    /** All values as tables of a few thousand rows; one without rows when there are none. */
    synchronized List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (int from = 0; from == 0 || from < points; from += BLOCK) {
            tables.add(table(from, Math.min(points, from + BLOCK)));
        }
        return tables;
    }

    /** All values as one table. */
    synchronized Table table() {
        return table(0, points);
    }

    private Table table(int from, int to) {
        TableBuilder table = Table.builder(SCHEMA);
        for (int i = from; i < to; i++) {
            double value = numbers[3 * i + 2];
            table.row(names.get(which[i]), numbers[3 * i], numbers[3 * i + 1], Double.isNaN(value) ? null : (Object) value);
        }
        return table.build();
    }

    /** What is to be known of each metric. */
    synchronized List<MetricSummary> summaries() {
        return series.entrySet().stream().map(entry -> {
            Series one = entry.getValue();
            return new MetricSummary(entry.getKey(), one.count, one.last, one.lastStep, one.least, one.leastStep, one.most, one.mostStep,
                    one.notFinite, one.firstNotFinite);
        }).toList();
    }
}
