package org.orrery.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Analysis;
import org.orrery.analysis.Estimate;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;

/**
 * That a run should use a sample of its rows, because all of them take long or do not fit into memory. Nothing but advice: nobody takes a sample
 * of his own accord.
 *
 * <p>The rule: up to {@value #FEW} rows, and for a run that is expected to end within {@value #QUICK_SECONDS} s, none; up to {@value #MANY} rows
 * a sample of {@value #SAMPLE} is advised, beyond strongly. Whatever the number of rows, one is needed when the expected heap is more than
 * {@link #SHARE} of what is free; it has then as many of {@value #SAMPLE}, 20,000, 10,000, 5,000, 2,000 or 1,000 rows as fit.
 *
 * @param degree how urgent it is
 * @param rows how many rows the sample should have
 * @param of how many there are
 * @param whole what all rows need
 * @param part what the sample needs
 * @param message a sentence that says why
 */
public record SampleAdvice(Degree degree, long rows, long of, Estimate whole, Estimate part, String message) {
    /** How urgent a sample is. */
    public enum Degree {
        /** It saves time. */
        ADVISED,
        /** It saves much time. */
        STRONGLY_ADVISED,
        /** All rows are not expected to fit into memory. */
        NEEDED;

        /** The word of the command line's JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Up to so many rows none is advised for the sake of time. */
    static final long FEW = 100_000;
    /** From so many on it is advised strongly. */
    static final long MANY = 200_000;
    /** So many rows it should have. */
    static final long SAMPLE = 50_000;
    /** Whatever takes no longer on one thread is not worth a sample. */
    static final double QUICK_SECONDS = 60;
    /** So much of the free heap a run may be expected to need. */
    static final double SHARE = 0.8;
    private static final List<Long> SIZES = List.of(SAMPLE, 20_000L, 10_000L, 5_000L, 2_000L, 1_000L);
    private static final double MEBIBYTE = 1 << 20;

    /**
     * The advice for a run, if there is any. Loads the analysis, reads no file.
     *
     * @param settings in plain form
     * @param roomBytes the heap that is free for it; negative when unknown
     * @return empty when all rows are fine, when a sample of that size or smaller is taken already, when the analysis takes none, and when
     *     settings are wrong
     * @throws RunException when the analysis cannot be loaded
     */
    public static Optional<SampleAdvice> of(AnalysisDescriptor analysis, Map<String, ?> settings, Map<String, List<Dataset>> inputs, long roomBytes)
            throws RunException {
        SettingsSchema<?> schema = analysis.settings();
        long rows = inputs.values().stream().flatMap(List::stream).mapToLong(Dataset::rows).max().orElse(0);
        if (schema.find(SampleSettings.SETTING + '.' + SampleSettings.ROWS).isEmpty() || rows <= SIZES.get(SIZES.size() - 1)) {
            return Optional.empty();
        }
        Analysis<?> own = analysis.create();
        InputSchemas schemas = new InputSchemas(inputs);
        long asked = SampleSettings.rows(settings).map(sample -> Math.min(sample, rows)).orElse(rows);
        return rule(asked, roomBytes, sample -> estimate(schema, own, with(settings, Optional.of(sample)), schemas));
    }

    /**
     * The heap that a run can have: that of the process of its own it asks for, else what is free in this one.
     *
     * @param liveBytes what is in use here, garbage left out where that is known
     */
    public static long room(RunRequest request, long liveBytes) {
        return request.isolation().heapMiB() > 0 ? (long) (request.isolation().heapMiB() * MEBIBYTE) : Runtime.getRuntime().maxMemory() - liveBytes;
    }

    /**
     * The same settings with a sample, or with all rows.
     *
     * @param rows how many the sample has; empty for all rows
     */
    public static Map<String, Object> with(Map<String, ?> settings, Optional<Long> rows) {
        Map<String, Object> changed = SettingsSchema.copy(settings);
        Map<String, Object> sample = new LinkedHashMap<>();
        if (changed.get(SampleSettings.SETTING) instanceof Map<?, ?> before) {
            before.forEach((name, value) -> sample.put(String.valueOf(name), value));
        }
        sample.put(SampleSettings.ROWS, rows.orElse(null));
        changed.put(SampleSettings.SETTING, sample);
        return changed;
    }

    /** The same request for all rows. */
    public static RunRequest onAllRows(RunRequest request) {
        return new RunRequest(request.analysis(), request.name(), request.inputs(), with(request.settings(), Optional.empty()), request.seed(),
                request.threads(), request.isolation());
    }

    private static <S extends Record> Estimate estimate(SettingsSchema<S> schema, Analysis<?> analysis, Map<String, Object> settings, InputSchemas inputs) {
        // The schema was read from the settings class that plugin.xml names for this very analysis.
        @SuppressWarnings("unchecked")
        Analysis<S> typed = (Analysis<S>) analysis;
        return schema.bind(settings, (setting, message) -> { }).map(bound -> typed.estimate(bound, inputs)).orElse(Estimate.UNKNOWN);
    }

    /** @param estimate what a run with so many rows needs */
    static Optional<SampleAdvice> rule(long rows, long room, LongFunction<Estimate> estimate) {
        Estimate whole = estimate.apply(rows);
        if (!fits(whole, room)) {
            List<Long> smaller = SIZES.stream().filter(size -> size < rows).toList();
            if (smaller.isEmpty()) {
                return Optional.empty();
            }
            long size = smaller.stream().filter(each -> fits(estimate.apply(each), room)).findFirst().orElse(smaller.get(smaller.size() - 1));
            return Optional.of(advice(Degree.NEEDED, size, rows, whole, estimate.apply(size), room));
        }
        if (rows <= FEW || whole.seconds() <= QUICK_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(advice(rows <= MANY ? Degree.ADVISED : Degree.STRONGLY_ADVISED, SAMPLE, rows, whole, estimate.apply(SAMPLE), room));
    }

    private static boolean fits(Estimate need, long room) {
        return room < 0 || need.heapBytes() <= room * SHARE;
    }

    private static SampleAdvice advice(Degree degree, long rows, long of, Estimate whole, Estimate part, long room) {
        String message;
        if (degree == Degree.NEEDED) {
            String sentence = fits(part, room) ? Messages.SampleAdvice_needed : Messages.SampleAdvice_neededMore;
            message = NLS.bind(sentence, new Object[] {of, mebibytes(whole.heapBytes()), mebibytes(room), rows, mebibytes(part.heapBytes())});
        } else if (Double.isNaN(whole.seconds())) {
            message = NLS.bind(Messages.SampleAdvice_unknown, of, rows);
        } else {
            String sentence = degree == Degree.ADVISED ? Messages.SampleAdvice_advised : Messages.SampleAdvice_strongly;
            message = NLS.bind(sentence, new Object[] {of, time(whole.seconds()), rows, time(part.seconds())});
        }
        return new SampleAdvice(degree, rows, of, whole, part, message);
    }

    private static String mebibytes(long bytes) {
        return Long.toString(Math.round(bytes / MEBIBYTE));
    }

    /** Estimates are right to a factor of a few: two digits would promise too much. */
    private static String time(double seconds) {
        return seconds < 100 ? NLS.bind(Messages.SampleAdvice_seconds, Math.max(1, Math.round(seconds)))
                : seconds < 6_000 ? NLS.bind(Messages.SampleAdvice_minutes, Math.round(seconds / 60))
                        : NLS.bind(Messages.SampleAdvice_hours, Math.round(seconds / 3600));
    }
}
