package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.Curve;
import org.orrery.ui.Formats;

/** What a person should look at in the curves of a run: values that are no numbers, and a silence that is longer than usual. */
public final class CurveAlerts {
    private static final long TIMES = 20;
    private static final double MICROS = 1e6;

    private CurveAlerts() {
    }

    /** What is to be looked at. */
    public enum Kind {
        /** A value was NaN or infinite. */
        NOT_A_NUMBER,
        /** Nothing has come for long. */
        STALLED
    }

    /**
     * Something to look at.
     *
     * @param message a sentence
     */
    public record Alert(Kind kind, String message) {
    }

    /**
     * The alerts.
     *
     * @param running whether more values are expected
     * @param now in microseconds since 1970
     * @param silence how many microseconds without a value are worth an alert, at least
     */
    public static List<Alert> of(List<Curve> curves, boolean running, long now, long silence) {
        List<Alert> alerts = new ArrayList<>();
        long last = Long.MIN_VALUE;
        long usual = 0;
        for (Curve curve : curves) {
            if (curve.name().startsWith(UnitProgress.SYSTEM)) {
                continue;
            }
            int first = 0;
            while (first < curve.values().length && Double.isFinite(curve.values()[first])) {
                first++;
            }
            if (first < curve.values().length) {
                alerts.add(new Alert(Kind.NOT_A_NUMBER, NLS.bind(Messages.CurveAlerts_notANumber, curve.name(), Formats.count(curve.steps()[first]))));
            }
            int size = curve.micros().length;
            last = size > 0 ? Math.max(last, curve.micros()[size - 1]) : last;
            usual = Math.max(usual, usualGap(curve.micros()));
        }
        if (running && last != Long.MIN_VALUE && now - last > Math.max(silence, TIMES * usual)) {
            alerts.add(new Alert(Kind.STALLED, NLS.bind(Messages.CurveAlerts_stalled, Formats.count(Math.round((now - last) / MICROS)))));
        }
        return alerts;
    }

    /** The median of the gaps between neighbours. */
    private static long usualGap(long[] micros) {
        if (micros.length < 3) {
            return 0;
        }
        long[] gaps = new long[micros.length - 1];
        Arrays.setAll(gaps, i -> micros[i + 1] - micros[i]);
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }
}
