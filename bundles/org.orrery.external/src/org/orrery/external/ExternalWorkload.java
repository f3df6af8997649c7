package org.orrery.external;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;

/** The program, and after it the judgement: so that what a program has left is kept, however it ended. */
final class ExternalWorkload implements Workload<ExternalOutcome> {
    static final String PROGRAM = "program";
    private static final String VERDICT = "verdict";

    private final ExternalSettings settings;
    private final ProgramUnit program;

    ExternalWorkload(ExternalSettings settings, ProgramUnit program) {
        this.settings = settings;
        this.program = program;
    }

    @Override
    public Class<ExternalOutcome> outcomeType() {
        return ExternalOutcome.class;
    }

    @Override
    public List<Unit> units() {
        return List.of(Unit.of(PROGRAM, settings.command().get(0)).costing(1000),
                Unit.of(VERDICT, Messages.ExternalWorkload_verdict).after(List.of(PROGRAM)));
    }

    @Override
    public ExternalOutcome execute(Unit unit, Outcomes<ExternalOutcome> earlier, UnitContext context) throws Exception {
        if (unit.id().equals(PROGRAM)) {
            return program.run(context);
        }
        ExternalOutcome.Ended end = (ExternalOutcome.Ended) earlier.get(PROGRAM).orElseThrow();
        String words = end.lastWords().isEmpty() ? Messages.ExternalWorkload_silent : end.lastWords().get(end.lastWords().size() - 1);
        if (end.outOfTime()) {
            throw new AnalysisException(Code.INTERNAL, NLS.bind(Messages.ExternalWorkload_outOfTime, settings.timeoutSeconds(), words));
        }
        if (!settings.successExitCodes().contains(end.exitCode())) {
            String expected = settings.successExitCodes().stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new AnalysisException(Code.INTERNAL,
                    NLS.bind(Messages.ExternalWorkload_exitCode, new Object[] {end.exitCode(), expected, words}));
        }
        return new ExternalOutcome.Accepted(end.exitCode());
    }

    @Override
    public Result summarise(Outcomes<ExternalOutcome> outcomes, SummaryContext context) {
        return outcomes.get(PROGRAM).map(end -> new ExternalResult((ExternalOutcome.Ended) end, outcomes.rows(ProgramUnit.METRICS)).result())
                .orElse(Result.EMPTY);
    }
}
