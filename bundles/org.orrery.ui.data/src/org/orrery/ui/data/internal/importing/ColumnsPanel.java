package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.ILazyContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DisplayText;
import org.orrery.data.ImportPreview;
import org.orrery.data.ReadOptions;
import org.orrery.data.Schema;
import org.orrery.ui.Accessibility;
import org.orrery.ui.TypeTexts;

/** The columns of the file with the type of each, which the user can change, and columns to be left out. */
final class ColumnsPanel extends Composite {
    private static final List<String> CHOICES = Stream.concat(
            Stream.concat(Stream.of(Messages.ColumnsPanel_detect), Arrays.stream(ColumnType.values()).map(TypeTexts::name)),
            Stream.of(Messages.ColumnsPanel_ignore)).toList();

    /** A column of the file; without a description when it is left out. */
    private record Item(String name, Optional<Column> column) {
    }

    private final TableViewer table;
    private List<Item> items = List.of();
    private final Consumer<ReadOptions> changed;
    private ReadOptions said = ReadOptions.DETECT;

    ColumnsPanel(Composite parent, Consumer<ReadOptions> changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        table = new TableViewer(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.VIRTUAL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("orrery.id", "import.columns"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table.getTable(), Messages.ColumnsPanel_name);
        table.setUseHashlookup(true);
        table.setContentProvider((ILazyContentProvider) row -> table.replace(items.get(row), row));
        TableColumnLayout layout = new TableColumnLayout();
        setLayout(layout);
        TableViewerColumn name = new TableViewerColumn(table, SWT.LEFT);
        name.getColumn().setText(Messages.ColumnsPanel_column);
        name.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> DisplayText.of(((Item) element).name())));
        layout.setColumnData(name.getColumn(), new ColumnWeightData(60, 90));
        TableViewerColumn type = new TableViewerColumn(table, SWT.LEFT);
        type.getColumn().setText(Messages.ColumnsPanel_type);
        type.getColumn().setToolTipText(Messages.ColumnsPanel_typeTip);
        type.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> typeText((Item) element)));
        type.setEditingSupport(new TypeEditing());
        layout.setColumnData(type.getColumn(), new ColumnWeightData(40, 90));
    }

    private String typeText(Item item) {
        if (said.ignored().contains(item.name())) {
            return Messages.ColumnsPanel_ignore;
        }
        ColumnType asked = said.types().get(item.name());
        if (asked != null) {
            return NLS.bind(Messages.ColumnsPanel_set, TypeTexts.name(asked));
        }
        return item.column().map(column -> {
            String type = TypeTexts.name(column.type());
            return column.idLike() ? NLS.bind(Messages.ColumnsPanel_id, type) : type;
        }).orElse("?"); //$NON-NLS-1$
    }

    /** Shows the columns as they would be read, with what the user has said of them; null shows none. */
    void show(ImportPreview preview, ReadOptions options) {
        said = options;
        show(preview == null ? List.of() : preview.names(), preview == null ? name -> Optional.empty() : preview.schema()::find);
    }

    /** Shows the types that all rows of the file have decided. */
    void decided(Schema schema) {
        show(items.stream().map(Item::name).toList(), schema::find);
    }

    /** A file may have a hundred thousand columns: only rows in sight are made. */
    private void show(List<String> names, Function<String, Optional<Column>> column) {
        items = names.stream().map(name -> new Item(name, column.apply(name))).toList();
        table.setInput(items);
        table.setItemCount(items.size());
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
            String name = ((Item) element).name();
            if (said.ignored().contains(name)) {
                return CHOICES.size() - 1;
            }
            return said.types().containsKey(name) ? said.types().get(name).ordinal() + 1 : 0;
        }

        @Override
        protected void setValue(Object element, Object value) {
            int index = (Integer) value;
            if (index < 0 || value.equals(getValue(element))) {
                return;
            }
            String name = ((Item) element).name();
            Map<String, ColumnType> types = new HashMap<>(said.types());
            List<String> ignored = new ArrayList<>(said.ignored());
            types.remove(name);
            ignored.remove(name);
            if (index == CHOICES.size() - 1) {
                ignored.add(name);
            } else if (index > 0) {
                types.put(name, ColumnType.values()[index - 1]);
            }
            changed.accept(said.change().types(types).ignored(ignored).options());
        }
    }
}
