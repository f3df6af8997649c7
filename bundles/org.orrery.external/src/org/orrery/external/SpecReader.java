package org.orrery.external;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.program.ProgramSpec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;

/** One reading of the description of a program. */
final class SpecReader {
    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
    /** Members that are settings of the same name and form. */
    static final Set<String> SAME = Set.of("command", "artifacts", "timeoutSeconds", "killGraceSeconds", "successExitCodes", "resumeArguments",
            "checkpoint", "nice", "charset");

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{param:([^}]*)\\}");

    private final String source;
    private final Path folder;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private String name = "";
    private Optional<Path> data = Optional.empty();

    /**
     * @param source what is read, for messages
     * @param folder what relative paths are relative to; null: they stay as they are
     */
    SpecReader(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    /** @throws AnalysisException bad-setting with the member to blame */
    ProgramSpec spec(String json) throws AnalysisException {
        Map<String, Object> object;
        try {
            object = GSON.fromJson(json, new TypeToken<LinkedHashMap<String, Object>>() { }.getType());
        } catch (JsonParseException e) {
            throw new AnalysisException(Code.BAD_SETTING, NLS.bind(Messages.SpecReader_malformed, source, e.getMessage()));
        }
        if (object == null) {
            throw new AnalysisException(Code.BAD_SETTING, NLS.bind(Messages.SpecReader_malformed, source, ""));
        }
        for (Map.Entry<String, Object> member : object.entrySet()) {
            take(member.getKey(), member.getValue());
        }
        return new ProgramSpec(name, data, settings);
    }

    private void take(String member, Object value) throws AnalysisException {
        switch (member) {
            case "name" -> name = text(member, value);
            case "data" -> data = Optional.of(Path.of(path(member, value)));
            case "workingDirectory" -> settings.put(member, path(member, value));
            case "standardInput" -> settings.put(member, CommandTemplate.DATASET.equals(value) ? value : path(member, value));
            case "environment", "parameters" -> settings.put(member, variables(member, value));
            case "metrics" -> settings.put(member, metrics(value));
            case "progress" -> progress(value);
            default -> {
                if (!SAME.contains(member)) {
                    throw unknown(member);
                }
                settings.put(member, value);
            }
        }
    }

    private AnalysisException unknown(String member) {
        return new AnalysisException(Code.BAD_SETTING, member, NLS.bind(Messages.SpecReader_unknown, source, member));
    }

    private AnalysisException form(String member) {
        return new AnalysisException(Code.BAD_SETTING, member, NLS.bind(Messages.SpecReader_form, source, member));
    }

    private String text(String member, Object value) throws AnalysisException {
        if (value instanceof String text) {
            return text;
        }
        throw form(member);
    }

    private String path(String member, Object value) throws AnalysisException {
        String text = text(member, value);
        return folder == null ? text : folder.resolve(text).normalize().toString();
    }

    private Map<?, ?> object(String member, Object value) throws AnalysisException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw form(member);
    }

    private List<Object> variables(String member, Object value) throws AnalysisException {
        List<Object> variables = new ArrayList<>();
        for (Map.Entry<?, ?> entry : object(member, value).entrySet()) {
            if (entry.getValue() == null || entry.getValue() instanceof Map || entry.getValue() instanceof List) {
                throw form(member + "." + entry.getKey());
            }
            variables.add(Map.of("name", entry.getKey().toString(), "value", entry.getValue().toString()));
        }
        return variables;
    }

    /** A source with a pattern needs no word for its format. */
    private List<Object> metrics(Object value) throws AnalysisException {
        if (!(value instanceof List<?> list)) {
            throw form("metrics");
        }
        List<Object> metrics = new ArrayList<>();
        for (Object each : list) {
            Map<String, Object> metric = new LinkedHashMap<>();
            object("metrics", each).forEach((key, part) -> metric.put(key.toString(), part));
            metrics.add(metric);
        }
        return metrics;
    }

    private void progress(Object value) throws AnalysisException {
        for (Map.Entry<?, ?> entry : object("progress", value).entrySet()) {
            switch (entry.getKey().toString()) {
                case "current" -> settings.put("progressName", entry.getValue());
                case "total" -> {
                    Matcher parameter = PARAMETER.matcher(String.valueOf(entry.getValue()));
                    if (parameter.matches()) {
                        settings.put("progressParameter", parameter.group(1));
                    } else {
                        settings.put("progressTotal", entry.getValue());
                    }
                }
                default -> throw unknown("progress." + entry.getKey());
            }
        }
    }
}
