package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** One of a few words, or one column of the data. */
final class ComboField extends Field {
    private final List<String> ids = new ArrayList<>();
    private Combo combo;
    private Object wanted;

    ComboField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    @Override
    Control createControl(Composite parent) {
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setVisibleItemCount(16);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            wanted = value();
            changed();
        }));
        if (setting().kind() == Kind.CHOICE) {
            fill(setting().choices());
        }
        return combo;
    }

    private void fill(List<Choice> choices) {
        ids.clear();
        combo.removeAll();
        if (setting().optional() || setting().required()) {
            ids.add(null);
            combo.add(setting().required() ? Messages.ComboField_choose : Messages.ComboField_none);
        }
        for (Choice choice : choices) {
            ids.add(choice.id());
            combo.add(choice.label());
        }
        select();
    }

    private void select() {
        int index = ids.indexOf(wanted);
        combo.select(index >= 0 ? index : ids.isEmpty() ? -1 : 0);
    }

    @Override
    void inputs(InputSchemas inputs) {
        setting().column().ifPresent(use -> fill(inputs.first(use.input()).stream().flatMap(dataset -> dataset.schema().columns().stream())
                .filter(column -> Columns.fit(use.role(), column)).map(column -> new Choice(column.name(), Columns.label(column))).toList()));
    }

    @Override
    Object value() {
        int index = combo.getSelectionIndex();
        return index < 0 ? null : ids.get(index);
    }

    @Override
    void show(Object value) {
        wanted = value;
        select();
    }
}
