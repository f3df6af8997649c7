package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;

/**
 * A form generated from the settings of an analysis: one control for each setting, nested records as titled sections,
 * advanced ones folded away. Of use on the user interface thread.
 */
public final class SettingsForm {
    private static final int MIN_WIDTH = 300;

    private final ScrolledComposite scroll;
    private final Composite content;
    private final Runnable changed;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<SettingDescriptor> settings;
    private Optional<ColumnLevels> levels = Optional.empty();

    /**
     * @param settings the settings, such as {@code SettingsSchema.settings()} gives them
     * @param changed called after the user has changed a value
     */
    public SettingsForm(Composite parent, List<SettingDescriptor> settings, Runnable changed) {
        this.settings = settings;
        this.changed = changed;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(0, 8).applyTo(content);
        scroll.setContent(content);
        level(content, settings, ""); //$NON-NLS-1$
        fit();
    }

    /** Names who shows the help of the setting that has the focus. */
    public void help(Consumer<String> listener) {
        fields.values().forEach(field -> field.help(listener));
    }

    /** The control, for layout. */
    public Composite control() {
        return scroll;
    }

    private void fit() {
        content.layout(true, true);
        // In a narrow place wide controls shrink instead of being cut.
        scroll.setMinSize(MIN_WIDTH, content.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private void level(Composite parent, List<SettingDescriptor> level, String prefix) {
        List<SettingDescriptor> simple = level.stream().filter(setting -> isRow(setting) && !setting.advanced()).toList();
        rows(parent, simple, prefix);
        level.stream().filter(setting -> !isRow(setting) && !setting.advanced()).forEach(setting -> group(parent, setting, prefix));
        List<SettingDescriptor> advanced = level.stream().filter(SettingDescriptor::advanced).toList();
        if (!advanced.isEmpty()) {
            folded(parent, advanced, prefix);
        }
    }

    /** One label and one control; only a single record is a section of its own. */
    private static boolean isRow(SettingDescriptor setting) {
        return setting.kind() != Kind.GROUP || setting.list();
    }

    private void rows(Composite parent, List<SettingDescriptor> rows, String prefix) {
        if (rows.isEmpty()) {
            return;
        }
        Composite grid = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(0, 0).spacing(10, 7).applyTo(grid);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(grid);
        for (SettingDescriptor setting : rows) {
            Field field = field(setting, prefix + setting.name());
            fields.put(field.path(), field);
            field.create(grid);
        }
    }

    private void group(Composite parent, SettingDescriptor setting, String prefix) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(setting.label().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        group.setToolTipText(setting.help());
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        level(group, setting.nested(), prefix + setting.name() + '.');
    }

    private void folded(Composite parent, List<SettingDescriptor> advanced, String prefix) {
        ExpandableComposite fold = new ExpandableComposite(parent, SWT.NONE, ExpandableComposite.TWISTIE | ExpandableComposite.CLIENT_INDENT);
        fold.setText(Messages.SettingsForm_advanced);
        fold.setData("orrery.id", "advanced." + prefix); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fold);
        Composite inside = new Composite(fold, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 6).spacing(0, 8).applyTo(inside);
        fold.setClient(inside);
        rows(inside, advanced.stream().filter(SettingsForm::isRow).toList(), prefix);
        advanced.stream().filter(setting -> !isRow(setting)).forEach(setting -> group(inside, setting, prefix));
        fold.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(event -> fit()));
    }

    private Field field(SettingDescriptor setting, String path) {
        if (setting.levelOf().isPresent() && !setting.list()) {
            String column = path.substring(0, path.length() - setting.name().length()) + setting.levelOf().get();
            return new LevelField(setting, path, changed, () -> fields.get(column), () -> levels);
        }
        Runnable tell = () -> {
            fields.values().forEach(field -> {
                if (field instanceof LevelField level) {
                    level.offer();
                }
            });
            changed.run();
        };
        return switch (setting.kind()) {
            case BOOLEAN -> setting.list() || setting.optional() ? new TextField(setting, path, tell) : new CheckField(setting, path, tell);
            case CHOICE, COLUMN -> setting.list() ? new CheckListField(setting, path, tell) : new ComboField(setting, path, tell);
            case INTEGER -> SpinnerField.fits(setting) ? new SpinnerField(setting, path, tell) : new TextField(setting, path, tell);
            case REAL, TEXT -> new TextField(setting, path, tell);
            case GROUP -> new RecordListField(setting, path, tell);
        };
    }

    /** Names who finds the values of a column, so that they can be offered. */
    public void levels(ColumnLevels finder) {
        levels = Optional.of(finder);
    }

    /** Offers the columns of these data sets. */
    public void inputs(InputSchemas inputs) {
        fields.values().forEach(field -> field.inputs(inputs));
    }

    /** What the user has chosen, in plain form. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        walk(settings, "", values); //$NON-NLS-1$
        return values;
    }

    private void walk(List<SettingDescriptor> level, String prefix, Map<String, Object> values) {
        for (SettingDescriptor setting : level) {
            Field field = fields.get(prefix + setting.name());
            if (field != null) {
                Object value = field.value();
                // What is absent gets its default, or is asked for, when the values are bound.
                if (value != null) {
                    values.put(setting.name(), value);
                }
            } else if (setting.kind() == Kind.GROUP && !setting.list()) {
                Map<String, Object> inner = new LinkedHashMap<>();
                walk(setting.nested(), prefix + setting.name() + '.', inner);
                values.put(setting.name(), inner);
            }
        }
    }

    /** Shows values in plain form; settings without a value are emptied. */
    public void show(Map<String, ?> values) {
        show(settings, "", values); //$NON-NLS-1$
    }

    private void show(List<SettingDescriptor> level, String prefix, Map<?, ?> values) {
        for (SettingDescriptor setting : level) {
            Object value = values.get(setting.name());
            Field field = fields.get(prefix + setting.name());
            if (field != null) {
                field.show(value);
            } else if (setting.kind() == Kind.GROUP && !setting.list()) {
                show(setting.nested(), prefix + setting.name() + '.', value instanceof Map<?, ?> inner ? inner : Map.of());
            }
        }
    }

    /** Marks the settings that have a problem, by path, and clears the marks of all others. */
    public void problems(Map<String, String> messages) {
        fields.forEach((path, field) -> field.problem(messages.entrySet().stream()
                .filter(entry -> entry.getKey().equals(path) || entry.getKey().startsWith(path + '[')).map(Map.Entry::getValue).findFirst()
                .orElse(""))); //$NON-NLS-1$
    }


    /** The paths of all settings in the form. */
    public List<String> paths() {
        return new ArrayList<>(fields.keySet());
    }
}
