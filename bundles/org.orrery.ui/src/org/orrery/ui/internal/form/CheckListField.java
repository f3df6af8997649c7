package org.orrery.ui.internal.form;

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
import org.orrery.ui.VirtualRows;

/** Any number of a few words, or of the columns of the data. */
final class CheckListField extends Field {
    private static final int ROWS = 6;
    private static final int WIDTH = 380;

    private Table table;
    private List<Choice> choices = List.of();
    /** What is to be checked when it is among the choices. */
    private Set<Object> wanted = Set.of();

    CheckListField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    @Override
    Control createControl(Composite parent) {
        table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL | SWT.FULL_SELECTION | SWT.VIRTUAL);
        int rows = setting().kind() == Kind.CHOICE ? Math.min(ROWS, Math.max(2, setting().choices().size())) : ROWS;
        wide().hint(WIDTH, rows * new PixelConverter(table).convertHeightInCharsToPixels(1) * 3 / 2)
                .applyTo(table);
        VirtualRows.fill(table, () -> choices.size(), (item, row) -> {
            item.setText(choices.get(row).label());
            item.setChecked(wanted.contains(choices.get(row).id()));
        });
        table.addListener(SWT.Selection, event -> {
            if (event.detail == SWT.CHECK) {
                check((TableItem) event.item);
            }
        });
        if (setting().kind() == Kind.CHOICE) {
            fill(setting().choices());
        }
        return table;
    }

    private void check(TableItem item) {
        Set<Object> next = new HashSet<>((List<?>) value());
        Object id = choices.get(table.indexOf(item)).id();
        if (item.getChecked()) {
            next.add(id);
        } else {
            next.remove(id);
        }
        wanted = next;
        changed();
    }

    private void fill(List<Choice> next) {
        choices = next;
        table.removeAll();
        table.setItemCount(next.size());
    }

    @Override
    void inputs(InputSchemas inputs) {
        setting().column().ifPresent(use -> fill(inputs.first(use.input()).stream().flatMap(dataset -> dataset.schema().columns().stream())
                .filter(column -> Columns.fit(use.role(), column)).map(column -> new Choice(column.name(), Columns.label(column))).toList()));
    }

    @Override
    Object value() {
        return choices.stream().map(Choice::id).filter(wanted::contains).toList();
    }

    @Override
    void show(Object value) {
        wanted = value instanceof List<?> list ? Set.copyOf(list) : Set.of();
        table.clearAll();
    }
}
