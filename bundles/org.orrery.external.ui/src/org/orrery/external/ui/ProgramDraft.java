package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.program.ProgramSpec;
import org.orrery.analysis.program.Programs;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.Dataset;
import org.orrery.external.Variable;
import org.orrery.jobs.RunRequest;

/** What the wizard has been told so far. For the user interface thread. */
final class ProgramDraft {
    private static final String PARAMETERS = "parameters"; //$NON-NLS-1$

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private Optional<Dataset> dataset;
    private String name = ""; //$NON-NLS-1$
    private Runnable listener = () -> { };

    ProgramDraft(Optional<Dataset> dataset) {
        this.dataset = dataset;
    }

    /** Whoever shows what a description says. */
    void onTaken(Runnable next) {
        Runnable before = listener;
        listener = () -> {
            before.run();
            next.run();
        };
    }

    /** Takes a description in place of everything but the data set. */
    void take(ProgramSpec spec) {
        name = spec.name();
        settings.clear();
        settings.putAll(SettingsSchema.copy(spec.settings()));
        listener.run();
    }

    String name() {
        return name;
    }

    void name(String next) {
        name = next;
    }

    Optional<Dataset> dataset() {
        return dataset;
    }

    void dataset(Optional<Dataset> next) {
        dataset = next;
    }

    /** The words of the command. */
    List<String> command() {
        return settings.get("command") instanceof List<?> words ? words.stream().map(String::valueOf).toList() : List.of(); //$NON-NLS-1$
    }

    String text(String setting) {
        return settings.get(setting) == null ? "" : settings.get(setting).toString(); //$NON-NLS-1$
    }

    /** An empty text takes the setting away. */
    void put(String setting, Object value) {
        if (value == null || value.toString().isEmpty()) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
    }

    List<Variable> parameters() {
        List<Variable> parameters = new ArrayList<>();
        if (settings.get(PARAMETERS) instanceof List<?> list) {
            list.forEach(each -> parameters.add(new Variable(String.valueOf(((Map<?, ?>) each).get("name")), //$NON-NLS-1$
                    String.valueOf(((Map<?, ?>) each).get("value"))))); //$NON-NLS-1$
        }
        return parameters;
    }

    void parameters(List<Variable> parameters) {
        settings.put(PARAMETERS, new ArrayList<>(parameters.stream().map(each -> new LinkedHashMap<>(Map.of("name", each.name(), //$NON-NLS-1$
                "value", each.value()))).toList())); //$NON-NLS-1$
    }

    /** The sources of metrics in plain form. */
    List<?> metrics() {
        return settings.get("metrics") instanceof List<?> list ? list : List.of(); //$NON-NLS-1$
    }

    void metrics(List<Map<String, Object>> metrics) {
        settings.put("metrics", metrics); //$NON-NLS-1$
    }

    Map<String, Object> settings() {
        return SettingsSchema.copy(settings);
    }

    ProgramSpec spec() {
        return new ProgramSpec(name, dataset.map(Dataset::source), settings());
    }

    RunRequest request() {
        return new RunRequest(Programs.ANALYSIS, name.strip(), dataset.map(each -> Map.of("data", List.of(each))).orElse(Map.of()), settings(), //$NON-NLS-1$
                RunRequest.DEFAULT_SEED, 0);
    }
}
