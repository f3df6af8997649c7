package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.ui.Accessibility;

/** The columns of the file with the type of each, which the user can change, and columns to be left out. */
final class ColumnsPanel extends Composite {
    private static final List<String> CHOICES = Stream.concat(
            Stream.concat(Stream.of(Messages.ColumnsPanel_detect), Arrays.stream(ColumnType.values()).map(ColumnType::id)),
            Stream.of(Messages.ColumnsPanel_ignore)).toList();

    private final TableViewer table;
    private final Map<String, ColumnType> types = new HashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private List<Column> columns = List.of();
    private final Runnable changed;

    ColumnsPanel(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        table = new TableViewer(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("orrery.id", "import.columns"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table.getTable(), Messages.ColumnsPanel_name);
        table.setContentProvider(ArrayContentProvider.getInstance());
        TableColumnLayout layout = new TableColumnLayout();
        setLayout(layout);
        TableViewerColumn name = new TableViewerColumn(table, SWT.LEFT);
        name.getColumn().setText(Messages.ColumnsPanel_column);
        name.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> ((Column) element).name()));
        layout.setColumnData(name.getColumn(), new ColumnWeightData(60, 90));
        TableViewerColumn type = new TableViewerColumn(table, SWT.LEFT);
        type.getColumn().setText(Messages.ColumnsPanel_type);
        type.getColumn().setToolTipText(Messages.ColumnsPanel_typeTip);
        type.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> typeText((Column) element)));
        type.setEditingSupport(new TypeEditing());
        layout.setColumnData(type.getColumn(), new ColumnWeightData(40, 90));
    }

    private String typeText(Column column) {
        if (ignored.contains(column.name())) {
            return Messages.ColumnsPanel_ignore;
        }
        return types.containsKey(column.name()) ? NLS.bind(Messages.ColumnsPanel_set, column.type().id()) : column.type().id();
    }

    /** Shows the columns as they were read; left-out ones stay, so that they can be taken back. */
    void show(List<Column> read) {
        List<Column> next = new ArrayList<>(read);
        for (Column before : columns) {
            if (ignored.contains(before.name()) && read.stream().noneMatch(column -> column.name().equals(before.name()))) {
                next.add(Math.min(columns.indexOf(before), next.size()), before);
            }
        }
        columns = List.copyOf(next);
        table.setInput(columns);
    }

    /** Another file: nothing is set any more. */
    void forget() {
        types.clear();
        ignored.clear();
        columns = List.of();
    }

    Map<String, ColumnType> types() {
        return Map.copyOf(types);
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    private final class TypeEditing extends EditingSupport {
        TypeEditing() {
            super(table);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            ComboBoxCellEditor editor = new ComboBoxCellEditor(table.getTable(), CHOICES.toArray(String[]::new), SWT.READ_ONLY);
            editor.setActivationStyle(ComboBoxCellEditor.DROP_DOWN_ON_MOUSE_ACTIVATION);
            return editor;
        }

        @Override
        protected boolean canEdit(Object element) {
            return true;
        }

        @Override
        protected Object getValue(Object element) {
            Column column = (Column) element;
            if (ignored.contains(column.name())) {
                return CHOICES.size() - 1;
            }
            return types.containsKey(column.name()) ? types.get(column.name()).ordinal() + 1 : 0;
        }

        @Override
        protected void setValue(Object element, Object value) {
            int index = (Integer) value;
            if (index < 0 || value.equals(getValue(element))) {
                return;
            }
            String name = ((Column) element).name();
            types.remove(name);
            ignored.remove(name);
            if (index == CHOICES.size() - 1) {
                ignored.add(name);
            } else if (index > 0) {
                types.put(name, ColumnType.values()[index - 1]);
            }
            changed.run();
        }
    }
}
