package org.orrery.jobs.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.orrery.analysis.settings.Nearest;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;

/** The fields that a search knows by name; every other name is that of a figure. */
final class Fields {
    private static final List<String> NAMES = List.of("run", "status", "analysis", "name", "data", "tag", "note", "model", "submitted", "started", "finished",
            "duration", "best", "units", "failed", "resumable", "has");

    private final ZonedDateTime now;

    /** @param now what today and so long ago are counted from */
    Fields(ZonedDateTime now) {
        this.now = now;
    }

    /** The condition that a term stands for. */
    Condition term(Token field, Operator operator, Token value) throws RunException {
        return switch (Values.folded(field.text())) {
            case "run" -> number(field, operator, value, RunSummary::id);
            case "status" -> status(field, operator, value);
            case "analysis" -> text(field, operator, value, RunSummary::analysis);
            case "name" -> text(field, operator, value, RunSummary::name);
            case "data" -> text(field, operator, value, RunSummary::dataset);
            case "note" -> text(field, operator, value, RunSummary::note);
            case "tag" -> tag(field, operator, value);
            case "model" -> fact("bestModel", operator, value);
            case "submitted" -> time(operator, value, run -> Optional.of(run.submitted()));
            case "started" -> time(operator, value, RunSummary::started);
            case "finished" -> time(operator, value, RunSummary::finished);
            case "duration" -> numbers(operator, Values.seconds(value), this::seconds);
            case "best" -> number(field, operator, value, RunSummary::bestValue);
            case "units" -> number(field, operator, value, run -> run.units().total());
            case "failed" -> number(field, operator, value, run -> run.units().failed());
            case "resumable" -> resumable(field, operator, value);
            case "has" -> has(operator, value);
            default -> figure(field, operator, value);
        };
    }

    /** A word without a field: a part of anything that people call the run by. */
    static Condition anywhere(String word) {
        String wanted = Values.folded(word);
        return Condition.line(run -> Values.folded(run.name()).contains(wanted) || Values.folded(run.note()).contains(wanted)
                || Values.folded(run.dataset()).contains(wanted) || Values.folded(run.analysis()).contains(wanted) || Long.toString(run.id()).equals(wanted)
                || run.tags().stream().anyMatch(tag -> Values.folded(tag).contains(wanted)));
    }

    private static Condition text(Token field, Operator operator, Token value, Function<RunSummary, String> text) throws RunException {
        if (operator.ordered()) {
            throw Values.refused(field.column(), Messages.bind(Messages.Fields_noOrder, field.text()));
        }
        String wanted = Values.folded(value.text());
        return Condition.line(run -> operator.holds(Values.folded(text.apply(run)), wanted));
    }

    private static Condition tag(Token field, Operator operator, Token value) throws RunException {
        if (operator == Operator.NOT_EQUAL) {
            return tag(field, Operator.EQUAL, value).not();
        }
        if (operator.ordered()) {
            throw Values.refused(field.column(), Messages.bind(Messages.Fields_noOrder, field.text()));
        }
        String wanted = Values.folded(value.text());
        return Condition.line(run -> run.tags().stream().anyMatch(tag -> operator.holds(Values.folded(tag), wanted)));
    }

    private static Condition status(Token field, Operator operator, Token value) throws RunException {
        String wanted = Values.folded(value.text()).replace('-', '_');
        List<String> states = Arrays.stream(RunState.values()).map(state -> Values.folded(state.name())).toList();
        if (states.stream().noneMatch(state -> Operator.HAS.holds(state, wanted) && (operator == Operator.HAS || state.equals(wanted)))) {
            throw Values.refused(value.column(), Nearest.hint(Messages.bind(Messages.Fields_state, value.text()), Nearest.of(wanted, states)));
        }
        return text(field, operator, new Token(value.kind(), wanted, value.column()), run -> run.state().name());
    }

    private static Condition number(Token field, Operator operator, Token value, ToDoubleFunction<RunSummary> number) throws RunException {
        OptionalDouble wanted = Values.number(value.text());
        if (wanted.isEmpty()) {
            throw Values.refused(value.column(), Messages.bind(Messages.Fields_number, field.text(), value.text()));
        }
        return numbers(operator, wanted.getAsDouble(), number);
    }

    private static Condition numbers(Operator operator, double wanted, ToDoubleFunction<RunSummary> number) {
        return Condition.line(run -> {
            double found = number.applyAsDouble(run);
            return !Double.isNaN(found) && operator.holds(Double.compare(found + 0.0, wanted + 0.0));
        });
    }

    private double seconds(RunSummary run) {
        return run.started().map(began -> Duration.between(began, run.finished().orElse(now.toInstant())).toNanos() / 1e9).orElse(Double.NaN);
    }

    private Condition time(Operator operator, Token value, Function<RunSummary, Optional<Instant>> time) throws RunException {
        Values.Stretch wanted = Values.time(value, now);
        return Condition.line(run -> time.apply(run).filter(at -> operator.holds(wanted.compare(at))).isPresent());
    }

    private static Condition resumable(Token field, Operator operator, Token value) throws RunException {
        boolean yes = value.text().equalsIgnoreCase("yes");
        if (operator.ordered() || !yes && !value.text().equalsIgnoreCase("no")) {
            throw Values.refused(value.column(), Messages.bind(Messages.Fields_yesNo, field.text(), value.text()));
        }
        boolean wanted = yes == (operator != Operator.NOT_EQUAL);
        return Condition.line(run -> (run.state().ended() && run.resumable()) == wanted);
    }

    private static Condition has(Operator operator, Token value) throws RunException {
        Condition condition = switch (Values.folded(value.text())) {
            case "result" -> Condition.line(run -> !run.bestName().isEmpty());
            case "note" -> Condition.line(run -> !run.note().isEmpty());
            case "tags", "tag" -> Condition.line(run -> !run.tags().isEmpty());
            default -> throw Values.refused(value.column(), Messages.bind(Messages.Fields_has, value.text()));
        };
        return operator == Operator.NOT_EQUAL ? condition.not() : condition;
    }

    /** Everything else is a figure or, after set., a setting. */
    private static Condition figure(Token field, Operator operator, Token value) throws RunException {
        boolean setting = field.text().startsWith(RunFacts.SETTING);
        boolean number = Values.number(value.text()).isPresent();
        if (!setting && !number && !field.text().equals("bestModel") && !field.text().equals("version")) {
            throw Values.refused(field.column(), Nearest.hint(Messages.bind(Messages.Fields_unknown, field.text()), Nearest.of(field.text(), NAMES)));
        }
        if (!number && operator.ordered()) {
            throw Values.refused(field.column(), Messages.bind(Messages.Fields_noOrder, field.text()));
        }
        return fact(field.text(), operator, value);
    }

    /** A run without the fact fits no comparison with it. */
    private static Condition fact(String name, Operator operator, Token value) {
        OptionalDouble number = Values.number(value.text());
        String text = Values.folded(value.text());
        return (run, facts) -> facts.isEmpty() ? Fit.OPEN : Fit.of(facts.get().find(name).filter(found -> found instanceof Double known
                ? number.isPresent() && operator.holds(Double.compare(known + 0.0, number.getAsDouble() + 0.0))
                : !operator.ordered() && operator.holds(Values.folded(found.toString()), text)).isPresent());
    }
}
