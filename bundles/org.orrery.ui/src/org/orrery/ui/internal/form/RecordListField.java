package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Kind;
import org.orrery.ui.Accessibility;

/** Any number of records in order: a table of them, each edited in a form of its own. */
final class RecordListField extends Field {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 110;

    private final List<Map<String, Object>> records = new ArrayList<>();
    private final List<SettingDescriptor> shown;
    private InputSchemas inputs = new InputSchemas(Map.of());
    private Table table;

    RecordListField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
        shown = setting.nested().stream().filter(one -> one.kind() != Kind.GROUP && !one.advanced()).toList();
    }

    @Override
    Control createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        GridDataFactory.fillDefaults().indent(8, 0).applyTo(area);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "setting." + path() + ".records"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        Accessibility.name(table, setting().label());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, HEIGHT).applyTo(table);
        for (SettingDescriptor column : shown) {
            TableColumn widget = new TableColumn(table, SWT.LEFT);
            widget.setText(column.label());
            widget.setWidth(Math.max(70, WIDTH / Math.max(1, shown.size())));
        }
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> edit()));
        ToolBar bar = new ToolBar(area, SWT.FLAT);
        Accessibility.name(bar, setting().label());
        item(bar, "add", Messages.RecordListField_add, this::add); //$NON-NLS-1$
        item(bar, "edit", Messages.RecordListField_edit, this::edit); //$NON-NLS-1$
        item(bar, "remove", Messages.RecordListField_remove, this::remove); //$NON-NLS-1$
        item(bar, "up", Messages.RecordListField_up, () -> move(-1)); //$NON-NLS-1$
        item(bar, "down", Messages.RecordListField_down, () -> move(1)); //$NON-NLS-1$
        return area;
    }

    private void item(ToolBar bar, String id, String label, Runnable action) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(label);
        item.setData("orrery.id", "setting." + path() + '.' + id); //$NON-NLS-1$ //$NON-NLS-2$
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    private void add() {
        Map<String, Object> fresh = new LinkedHashMap<>();
        setting().nested().forEach(one -> one.defaultValue().ifPresent(value -> fresh.put(one.name(), value)));
        RecordDialog dialog = new RecordDialog(table.getShell(), fresh);
        if (dialog.open() == Window.OK) {
            records.add(dialog.values);
            told(records.size() - 1);
        }
    }

    private void edit() {
        int index = table.getSelectionIndex();
        if (index >= 0) {
            RecordDialog dialog = new RecordDialog(table.getShell(), records.get(index));
            if (dialog.open() == Window.OK) {
                records.set(index, dialog.values);
                told(index);
            }
        }
    }

    private void remove() {
        int index = table.getSelectionIndex();
        if (index >= 0) {
            records.remove(index);
            told(Math.min(index, records.size() - 1));
        }
    }

    private void move(int by) {
        int index = table.getSelectionIndex();
        int to = index + by;
        if (index >= 0 && to >= 0 && to < records.size()) {
            java.util.Collections.swap(records, index, to);
            told(to);
        }
    }

    private void told(int selected) {
        fill();
        table.setSelection(selected);
        changed();
    }

    private void fill() {
        table.removeAll();
        for (Map<String, Object> row : records) {
            TableItem item = new TableItem(table, SWT.NONE);
            for (int i = 0; i < shown.size(); i++) {
                item.setText(i, text(shown.get(i), row.get(shown.get(i).name())));
            }
        }
    }

    private static String text(SettingDescriptor setting, Object value) {
        return setting.choices().stream().filter(choice -> choice.id().equals(value)).map(SettingDescriptor.Choice::label).findFirst()
                .orElse(Objects.toString(value, "")); //$NON-NLS-1$
    }

    @Override
    void inputs(InputSchemas next) {
        inputs = next;
    }

    @Override
    Object value() {
        return new ArrayList<>(records);
    }

    // What comes in is the plain form of a list of records.
    @Override
    @SuppressWarnings("unchecked")
    void show(Object value) {
        records.clear();
        if (value instanceof List<?> list) {
            list.stream().filter(Map.class::isInstance).forEach(one -> records.add(new LinkedHashMap<>((Map<String, Object>) one)));
        }
        fill();
    }

    private final class RecordDialog extends Dialog {
        private SettingsForm form;
        private Map<String, Object> values;

        RecordDialog(Shell shell, Map<String, Object> values) {
            super(shell);
            this.values = values;
            setShellStyle(getShellStyle() | SWT.RESIZE);
        }

        @Override
        protected void configureShell(Shell shell) {
            super.configureShell(shell);
            shell.setText(setting().label());
        }

        @Override
        protected Control createDialogArea(Composite parent) {
            Composite area = (Composite) super.createDialogArea(parent);
            form = new SettingsForm(area, setting().nested(), () -> { });
            GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(form.control());
            form.inputs(inputs);
            form.show(values);
            return area;
        }

        @Override
        protected void okPressed() {
            values = form.values();
            super.okPressed();
        }
    }
}
