package org.orrery.jobs.internal.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.render.Decimation;
import org.orrery.jobs.Curve;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.internal.files.DurableFiles;

/**
 * The curves of an ended run beside its journal, which has every point: a chart over twenty runs need not read ten million
 * of them. Only a shortcut, as {@link SummaryFile} is.
 */
public final class CurveFile {
    private static final int MAGIC = 0x4f524332;
    /** Each column of a picture keeps up to four points. */
    private static final int COLUMNS = 1_024;
    private static final int POINT = Long.BYTES + Double.BYTES + Long.BYTES;
    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private CurveFile() {
    }

    private record Key(String unit, String name) {
    }

    private static final class Points {
        private long[] steps = new long[16];
        private double[] values = new double[16];
        private long[] micros = new long[16];
        private int size;

        void add(StoredRun.Metric metric) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, size * 2);
                values = Arrays.copyOf(values, size * 2);
                micros = Arrays.copyOf(micros, size * 2);
            }
            steps[size] = metric.step();
            micros[size] = ChronoUnit.MICROS.between(Instant.EPOCH, metric.instant());
            values[size++] = metric.value();
        }
    }

    private static Path path(RunFolder folder) {
        return folder.path().resolve("curves.bin");
    }

    /** Leaves it for a run that has reported points. On the store thread. */
    public static void write(DurableFiles files, RunFolder folder) throws IOException {
        List<Curve> curves = compute(folder);
        if (!curves.isEmpty()) {
            files.replace(path(folder), encode(curves, Files.size(folder.journal())));
        }
    }

    /** Whether there is one that counts. */
    public static boolean current(RunFolder folder) throws IOException {
        return Files.exists(path(folder)) && stamp(Files.readAllBytes(path(folder))) == Files.size(folder.journal());
    }

    /** Lets it count on, after entries without points were added to the journal. */
    public static void restamp(DurableFiles files, RunFolder folder) throws IOException {
        byte[] bytes = Files.readAllBytes(path(folder));
        ByteBuffer.wrap(bytes).putLong(Integer.BYTES, Files.size(folder.journal()));
        files.replace(path(folder), bytes);
    }

    /** The curves of a run, from the file when it counts, else from the journal. */
    public static List<Curve> read(RunFolder folder) throws IOException {
        Path file = path(folder);
        if (Files.exists(file)) {
            byte[] bytes = Files.readAllBytes(file);
            Optional<List<Curve>> stored = stamp(bytes) == Files.size(folder.journal()) ? decode(bytes) : Optional.empty();
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        return compute(folder);
    }

    private static List<Curve> compute(RunFolder folder) throws IOException {
        RunImage image = new RunImage(true);
        image.replay(folder);
        Map<Key, Points> series = new LinkedHashMap<>();
        for (StoredRun.Metric metric : image.metrics()) {
            series.computeIfAbsent(new Key(metric.unit(), metric.name()), key -> new Points()).add(metric);
        }
        List<Curve> curves = new ArrayList<>();
        series.forEach((key, points) -> curves.add(thin(key, points)));
        return curves;
    }

    private static Curve thin(Key key, Points points) {
        double[] x = new double[points.size];
        Arrays.setAll(x, i -> points.steps[i]);
        double[] y = Arrays.copyOf(points.values, points.size);
        double low = Arrays.stream(x).min().orElse(0);
        double width = Arrays.stream(x).max().orElse(0) - low;
        int[] kept = points.size <= COLUMNS * 4 || width == 0 ? null
                : Decimation.line(x, y, each -> Math.min(COLUMNS - 1, (each - low) / width * COLUMNS));
        if (kept == null) {
            return new Curve(key.unit(), key.name(), points.size, Arrays.copyOf(points.steps, points.size), y, Arrays.copyOf(points.micros, points.size));
        }
        return new Curve(key.unit(), key.name(), points.size, Arrays.stream(kept).mapToLong(i -> points.steps[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> y[i]).toArray(), Arrays.stream(kept).mapToLong(i -> points.micros[i]).toArray());
    }

    private static byte[] encode(List<Curve> curves, long journalBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(MAGIC);
        out.writeLong(journalBytes);
        out.writeInt(curves.size());
        for (Curve curve : curves) {
            out.writeUTF(curve.unit());
            out.writeUTF(curve.name());
            out.writeLong(curve.points());
            out.writeInt(curve.steps().length);
            ByteBuffer block = ByteBuffer.allocate(curve.steps().length * POINT);
            block.asLongBuffer().put(curve.steps());
            block.position(curve.steps().length * Long.BYTES);
            block.asDoubleBuffer().put(curve.values());
            block.position(curve.steps().length * (Long.BYTES + Double.BYTES));
            block.asLongBuffer().put(curve.micros());
            out.write(block.array());
        }
        return bytes.toByteArray();
    }

    private static long stamp(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return bytes.length < HEADER || buffer.getInt() != MAGIC ? -1 : buffer.getLong();
    }

    /** Empty when it is damaged: the journal is there to be read. */
    private static Optional<List<Curve>> decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.skipNBytes(HEADER);
            int count = in.readInt();
            List<Curve> curves = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String unit = in.readUTF();
                String name = in.readUTF();
                long points = in.readLong();
                int kept = in.readInt();
                if (kept < 0 || kept > bytes.length) {
                    return Optional.empty();
                }
                ByteBuffer block = ByteBuffer.wrap(in.readNBytes(kept * POINT));
                long[] steps = new long[kept];
                double[] values = new double[kept];
                block.asLongBuffer().get(steps);
                block.position(kept * Long.BYTES);
                block.asDoubleBuffer().get(values);
                block.position(kept * (Long.BYTES + Double.BYTES));
                long[] micros = new long[kept];
                block.asLongBuffer().get(micros);
                curves.add(new Curve(unit, name, points, steps, values, micros));
            }
            return Optional.of(curves);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
