package org.orrery.cli.commands;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;

/**
 * The description of an external training process in a file. Relative paths in it are relative to its folder.
 *
 * @param name what the run is called; empty for the usual name
 * @param data the data set
 * @param settings the settings of the analysis in plain form
 */
record ExternalSpec(String name, Optional<Path> data, Map<String, Object> settings) {
    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
    /** Members that are settings of the same name and form. */
    private static final Set<String> SAME = Set.of("command", "artifacts", "timeoutSeconds", "killGraceSeconds", "successExitCodes");

    /** @throws RunException unreadable-file, or bad-setting with the member */
    static ExternalSpec read(Path file) throws RunException {
        Map<String, Object> object;
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            object = GSON.fromJson(reader, new TypeToken<LinkedHashMap<String, Object>>() { }.getType());
        } catch (JsonParseException e) {
            throw problem(Code.BAD_SETTING, "", Messages.bind(Messages.ExternalSpec_malformed, file, e.getMessage()), file, e);
        } catch (IOException e) {
            throw problem(Code.UNREADABLE_FILE, "", Messages.bind(Messages.ExternalSpec_unreadable, file), file, e);
        }
        if (object == null) {
            throw problem(Code.BAD_SETTING, "", Messages.bind(Messages.ExternalSpec_malformed, file, ""), file, null);
        }
        return new Reading(file.toAbsolutePath()).spec(object);
    }

    private static RunException problem(Code code, String member, String message, Path file, Exception cause) {
        return new RunException(List.of(new Problem(code, member, message, Optional.of(DataException.Where.in(file)))), cause);
    }

    /** One reading of one file. */
    private static final class Reading {
        private final Path file;
        private final Map<String, Object> settings = new LinkedHashMap<>();
        private String name = "";
        private Optional<Path> data = Optional.empty();

        Reading(Path file) {
            this.file = file;
        }

        ExternalSpec spec(Map<String, Object> object) throws RunException {
            for (Map.Entry<String, Object> member : object.entrySet()) {
                take(member.getKey(), member.getValue());
            }
            return new ExternalSpec(name, data, settings);
        }

        private void take(String member, Object value) throws RunException {
            switch (member) {
                case "name" -> name = text(member, value);
                case "data" -> data = Optional.of(path(member, value));
                case "workingDirectory" -> settings.put(member, path(member, value).toString());
                case "environment", "parameters" -> settings.put(member, variables(member, value));
                case "metrics" -> settings.put(member, metrics(value));
                case "progress" -> progress(value);
                default -> {
                    if (!SAME.contains(member)) {
                        throw problem(Code.BAD_SETTING, member, Messages.bind(Messages.ExternalSpec_unknown, file, member), file, null);
                    }
                    settings.put(member, value);
                }
            }
        }

        private RunException form(String member) {
            return problem(Code.BAD_SETTING, member, Messages.bind(Messages.ExternalSpec_form, file, member), file, null);
        }

        private String text(String member, Object value) throws RunException {
            if (value instanceof String text) {
                return text;
            }
            throw form(member);
        }

        private Path path(String member, Object value) throws RunException {
            return file.getParent().resolve(text(member, value)).normalize();
        }

        private Map<?, ?> object(String member, Object value) throws RunException {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw form(member);
        }

        private List<Object> variables(String member, Object value) throws RunException {
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
        private List<Object> metrics(Object value) throws RunException {
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

        private void progress(Object value) throws RunException {
            for (Map.Entry<?, ?> entry : object("progress", value).entrySet()) {
                switch (entry.getKey().toString()) {
                    case "current" -> settings.put("progressName", entry.getValue());
                    case "total" -> settings.put("progressTotal", entry.getValue());
                    default -> throw problem(Code.BAD_SETTING, "progress." + entry.getKey(),
                            Messages.bind(Messages.ExternalSpec_unknown, file, "progress." + entry.getKey()), file, null);
                }
            }
        }
    }
}
