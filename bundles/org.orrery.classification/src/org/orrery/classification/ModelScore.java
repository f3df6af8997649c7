package org.orrery.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.Unit;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.Calibration;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.learning.evaluation.Confusion;
import org.orrery.learning.evaluation.ScoreTally;
import org.orrery.math.Spread;

/**
 * What is known of one model so far.
 *
 * @param kind the model
 * @param planned how many folds there are, over all repetitions
 * @param plannedFirst how many of them in the first repetition
 * @param folds those that are done, ascending
 * @param outcomes of those folds
 * @param status {@code complete}, {@code partial n of k}, {@code failed}, {@code skipped} or {@code waiting}
 * @param reason why a fold failed or was skipped; empty for none
 */
record ModelScore(ClassifierKind kind, int planned, int plannedFirst, List<FoldNumber> folds, List<FoldOutcome> outcomes,
        String status, String reason) {
    static ModelScore of(ClassifierKind kind, Outcomes<ClassificationOutcome> all) {
        List<String> units = all.units().stream().filter(unit -> isFold(unit, kind)).map(Unit::id).toList();
        int planned = units.size();
        List<FoldNumber> done = new ArrayList<>();
        List<FoldOutcome> outcomes = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String unit : units) {
            switch (all.get(unit).orElse(null)) {
                case FoldOutcome outcome -> {
                    done.add(FoldNumber.of(unit));
                    outcomes.add(outcome);
                }
                case NotBegun outcome -> left.add(NLS.bind(Messages.ModelScore_notBegun, Texts.seconds(outcome.budget())));
                case null, default -> {
                    // Waiting, or among the gaps.
                }
            }
        }
        List<Outcomes.Gap> gaps = all.gaps().stream().filter(gap -> isFold(gap.unit(), kind)).toList();
        String reason = Stream.concat(gaps.stream().map(Outcomes.Gap::message), left.stream()).findFirst().orElse("");
        int first = (int) units.stream().filter(unit -> FoldNumber.of(unit).repeat() == 1).count();
        return new ModelScore(kind, planned, first, List.copyOf(done), List.copyOf(outcomes), status(planned, done.size(), gaps, left.size()), reason);
    }

    private static boolean isFold(Unit unit, ClassifierKind kind) {
        return unit.group().equals(kind.id()) && FoldNumber.isFold(unit.id());
    }

    private static String status(int planned, int done, List<Outcomes.Gap> gaps, int left) {
        if (done == planned && planned > 0) {
            return "complete";
        }
        if (done > 0) {
            return "partial " + done + " of " + planned;
        }
        if (planned == 0 || gaps.size() + left < planned) {
            return "waiting";
        }
        boolean failed = gaps.stream().anyMatch(gap -> gap.status() == Outcomes.Status.FAILED);
        return failed ? "failed" : "skipped";
    }


    boolean isComplete() {
        return planned > 0 && outcomes.size() == planned;
    }

    boolean isEmpty() {
        return outcomes.isEmpty();
    }

    /** The values of a measure in the folds that are done; NaN where it is not defined. */
    DoubleStream values(ClassificationMeasure measure) {
        return outcomes.stream().mapToDouble(outcome -> outcome.measures().value(measure));
    }

    /** Mean and deviation of a measure over the folds that are done, as far as it is defined there. */
    Spread spread(ClassificationMeasure measure) {
        return Spread.of(values(measure).filter(value -> !Double.isNaN(value)).toArray());
    }

    double mean(ToDoubleFunction<FoldOutcome> value) {
        return Spread.of(outcomes.stream().mapToDouble(value).toArray()).mean();
    }

    /** The largest over the folds that are done; NaN before the first. */
    double most(ToDoubleFunction<FoldOutcome> value) {
        return outcomes.stream().mapToDouble(value).max().orElse(Double.NaN);
    }

    /** All out-of-fold predictions counted. */
    Confusion confusion() {
        return Confusion.sum(outcomes.stream().map(FoldOutcome::confusion).toList());
    }

    /** Whether every fold of the first repetition is done, so that each of its rows has one prediction. */
    boolean hasFirstRepetition() {
        return plannedFirst > 0 && folds.stream().filter(number -> number.repeat() == 1).count() == plannedFirst;
    }

    int curves() {
        return outcomes.get(0).tallies().size();
    }

    /** All out-of-fold scores of one curve. */
    ScoreTally tally(int curve) {
        return ScoreTally.merge(outcomes.stream().map(outcome -> outcome.tallies().get(curve)).toList());
    }

    Calibration calibration(int curve) {
        return Calibration.merge(outcomes.stream().map(outcome -> outcome.calibrations().get(curve)).toList());
    }

    /** The mean over folds of the area under the ROC curve. */
    double rocAuc(int curve) {
        return mean(outcome -> outcome.rocAucs()[curve]);
    }

    /** How many of its folds stopped at the limit of iterations. */
    long notConverged() {
        return IntStream.range(0, outcomes.size()).filter(i -> !outcomes.get(i).converged()).count();
    }
}
