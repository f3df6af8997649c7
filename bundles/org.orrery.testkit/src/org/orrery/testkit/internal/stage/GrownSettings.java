package org.orrery.testkit.internal.stage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.orrery.analysis.Unit;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;

/** Looks whether units keep their ids when a setting that may grow has grown. */
final class GrownSettings {
    private GrownSettings() {
    }

    static void check(List<Unit> units, Probe.Again again, String place, List<Violation> violations) throws Exception {
        check(SettingsSchema.of(again.settings().getClass()), units, again, place, violations);
    }

    private static <S extends Record> void check(SettingsSchema<S> schema, List<Unit> units, Probe.Again again, String place,
            List<Violation> violations) throws Exception {
        for (SettingDescriptor setting : schema.settings()) {
            if (!setting.extendable() || setting.list() || setting.kind() != SettingDescriptor.Kind.INTEGER) {
                continue;
            }
            Map<String, Object> plain = schema.plain(schema.type().cast(again.settings()));
            if (!(plain.get(setting.name()) instanceof Number value) || value.longValue() + 1 > setting.max()) {
                continue;
            }
            plain.put(setting.name(), value.longValue() + 1);
            S grown = schema.bind(plain, (path, message) -> {
                // A setting that cannot grow here is no concern.
            }).orElse(null);
            if (grown == null) {
                continue;
            }
            Set<String> ids = new HashSet<>();
            again.prepare(grown).units().forEach(unit -> ids.add(unit.id()));
            List<String> lost = units.stream().map(Unit::id).filter(id -> !ids.contains(id)).toList();
            if (!lost.isEmpty()) {
                violations.add(new Violation(Rule.UNITS, place + ", " + setting.name(),
                        "may grow, but with " + plain.get(setting.name()) + " the units " + lost + " are gone"));
            }
        }
    }
}
