package org.orrery.cli.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Problems;
import org.orrery.analysis.forecast.RunForecast;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.cli.output.TextTable;
import org.orrery.cli.output.TextTable.Side;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunForecasts;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SampleAdvice;

/** {@code run --dry-run}: whether a run could begin, with which settings, and how long it would take by what earlier runs took. Starts none. */
final class DryRun {
    private final Session session;

    DryRun(Session session) {
        this.session = session;
    }

    /** @throws RunException with everything that is wrong with the request */
    void tell(RunRequest request) throws RunException {
        AnalysisDescriptor analysis = session.services().analyses().find(request.analysis());
        List<String> warnings = new ArrayList<>();
        Map<String, Object> settings = checked(analysis.settings(), analysis.create(), request, warnings);
        Optional<RunForecast> forecast = new RunForecasts(session.reader(), session.reader().list()).of(analysis, settings, request.inputs());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("analysis", analysis.id());
        document.put("seed", request.seed());
        document.put("settings", settings);
        document.put("warnings", warnings);
        document.put("data", DataNote.tell(session, request));
        Optional<SampleAdvice> sample = SampleNote.tell(session, request);
        document.put("sample", SampleNote.plain(sample));
        document.put("forecast", forecast.map(DryRun::plain).orElse(null));
        session.document(document);
        warnings.forEach(session.terminal()::message);
        session.terminal().print(Messages.DryRun_fine);
        forecast.ifPresentOrElse(this::print, () -> session.terminal().print(Messages.DryRun_none));
    }

    private static <S extends Record> Map<String, Object> checked(SettingsSchema<S> schema, Analysis<?> analysis, RunRequest request, List<String> warnings)
            throws RunException {
        List<Problem> problems = new ArrayList<>();
        Optional<S> bound = schema.bind(request.settings(), (setting, message) -> problems.add(problem(Code.BAD_SETTING, setting, message)));
        // The schema was read from the settings class that plugin.xml names for this very analysis.
        @SuppressWarnings("unchecked")
        Analysis<S> typed = (Analysis<S>) analysis;
        bound.ifPresent(settings -> typed.check(settings, new InputSchemas(request.inputs()), new Problems() {
            @Override
            public void error(AnalysisException.Code code, String setting, String message) {
                problems.add(problem(Code.valueOf(code.name()), setting, message));
            }

            @Override
            public void warning(String setting, String message) {
                warnings.add(message);
            }
        }));
        if (!problems.isEmpty()) {
            throw new RunException(problems, null);
        }
        return schema.plain(bound.orElseThrow());
    }

    private static Problem problem(Code code, String setting, String message) {
        return new Problem(code, setting, message, Optional.empty());
    }

    private static Map<String, Object> plain(RunForecast forecast) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("runs", forecast.runs());
        plain.put("level", RunForecast.LEVEL);
        plain.put("whole", forecast.whole().map(DryRun::plain).orElse(null));
        plain.put("parts", forecast.parts().stream().map(part -> {
            Map<String, Object> own = new LinkedHashMap<>(Map.of("id", part.id()));
            own.putAll(plain(part.time()));
            own.put("runs", part.runs());
            own.put("slow", part.slow());
            return own;
        }).toList());
        plain.put("unknown", forecast.unknown());
        return plain;
    }

    private static Map<String, Object> plain(RunForecast.Span span) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("seconds", span.seconds());
        plain.put("low", span.low());
        plain.put("high", span.high());
        return plain;
    }

    private void print(RunForecast forecast) {
        if (forecast.parts().isEmpty()) {
            session.terminal().print(Messages.DryRun_noHistory);
            return;
        }
        TextTable table = new TextTable().column(Messages.DryRun_part, Side.LEFT).column(Messages.DryRun_seconds, Side.RIGHT)
                .column(Messages.DryRun_low, Side.RIGHT).column(Messages.DryRun_high, Side.RIGHT).column(Messages.DryRun_runs, Side.RIGHT)
                .column("", Side.LEFT);
        forecast.parts().forEach(part -> table.row(part.id(), seconds(part.time().seconds()), seconds(part.time().low()), seconds(part.time().high()),
                Integer.toString(part.runs()), part.slow() ? Messages.DryRun_slow : ""));
        forecast.unknown().forEach(id -> table.row(id, "", "", "", "0", Messages.DryRun_unknown));
        session.terminal().print(table.text());
        forecast.whole().ifPresent(whole -> session.terminal().print(Messages.bind(Messages.DryRun_whole,
                new Object[] {seconds(whole.seconds()), seconds(whole.low()), seconds(whole.high()), forecast.runs()})));
    }

    /** Three digits say more than is known. */
    private static String seconds(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2g", value);
    }
}
