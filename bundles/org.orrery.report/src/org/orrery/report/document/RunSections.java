package org.orrery.report.document;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.Names;
import org.orrery.analysis.render.RenderRequest.Attachment;
import org.orrery.analysis.render.RenderRequest.Fact;
import org.orrery.analysis.render.RenderRequest.Failure;
import org.orrery.analysis.render.RenderRequest.Section;
import org.orrery.analysis.render.RenderRequest.Setting;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.report.text.Numbers;

/** What a stored run says about itself, in the words of its analysis. */
final class RunSections {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final AnalysisCatalog catalog;

    RunSections(AnalysisCatalog catalog) {
        this.catalog = catalog;
    }

    /** The heading of that run. */
    String title(StoredRun run) {
        String name = run.summary().name().isEmpty() ? run.request().analysis() : run.summary().name();
        return NLS.bind(Messages.RunSections_title, run.summary().id(), name);
    }

    Section section(StoredRun run) {
        List<Fact> facts = new ArrayList<>();
        String name = run.request().analysis();
        List<SettingDescriptor> descriptors = List.of();
        Names names = catalog.names(run.request().analysis());
        try {
            AnalysisDescriptor analysis = catalog.find(run.request().analysis());
            name = NLS.bind(Messages.RunSections_analysis, analysis.name(), analysis.id());
            descriptors = analysis.settings().settings();
        } catch (RunException e) {
            // A run outlives its analysis: the report says why it has names where labels are expected.
            facts.add(new Fact(Messages.RunSections_labels, e.getMessage()));
        }
        facts.addAll(0, facts(run, name));
        return new Section("run-" + run.summary().id(), title(run), run.error().map(RunException.Problem::message).orElse(""), facts,
                settings(run.request().settings(), descriptors, ""), run.result().orElse(Result.EMPTY), names,
                run.failures().stream().map(failure -> new Failure(names.unit(failure.unit()), failure.message())).toList(),
                run.artifacts().stream().map(file -> new Attachment(file.id(), file.bytes(), file.sha256())).toList());
    }

    private static List<Fact> facts(StoredRun run, String analysis) {
        RunSummary summary = run.summary();
        RunRequest request = run.request();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Messages.RunSections_status, status(summary.state())));
        facts.add(new Fact(Messages.RunSections_analysisLabel, analysis));
        facts.add(new Fact(Messages.RunSections_version, run.analysisVersion()));
        new TreeMap<>(request.inputs()).forEach((input, datasets) -> datasets.forEach(dataset -> data(facts, input, dataset)));
        facts.add(new Fact(Messages.RunSections_seed, Long.toString(request.seed())));
        facts.add(new Fact(Messages.RunSections_submitted, INSTANT.format(summary.submitted())));
        summary.started().ifPresent(instant -> facts.add(fact(Messages.RunSections_started, instant)));
        summary.finished().ifPresent(instant -> facts.add(fact(Messages.RunSections_finished, instant)));
        facts.add(new Fact(Messages.RunSections_attempts, Integer.toString(run.attempts())));
        facts.add(new Fact(Messages.RunSections_unitsLabel, units(summary.units())));
        cost(facts, Messages.RunSections_seconds, run.costs().totalSeconds(), "s");
        cost(facts, Messages.RunSections_resident, run.costs().peakRssMiB(), "MiB");
        return facts;
    }

    private static void data(List<Fact> facts, String input, Dataset dataset) {
        facts.add(new Fact(NLS.bind(Messages.RunSections_dataLabel, input), NLS.bind(Messages.RunSections_data,
                new Object[] {dataset.name(), Numbers.count(dataset.rows()), Numbers.count(dataset.schema().size())})));
        facts.add(new Fact(Messages.RunSections_source, dataset.source().toString()));
        facts.add(new Fact(Messages.RunSections_digest, dataset.sha256()));
    }

    private static Fact fact(String label, Instant instant) {
        return new Fact(label, INSTANT.format(instant));
    }

    private static void cost(List<Fact> facts, String label, double value, String unit) {
        if (!Double.isNaN(value)) {
            facts.add(new Fact(label, Numbers.single(value) + " " + unit));
        }
    }

    private static String units(UnitCounts units) {
        return NLS.bind(Messages.RunSections_units, new Object[] {Numbers.count(units.done()), Numbers.count(units.total()),
                Numbers.count(units.restored()), Numbers.count(units.failed()), Numbers.count(units.skipped())});
    }

    private static String status(RunState state) {
        String sentence = switch (state) {
            case QUEUED -> Messages.RunSections_queued;
            case WAITING_RESOURCE -> Messages.RunSections_waiting;
            case RUNNING -> Messages.RunSections_running;
            case PAUSED -> Messages.RunSections_paused;
            case COMPLETED -> Messages.RunSections_completed;
            case COMPLETED_PARTIAL -> Messages.RunSections_completedPartial;
            case STOPPED_KEPT -> Messages.RunSections_stoppedKept;
            case CANCELLED -> Messages.RunSections_cancelled;
            case FAILED -> Messages.RunSections_failed;
            case FAILED_PARTIAL -> Messages.RunSections_failedPartial;
            case INTERRUPTED -> Messages.RunSections_interrupted;
        };
        return NLS.bind(Messages.RunSections_state, state.name(), sentence);
    }

    private static List<Setting> settings(Map<?, ?> values, List<SettingDescriptor> descriptors, String prefix) {
        List<Setting> settings = new ArrayList<>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            Optional<SettingDescriptor> found = descriptors.stream().filter(one -> one.name().equals(name)).findFirst();
            settings.addAll(setting(prefix + name, value, found));
        });
        return settings;
    }

    private static List<Setting> setting(String path, Object value, Optional<SettingDescriptor> found) {
        String label = found.map(SettingDescriptor::label).filter(text -> !text.isEmpty()).orElse(path);
        List<SettingDescriptor> within = found.map(SettingDescriptor::nested).orElse(List.of());
        if (value instanceof Map<?, ?> group) {
            return List.of(new Setting(path, label, "", settings(group, within, path + ".")));
        }
        if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            List<Setting> elements = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                elements.addAll(setting(path + "[" + i + "]", list.get(i), found));
            }
            return elements;
        }
        if (value instanceof List<?> list) {
            String joined = String.join(", ", list.stream().map(one -> text(one, found)).toList());
            return List.of(new Setting(path, label, list.isEmpty() ? Messages.RunSections_none : joined, List.of()));
        }
        return List.of(new Setting(path, label, text(value, found), List.of()));
    }

    /** A value with full precision, as it can be typed again; a choice with what the user knows it by. */
    private static String text(Object value, Optional<SettingDescriptor> found) {
        if (value == null) {
            return Messages.RunSections_none;
        }
        if (value instanceof Boolean flag) {
            return flag ? Messages.RunSections_yes : Messages.RunSections_no;
        }
        return found.stream().flatMap(setting -> setting.choices().stream()).filter(choice -> choice.id().equals(value)).findFirst()
                .map(choice -> NLS.bind(Messages.RunSections_choice, choice.label(), choice.id())).orElse(value.toString());
    }
}
