package org.orrery.ui.internal.wizard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.analysis.settings.SettingDescriptor;

/** Finds out whether settings differ from others only by what may grow, so that the run which has those can be extended. */
final class Growth {
    private Growth() {
    }

    /** What has grown, in plain form; empty when nothing has, or something else is different. */
    static Optional<Map<String, Object>> of(List<SettingDescriptor> settings, Map<?, ?> before, Map<?, ?> after) {
        Map<String, Object> grown = new LinkedHashMap<>();
        for (SettingDescriptor setting : settings) {
            Object old = before.get(setting.name());
            Object now = after.get(setting.name());
            // Numbers come back from the folder as they were written; their texts are the same where the numbers are.
            if (Objects.toString(old).equals(Objects.toString(now))) {
                continue;
            }
            if (old instanceof Map<?, ?> a && now instanceof Map<?, ?> b && !setting.list()) {
                Optional<Map<String, Object>> inner = of(setting.nested(), a, b);
                if (inner.isEmpty()) {
                    return Optional.empty();
                }
                grown.put(setting.name(), inner.get());
            } else if (setting.extendable() && larger(old, now)) {
                grown.put(setting.name(), now);
            } else {
                return Optional.empty();
            }
        }
        return grown.isEmpty() ? Optional.empty() : Optional.of(grown);
    }

    private static boolean larger(Object old, Object now) {
        return old instanceof Number a && now instanceof Number b && b.doubleValue() > a.doubleValue();
    }
}
