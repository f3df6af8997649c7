package org.orrery.classification;

import java.util.List;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierPipeline;
import org.orrery.learning.validation.Splits;

/** Each model in each fold, then the best one on all rows, and what else is to be known about it. */
final class ClassificationWorkload implements Workload<ClassificationOutcome> {
    private final ClassificationSettings settings;
    private final SetAside aside;
    private final ClassificationData data;
    private final long seed;
    private final List<Splits> splits;
    private final Texts texts = new Texts();
    private final Pipelines pipelines;
    private final Tuning tuning;
    private final UnitPlan plan;
    private final List<Unit> units;
    private final ResultTable proportions;

    ClassificationWorkload(ClassificationSettings settings, ClassificationData data, long seed) throws AnalysisException {
        this.settings = settings;
        this.aside = SetAside.of(settings, data, seed);
        this.data = aside.rest();
        this.seed = seed;
        this.splits = new SplitPlan(settings, this.data, seed).splits();
        this.pipelines = new Pipelines(this.data);
        this.tuning = new Tuning(settings, this.data, seed, splits, pipelines::of);
        this.proportions = new ClassProportions(aside, splits.get(0)).table();
        this.plan = new UnitPlan(settings, splits, texts);
        this.units = plan.units();
    }

    @Override
    public Class<ClassificationOutcome> outcomeType() {
        return ClassificationOutcome.class;
    }

    @Override
    public List<Unit> units() {
        return units;
    }

    @Override
    public List<Unit> more(Outcomes<ClassificationOutcome> outcomes) {
        return plan.more(outcomes);
    }

    @Override
    public ClassificationOutcome execute(Unit unit, Outcomes<ClassificationOutcome> earlier, UnitContext context) throws Exception {
        if (FoldNumber.isFold(unit.id())) {
            if (new TimeBudget(settings.budgetSeconds()).isSpent(earlier)) {
                return new NotBegun(settings.budgetSeconds());
            }
            ClassifierKind kind = ClassifierKind.byId(unit.group()).orElseThrow();
            FoldNumber number = FoldNumber.of(unit.id());
            ClassifierPipeline tuned = pipelines.of(kind, tuning.forFold(kind, number, earlier));
            return new FoldEvaluation(data, settings, kind, number).run(tuned,
                    splits.get(number.repeat() - 1).split(number.fold() - 1), context);
        }
        if (TuningPlan.isTrial(unit.id())) {
            return tuning.execute(unit.id(), earlier, context);
        }
        if (ClassifierKind.byId(unit.group()).filter(kind -> TimeBudget.isLeftOut(kind, earlier)).isPresent()) {
            return new NotBegun(settings.budgetSeconds());
        }
        return new ClosingUnits(settings, aside, seed, splits, kind -> tuning.forAllRows(kind, earlier), pipelines).execute(unit, earlier, context);
    }

    @Override
    public Result summarise(Outcomes<ClassificationOutcome> outcomes, SummaryContext context) {
        return new ClassificationSummary(settings, aside, proportions, texts, context).of(outcomes);
    }
}
