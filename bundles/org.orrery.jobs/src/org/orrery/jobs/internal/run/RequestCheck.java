package org.orrery.jobs.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Problems;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.settings.Nearest;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;
import org.orrery.jobs.RunRequest;

/**
 * A request that can be carried out.
 *
 * @param descriptor the analysis
 * @param analysis an instance of it
 * @param settings its settings
 * @param request the request with every setting resolved and a name
 * @param warnings what the check of the analysis said
 */
record RequestCheck(AnalysisDescriptor descriptor, Analysis<?> analysis, Record settings, RunRequest request, List<Warning> warnings) {
    /** The code of a warning about a setting. */
    private static final String SETTING = "setting";

    /** Whether it needs a process of its own, or is to have one. */
    boolean isolated() {
        return request.isolation().asked() || descriptor.isolation() != AnalysisDescriptor.Isolation.NONE;
    }

    /** @throws RunException bad-usage when it needs a process of its own and none can be started */
    void checkWorkers(RunServices services) throws RunException {
        if (isolated() && services.workers().isEmpty()) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.OwnedRuns_noWorkers, descriptor.id()));
        }
    }

    /** What requests of one analysis share, read once for many of them. For one thread. */
    static final class Desk {
        private record Known(AnalysisDescriptor descriptor, SettingsSchema<?> settings) {
        }

        private final AnalysisCatalog catalog;
        private final Map<String, Known> known = new HashMap<>();

        Desk(AnalysisCatalog catalog) {
            this.catalog = catalog;
        }

        /** @throws RunException with everything that is wrong with it */
        RequestCheck check(RunRequest request) throws RunException {
            Known own = known.get(request.analysis());
            if (own == null) {
                AnalysisDescriptor descriptor = catalog.find(request.analysis());
                own = new Known(descriptor, descriptor.settings());
                known.put(request.analysis(), own);
            }
            checkInputs(own.descriptor(), request);
            return bind(own.descriptor(), own.descriptor().create(), own.settings(), request);
        }
    }

    /** @throws RunException with everything that is wrong with it */
    static RequestCheck check(AnalysisCatalog catalog, RunRequest request) throws RunException {
        return new Desk(catalog).check(request);
    }

    private static <S extends Record> RequestCheck bind(AnalysisDescriptor descriptor, Analysis<?> analysis, SettingsSchema<S> schema,
            RunRequest request) throws RunException {
        List<Problem> problems = new ArrayList<>();
        Optional<S> bound = schema.bind(request.settings(),
                (setting, message) -> problems.add(new Problem(Code.BAD_SETTING, setting, message, Optional.empty())));
        if (bound.isEmpty()) {
            throw new RunException(problems, null);
        }
        List<Warning> warnings = new ArrayList<>();
        // The schema was read from the settings class that plugin.xml names for this very analysis.
        @SuppressWarnings("unchecked")
        Analysis<S> typed = (Analysis<S>) analysis;
        try {
            typed.check(bound.get(), new InputSchemas(request.inputs()), new Collector(problems, warnings));
        } catch (Throwable e) {
            // Errors too: whatever an analysis throws is no failure of the one who submits.
            throw new RunException(List.of(Failures.problem(e)), e);
        }
        if (!problems.isEmpty()) {
            throw new RunException(problems, null);
        }
        RunRequest frozen = new RunRequest(request.analysis(), name(descriptor, request), request.inputs(), schema.plain(bound.get()),
                request.seed(), request.threads(), request.isolation());
        return new RequestCheck(descriptor, analysis, bound.get(), frozen, List.copyOf(warnings));
    }

    private static String name(AnalysisDescriptor descriptor, RunRequest request) {
        if (!request.name().isBlank()) {
            return request.name();
        }
        Optional<Dataset> first = request.inputs().values().stream().flatMap(List::stream).findFirst();
        return first.map(dataset -> Messages.bind(Messages.RequestCheck_name, descriptor.name(), dataset.name())).orElse(descriptor.name());
    }

    private static void checkInputs(AnalysisDescriptor descriptor, RunRequest request) throws RunException {
        Map<String, InputDescriptor> known = new LinkedHashMap<>();
        descriptor.inputs().forEach(input -> known.put(input.name(), input));
        for (String name : request.inputs().keySet()) {
            if (!known.containsKey(name)) {
                throw new RunException(Code.BAD_USAGE, known.isEmpty() ? Messages.bind(Messages.RequestCheck_noInput, descriptor.id())
                        : Nearest.hint(Messages.bind(Messages.RequestCheck_unknownInput, descriptor.id(), name),
                                Nearest.of(name, List.copyOf(known.keySet()))));
            }
        }
        for (InputDescriptor input : known.values()) {
            List<Dataset> given = request.inputs().getOrDefault(input.name(), List.of());
            if (given.size() < input.min()) {
                throw new RunException(Code.BAD_USAGE,
                        Messages.bind(Messages.RequestCheck_tooFewInputs, new Object[] {descriptor.id(), input.min(), input.name(), given.size()}));
            }
            if (input.max() >= 0 && given.size() > input.max()) {
                throw new RunException(Code.BAD_USAGE,
                        Messages.bind(Messages.RequestCheck_tooManyInputs, new Object[] {descriptor.id(), input.max(), input.name(), given.size()}));
            }
        }
        for (Dataset dataset : request.inputs().getOrDefault(known.isEmpty() ? "" : known.keySet().iterator().next(), List.of())) {
            boolean fits = descriptor.requires().isEmpty()
                    || dataset.schema().columns().stream().anyMatch(column -> descriptor.requires().contains(column.type()));
            if (!fits) {
                throw new RunException(Code.BAD_DATA, Messages.bind(Messages.RequestCheck_noFittingColumn, new Object[] {descriptor.id(),
                        dataset.name(), String.join(", ", descriptor.requires().stream().map(type -> type.id()).toList())}));
            }
        }
    }

    /** Keeps what an analysis says about settings. */
    record Collector(List<Problem> problems, List<Warning> warnings) implements Problems {
        @Override
        public void error(AnalysisException.Code code, String setting, String message) {
            problems.add(new Problem(Code.valueOf(code.name()), setting, message, Optional.empty()));
        }

        @Override
        public void warning(String setting, String message) {
            warnings.add(new Warning(SETTING, message));
        }
    }
}
