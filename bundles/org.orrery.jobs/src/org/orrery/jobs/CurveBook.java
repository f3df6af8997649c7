package org.orrery.jobs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The curves of a run while they grow. Of each series at most some thousand points are held: when there are more, of four in a row the
 * lowest and the highest stay, so that no extreme is lost. Thread-safe.
 */
public final class CurveBook {
    private static final int MOST = 8_192;
    private static final int GROUP = 4;

    private final Map<Key, Series> series = new LinkedHashMap<>();

    private record Key(String unit, String name) {
    }

    private static final class Series {
        private long[] steps = new long[64];
        private double[] values = new double[64];
        private long[] micros = new long[64];
        private int size;
        private long points;

        void add(long step, double value, long at) {
            if (size == MOST) {
                thin();
            }
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, size * 2);
                values = Arrays.copyOf(values, size * 2);
                micros = Arrays.copyOf(micros, size * 2);
            }
            put(size++, step, value, at);
            points++;
        }

        private void put(int index, long step, double value, long at) {
            steps[index] = step;
            values[index] = value;
            micros[index] = at;
        }

        private void thin() {
            int kept = 0;
            for (int from = 0; from < size; from += GROUP) {
                int low = -1;
                int high = -1;
                int odd = -1;
                for (int i = from; i < Math.min(size, from + GROUP); i++) {
                    // What is no number stays as well, so that it is seen.
                    odd = Double.isNaN(values[i]) ? i : odd;
                    low = values[i] <= (low < 0 ? Double.POSITIVE_INFINITY : values[low]) ? i : low;
                    high = values[i] > (high < 0 ? Double.NEGATIVE_INFINITY : values[high]) ? i : high;
                }
                for (int i = from; i < Math.min(size, from + GROUP); i++) {
                    kept = i == low || i == high || i == odd ? keep(kept, i) : kept;
                }
            }
            size = kept;
        }

        private int keep(int index, int from) {
            put(index, steps[from], values[from], micros[from]);
            return index + 1;
        }

        Curve curve(Key key) {
            return new Curve(key.unit(), key.name(), points, Arrays.copyOf(steps, size), Arrays.copyOf(values, size), Arrays.copyOf(micros, size));
        }
    }

    /** Takes what is stored of a run; what is heard of the same series from then on counts when it is newer. */
    public synchronized void stored(List<Curve> curves) {
        for (Curve curve : curves) {
            Key key = new Key(curve.unit(), curve.name());
            Series heard = series.remove(key);
            Series own = new Series();
            for (int i = 0; i < curve.steps().length; i++) {
                own.add(curve.steps()[i], curve.values()[i], curve.micros()[i]);
            }
            own.points = curve.points();
            long last = own.size == 0 ? Long.MIN_VALUE : own.micros[own.size - 1];
            for (int i = 0; heard != null && i < heard.size; i++) {
                if (heard.micros[i] > last) {
                    own.add(heard.steps[i], heard.values[i], heard.micros[i]);
                }
            }
            series.put(key, own);
        }
    }

    /** Takes what has been heard. */
    public synchronized void add(RunSeries heard) {
        for (StoredRun.Metric metric : heard.metrics()) {
            series.computeIfAbsent(new Key(metric.unit(), metric.name()), key -> new Series()).add(metric.step(), metric.value(),
                    ChronoUnit.MICROS.between(Instant.EPOCH, metric.instant()));
        }
    }

    /** The curves in the order in which they began. */
    public synchronized List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        series.forEach((key, one) -> curves.add(one.curve(key)));
        return curves;
    }
}
