package org.orrery.external;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.orrery.analysis.program.ProgramSpec;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes the description of a program as people write it: without what has no value. */
final class SpecWriter {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private SpecWriter() {
    }

    static String text(ProgramSpec spec) {
        Map<String, Object> file = new LinkedHashMap<>();
        if (!spec.name().isEmpty()) {
            file.put("name", spec.name());
        }
        spec.settings().forEach((member, value) -> {
            switch (member) {
                case "environment", "parameters" -> put(file, member, variables(value));
                case "metrics" -> put(file, member, value instanceof List<?> list ? list.stream().map(SpecWriter::present).toList() : value);
                case "progressName", "progressTotal", "progressParameter" -> {
                    // Together below.
                }
                default -> put(file, member, value);
            }
        });
        Map<String, Object> progress = new LinkedHashMap<>();
        put(progress, "current", spec.settings().get("progressName"));
        Object parameter = spec.settings().get("progressParameter");
        put(progress, "total", parameter == null ? spec.settings().get("progressTotal") : "${param:" + parameter + "}");
        put(file, "progress", progress);
        spec.data().ifPresent(data -> file.put("data", data.toString()));
        return GSON.toJson(file) + "\n";
    }

    private static void put(Map<String, Object> into, String member, Object value) {
        boolean nothing = value == null || value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
        if (!nothing) {
            into.put(member, value);
        }
    }

    private static Object variables(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Object each : list) {
            Map<?, ?> variable = (Map<?, ?>) each;
            variables.put(Objects.toString(variable.get("name")), variable.get("value"));
        }
        return variables;
    }

    private static Map<String, Object> present(Object source) {
        Map<String, Object> present = new LinkedHashMap<>();
        ((Map<?, ?>) source).forEach((key, value) -> put(present, key.toString(), value));
        return present;
    }
}
