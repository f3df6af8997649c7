package org.orrery.ui.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.compare.MeasuredDifference;
import org.orrery.analysis.compare.MeasuredDifference.Interval;
import org.orrery.analysis.compare.MeasuredRun;
import org.orrery.analysis.compare.RunComparison;
import org.orrery.analysis.result.Result;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.StoredRun;
import org.orrery.ui.Formats;

/** How sure the differences between runs are: every run against the first. */
final class Confidence {
    private static final double CHANCE = 0.05;
    private static final double TINY = 0.0001;

    private Confidence() {
    }

    /** The headings of {@link #lines}. */
    static List<String> titles() {
        return List.of(Messages.Confidence_measure, Messages.Confidence_runs, Messages.Confidence_verdict, Messages.Confidence_p, Messages.Confidence_difference,
                Messages.Confidence_model, Messages.Confidence_firstValue, Messages.Confidence_secondValue);
    }

    /**
     * One line for each measure that two runs share.
     *
     * @param names what is read for the words in it
     */
    static List<List<String>> lines(RunComparison comparison, List<StoredRun> runs, Names names) {
        List<List<String>> lines = new ArrayList<>();
        StoredRun first = runs.get(0);
        for (StoredRun run : runs.subList(1, runs.size())) {
            for (MeasuredDifference found : comparison.compare(measured(first), measured(run))) {
                lines.add(List.of(names.figure(found.measure()), NLS.bind(Messages.Confidence_runsOf, run.summary().id(), first.summary().id()), verdict(found), p(found.p()),
                        found.paired() ? text(found.difference(), true) : "", model(found, names), text(found.first(), false), text(found.second(), false))); //$NON-NLS-1$
            }
        }
        return lines;
    }

    private static MeasuredRun measured(StoredRun run) {
        RunRequest request = run.request();
        Map<String, String> data = request.inputs().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> entry.getValue().stream().map(Dataset::sha256).collect(Collectors.joining(" ")))); //$NON-NLS-1$
        return new MeasuredRun(request.settings(), data, request.seed(), run.result().orElse(Result.EMPTY));
    }

    private static String model(MeasuredDifference found, Names names) {
        String first = names.group(found.firstModel());
        return found.firstModel().equals(found.secondModel()) ? first : NLS.bind(Messages.Confidence_models, names.group(found.secondModel()), first);
    }

    private static String text(Interval interval, boolean signed) {
        String mean = signed && interval.mean() > 0 ? "+" + Formats.number(interval.mean()) : Formats.number(interval.mean()); //$NON-NLS-1$
        return Double.isNaN(interval.halfWidth()) ? mean : NLS.bind(Messages.Confidence_interval, new Object[] {mean,
            Formats.number(interval.mean() - interval.halfWidth()), Formats.number(interval.mean() + interval.halfWidth())});
    }

    private static String p(double p) {
        return Double.isNaN(p) ? "" : p < TINY ? "< " + Formats.number(TINY) : Formats.number(p); //$NON-NLS-1$ //$NON-NLS-2$
    }

    private static String verdict(MeasuredDifference found) {
        if (!found.paired()) {
            return Messages.Confidence_unpaired;
        }
        return found.p() < CHANCE ? Messages.Confidence_real : Messages.Confidence_chance;
    }
}
