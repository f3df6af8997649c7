package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.ui.Formats;

/** One of a few words, or one column of the data. */
final class ComboField extends Field {
    /** More would make a menu that nobody can find anything in, and that takes the tool kit seconds to open. */
    private static final int MOST = 1_000;

    private final List<String> ids = new ArrayList<>();
    private List<Choice> choices = List.of();
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
            if (combo.getSelectionIndex() == ids.size()) {
                another();
            } else {
                wanted = value();
                changed();
            }
        }));
        if (setting().kind() == Kind.CHOICE) {
            fill(setting().choices());
        }
        return combo;
    }

    /** Lets the user look for the one that is meant by its name. */
    private void another() {
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(combo.getShell(),
                LabelProvider.createTextProvider(choice -> ((Choice) choice).label()));
        dialog.setTitle(setting().label());
        dialog.setMessage(Messages.ComboField_find);
        dialog.setElements(choices.toArray());
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof Choice chosen) {
            wanted = chosen.id();
            select();
            changed();
        } else {
            select();
        }
    }

    private void fill(List<Choice> next) {
        choices = next;
        ids.clear();
        combo.removeAll();
        if (setting().optional() || setting().required()) {
            ids.add(null);
            combo.add(setting().required() ? Messages.ComboField_choose : Messages.ComboField_none);
        }
        choices.stream().limit(MOST).forEach(this::list);
        if (choices.size() > MOST) {
            combo.add(NLS.bind(Messages.ComboField_another, Formats.count(choices.size())));
        }
        select();
    }

    private void list(Choice choice) {
        combo.add(choice.label(), ids.size());
        ids.add(choice.id());
    }

    private void select() {
        if (wanted != null && choices.size() > MOST && !ids.contains(wanted)) {
            choices.stream().filter(choice -> choice.id().equals(wanted)).findFirst().ifPresent(this::list);
        }
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
        return index < 0 || index == ids.size() ? null : ids.get(index);
    }

    @Override
    void show(Object value) {
        wanted = value;
        select();
    }
}
