package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.jobs.RunRequest;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.internal.result.LinesModel;

/** Everything that was asked for: every setting, resolved and read-only. */
final class SettingsPage implements RunPage {
    private Grid grid;
    private RunRequest shown;

    @Override
    public String id() {
        return "run.settings"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.SettingsPage_title;
    }

    @Override
    public Control create(Composite parent) {
        grid = new Grid(parent, "run.settings.table", Messages.SettingsPage_title); //$NON-NLS-1$
        return grid.control();
    }

    @Override
    public void show(RunContent content) {
        RunRequest request = content.stored().request();
        if (request.equals(shown)) {
            return;
        }
        shown = request;
        List<List<String>> lines = new ArrayList<>();
        collect(lines, request.settings(), content.schema().map(schema -> schema.settings()).orElse(List.of()), "", ""); //$NON-NLS-1$ //$NON-NLS-2$
        lines.add(List.of(Messages.SettingsPage_seed, Long.toString(request.seed()), "--seed")); //$NON-NLS-1$
        grid.show(new LinesModel(List.of(Messages.SettingsPage_setting, Messages.SettingsPage_value, Messages.SettingsPage_name), lines));
    }

    private static void collect(List<List<String>> lines, Map<?, ?> values, List<SettingDescriptor> level, String group, String prefix) {
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            Optional<SettingDescriptor> setting = level.stream().filter(candidate -> candidate.name().equals(name)).findFirst();
            String label = group + setting.map(SettingDescriptor::label).orElse(name);
            if (value instanceof Map<?, ?> inner) {
                collect(lines, inner, setting.map(SettingDescriptor::nested).orElse(List.of()), label + " › ", prefix + name + '.'); //$NON-NLS-1$
            } else {
                lines.add(List.of(label, text(value, setting), prefix + name));
            }
        });
    }

    private static String text(Object value, Optional<SettingDescriptor> setting) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(element -> text(element, setting)).collect(Collectors.joining(", ")); //$NON-NLS-1$
        }
        if (value == null || value instanceof List) {
            return Messages.SettingsPage_none;
        }
        return setting.stream().flatMap(found -> found.choices().stream()).filter(choice -> choice.id().equals(value))
                .map(SettingDescriptor.Choice::label).findFirst()
                .orElseGet(() -> value instanceof Double number ? Double.toString(number) : Formats.cell(value));
    }
}
