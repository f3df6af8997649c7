package org.orrery.external;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

/**
 * The program, and after it the judgement: so that what a program has left is kept, however it ended. A program that was stopped has not
 * done its work: a closing unit keeps what it left, and a run that goes on starts it again.
 */
final class ExternalWorkload implements Workload<ExternalOutcome> {
    private static final String PROGRAM = "program";
    private static final String REMAINS = "remains";
    private static final String VERDICT = "verdict";

    private final ExternalSettings settings;
    private final ProgramUnit program;
    private final AtomicReference<ProgramRun> stopped = new AtomicReference<>();

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
                Unit.of(REMAINS, Messages.ExternalWorkload_remains).afterEnd(List.of(PROGRAM)).asClosing(),
                Unit.of(VERDICT, Messages.ExternalWorkload_verdict).after(List.of(PROGRAM)));
    }

    /** A stopped program has more to do; it is the same unit that does it when the run goes on. */
    @Override
    public List<Unit> more(Outcomes<ExternalOutcome> outcomes) {
        return outcomes.get(REMAINS).filter(ExternalOutcome.Ended.class::isInstance).isPresent()
                ? List.of(Unit.of(PROGRAM + ".again", settings.command().get(0))) : List.of();
    }

    @Override
    public ExternalOutcome execute(Unit unit, Outcomes<ExternalOutcome> earlier, UnitContext context) throws Exception {
        return switch (unit.id()) {
            case PROGRAM -> run(context);
            case REMAINS -> remains(earlier, context);
            default -> verdict((ExternalOutcome.Ended) earlier.get(PROGRAM).orElseThrow());
        };
    }

    private ExternalOutcome run(UnitContext context) throws Exception {
        ProgramRun run = program.run(context);
        if (run.stopped()) {
            stopped.set(run);
            throw new AnalysisException(Code.INTERNAL, Messages.ExternalResult_stopped);
        }
        try (run) {
            return run.keep(context.output());
        }
    }

    private ExternalOutcome remains(Outcomes<ExternalOutcome> earlier, UnitContext context) throws Exception {
        ProgramRun run = stopped.getAndSet(null);
        if (run == null) {
            if (earlier.status(PROGRAM) != Outcomes.Status.SUCCEEDED) {
                // A program that could not be started leaves nothing, and the run is to fail as a whole.
                throw new AnalysisException(Code.INTERNAL, Messages.ExternalWorkload_nothing);
            }
            return new ExternalOutcome.Whole(true);
        }
        try (run) {
            return run.keep(context.output());
        }
    }

    private ExternalOutcome.Accepted verdict(ExternalOutcome.Ended end) throws AnalysisException {
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
        Optional<ExternalOutcome> end = outcomes.get(PROGRAM).or(() -> outcomes.get(REMAINS));
        return end.filter(ExternalOutcome.Ended.class::isInstance)
                .map(each -> new ExternalResult((ExternalOutcome.Ended) each, outcomes.rows(ProgramRun.METRICS)).result()).orElse(Result.EMPTY);
    }
}
