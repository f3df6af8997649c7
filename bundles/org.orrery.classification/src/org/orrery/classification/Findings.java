package org.orrery.classification;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.result.Result;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.evaluation.ClassificationMeasure;
import org.orrery.math.Spread;

/** What the leaderboard says, in sentences. */
final class Findings {
    private final Texts texts;
    private final Leaderboard board;
    private final Result.Builder result;

    Findings(Texts texts, Leaderboard board, Result.Builder result) {
        this.texts = texts;
        this.board = board;
        this.result = result;
    }

    void add() {
        board.best().ifPresent(best -> {
            best(best);
            baseline(best);
        });
        for (ModelScore score : board.scores()) {
            if (score.notConverged() > 0) {
                result.warning("not-converged", NLS.bind(Messages.Findings_notConverged,
                        new Object[] {texts.model(score.kind()), score.notConverged(), score.outcomes().size()}));
            }
        }
    }

    private void best(ModelScore best) {
        Spread spread = best.spread(board.measure());
        Object[] words = {texts.model(best.kind()), texts.measure(board.measure()), Texts.number(spread.mean()), Texts.number(spread.sd()),
            spread.count()};
        result.finding("best-model", NLS.bind(spread.count() > 1 ? Messages.Findings_best : Messages.Findings_bestOfOne, words));
    }

    private void baseline(ModelScore best) {
        Optional<ModelScore> baseline = board.scores().stream()
                .filter(score -> score.kind() == ClassifierKind.MOST_FREQUENT && !score.isEmpty()).findFirst();
        if (baseline.isEmpty() || board.scores().stream().filter(score -> !score.isEmpty()).count() < 2) {
            return;
        }
        String always = Texts.share(baseline.get().spread(ClassificationMeasure.ACCURACY).mean());
        if (best == baseline.get()) {
            result.finding("no-better-than-baseline", NLS.bind(Messages.Findings_noBetter, texts.measure(board.measure()), always));
        } else {
            String own = Texts.share(best.spread(ClassificationMeasure.ACCURACY).mean());
            result.finding("baseline", NLS.bind(Messages.Findings_baseline, new Object[] {always, texts.model(best.kind()), own}));
        }
    }
}
