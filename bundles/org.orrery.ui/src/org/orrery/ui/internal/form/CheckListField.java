package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.analysis.settings.SettingDescriptor.Choice;
import org.orrery.analysis.settings.SettingDescriptor.Kind;

/** Any number of a few words, or of the columns of the data. */
final class CheckListField extends Field {
    private static final int ROWS = 6;
    private static final int WIDTH = 380;

    private Table table;
    private List<?> wanted = List.of();

    CheckListField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    @Override
    Control createControl(Composite parent) {
        table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION);
        int rows = setting().kind() == Kind.CHOICE ? Math.min(ROWS, Math.max(2, setting().choices().size())) : ROWS;
        wide().hint(WIDTH, rows * new PixelConverter(table).convertHeightInCharsToPixels(1) * 3 / 2)
                .applyTo(table);
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                wanted = (List<?>) value();
                changed();
            }
        });
        if (setting().kind() == Kind.CHOICE) {
            fill(setting().choices());
        }
        return table;
    }

    private void fill(List<Choice> choices) {
        table.removeAll();
        for (Choice choice : choices) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(choice.label());
            item.setData(choice.id());
        }
        check();
    }

    private void check() {
        Set<Object> ids = new HashSet<>(wanted);
        for (TableItem item : table.getItems()) {
            item.setChecked(ids.contains(item.getData()));
        }
    }

    @Override
    void inputs(InputSchemas inputs) {
        setting().column().ifPresent(use -> fill(inputs.first(use.input()).stream().flatMap(dataset -> dataset.schema().columns().stream())
                .filter(column -> Columns.fit(use.role(), column)).map(column -> new Choice(column.name(), Columns.label(column))).toList()));
    }

    @Override
    Object value() {
        List<Object> ids = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            if (item.getChecked()) {
                ids.add(item.getData());
            }
        }
        return ids;
    }

    @Override
    void show(Object value) {
        wanted = value instanceof List<?> list ? List.copyOf(list) : List.of();
        check();
    }
}
