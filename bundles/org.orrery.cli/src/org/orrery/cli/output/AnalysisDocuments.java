package org.orrery.cli.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.ColumnUse;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.AnalysisDescriptor.InputDescriptor;
import org.orrery.jobs.AnalysisDescriptor.OutputDescriptor;
import org.orrery.jobs.RunException;

/** The documents of {@code list} and {@code describe}. */
public final class AnalysisDocuments {
    private AnalysisDocuments() {
    }

    /** The plain form of all analyses. */
    public static Map<String, Object> list(List<AnalysisDescriptor> analyses) {
        return Map.of("analyses", analyses.stream().map(AnalysisDocuments::head).toList());
    }

    /** The plain form of one analysis with its settings and what it yields. */
    public static Map<String, Object> describe(AnalysisDescriptor analysis) throws RunException {
        Map<String, Object> document = head(analysis);
        document.put("inputs", analysis.inputs().stream().map(AnalysisDocuments::input).toList());
        document.put("settings", settings(analysis.settings().settings()));
        document.put("questions", analysis.questions().map(schema -> settings(schema.settings())).orElse(List.of()));
        document.put("tables", analysis.tables().stream().map(AnalysisDocuments::output).toList());
        document.put("figures", analysis.figures().stream().map(AnalysisDocuments::output).toList());
        return document;
    }

    private static Map<String, Object> head(AnalysisDescriptor analysis) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("id", analysis.id());
        head.put("name", analysis.name());
        head.put("category", analysis.category());
        head.put("description", analysis.description());
        head.put("bundle", analysis.bundle());
        head.put("version", analysis.version());
        return head;
    }

    private static Map<String, Object> input(InputDescriptor input) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", input.name());
        plain.put("label", input.label());
        plain.put("min", input.min());
        plain.put("max", input.max() < 0 ? null : input.max());
        return plain;
    }

    private static Map<String, Object> output(OutputDescriptor output) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", output.id());
        plain.put("description", output.description());
        return plain;
    }

    private static List<Map<String, Object>> settings(List<SettingDescriptor> settings) {
        return settings.stream().map(AnalysisDocuments::setting).toList();
    }

    private static Map<String, Object> setting(SettingDescriptor setting) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", setting.name());
        plain.put("type", setting.kind().id());
        plain.put("list", setting.list());
        plain.put("required", setting.required());
        plain.put("default", setting.defaultValue().map(value -> bound(setting, value)).orElse(null));
        plain.put("min", bound(setting, setting.min()));
        plain.put("max", bound(setting, setting.max()));
        plain.put("choices", setting.kind() == Kind.CHOICE ? setting.choices().stream().map(Choice::id).toList() : null);
        plain.put("role", setting.column().map(ColumnUse::role).map(role -> role.name().toLowerCase(Locale.ROOT)).orElse(null));
        plain.put("label", setting.label());
        plain.put("help", setting.help());
        plain.put("advanced", setting.advanced());
        plain.put("extendable", setting.extendable());
        if (setting.kind() == Kind.GROUP) {
            plain.put("settings", settings(setting.nested()));
        }
        return plain;
    }

    /** A whole number stays one in JSON; a free end is null. */
    private static Object bound(SettingDescriptor setting, Object value) {
        return value instanceof Double end && setting.kind() == Kind.INTEGER && Double.isFinite(end) ? (Object) end.longValue() : value;
    }
}
