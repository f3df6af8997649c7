package org.orrery.ui.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** Turns a row of a result into a question to the analysis. */
final class Question {
    private Question() {
    }

    /**
     * The values with those of the row put in: of columns that have the name of a setting, and, for a setting with choices, a text that is one of
     * them. Optional settings that the row says nothing about are emptied.
     */
    static Map<String, Object> of(List<SettingDescriptor> settings, Map<String, Object> values, Map<String, Object> row) {
        Map<String, Object> question = new LinkedHashMap<>(values);
        for (SettingDescriptor setting : settings) {
            Optional<Object> said = Optional.ofNullable(row.get(setting.name())).or(() -> chosen(setting, row));
            if (said.isPresent()) {
                question.put(setting.name(), said.get());
            } else if (setting.optional()) {
                question.remove(setting.name());
            }
        }
        return question;
    }

    private static Optional<Object> chosen(SettingDescriptor setting, Map<String, Object> row) {
        if (setting.kind() != Kind.CHOICE) {
            return Optional.empty();
        }
        return row.values().stream().filter(value -> setting.choices().stream().anyMatch(choice -> choice.id().equals(value))).findFirst();
    }
}
