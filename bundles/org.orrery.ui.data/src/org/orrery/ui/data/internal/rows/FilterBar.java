package org.orrery.ui.data.internal.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.Schema;
import org.orrery.ui.Accessibility;

/** The filters over a table of rows, one a line; all of them hold together. */
final class FilterBar {
    private static final int TYPING_MS = 400;

    private final Composite area;
    private final List<Column> columns;
    private final List<Line> lines = new ArrayList<>();
    private final Runnable changed;
    private final Runnable typed;

    /** @param changed called when the filters may have changed; a moment after the last key while the user types */
    FilterBar(Composite parent, Schema schema, Runnable changed) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 0).spacing(0, 4).applyTo(area);
        columns = schema.columns();
        this.changed = changed;
        typed = () -> {
            if (!area.isDisposed()) {
                changed.run();
            }
        };
        fit();
    }

    Composite control() {
        return area;
    }

    /** Adds a line for that column. */
    void add(int column) {
        lines.add(new Line(column));
        fit();
        lines.get(lines.size() - 1).value.setFocus();
    }

    /** The filters that are complete, or the first problem. */
    List<Condition> conditions() {
        return lines.stream().map(Line::condition).filter(condition -> !condition.operator().asked().needsValue() || !condition.value().isBlank())
                .toList();
    }

    private void fit() {
        GridDataFactory.fillDefaults().grab(true, false).exclude(lines.isEmpty()).applyTo(area);
        area.setVisible(!lines.isEmpty());
        area.getParent().layout(true, true);
    }

    private final class Line {
        private final Composite row;
        private final Combo column;
        private final Combo operator;
        private final Text value;
        private List<Operator> operators = List.of();

        Line(int first) {
            row = new Composite(area, SWT.NONE);
            GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 0).applyTo(row);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
            column = new Combo(row, SWT.READ_ONLY);
            column.setItems(columns.stream().map(Column::name).toArray(String[]::new));
            column.select(first);
            column.setVisibleItemCount(20);
            name(column, Messages.FilterBar_column, "filter.column"); //$NON-NLS-1$
            GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).applyTo(column);
            operator = new Combo(row, SWT.READ_ONLY);
            operator.setVisibleItemCount(Operator.values().length);
            name(operator, Messages.FilterBar_operator, "filter.operator"); //$NON-NLS-1$
            GridDataFactory.fillDefaults().hint(130, SWT.DEFAULT).applyTo(operator);
            value = new Text(row, SWT.BORDER | SWT.SEARCH);
            value.setMessage(Messages.FilterBar_hint);
            name(value, Messages.FilterBar_value, "filter.value"); //$NON-NLS-1$
            GridDataFactory.fillDefaults().hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(value);
            Button remove = new Button(row, SWT.PUSH);
            remove.setText(Messages.FilterBar_remove);
            remove.setData("orrery.id", "filter.remove"); //$NON-NLS-1$ //$NON-NLS-2$
            offer();
            column.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
                offer();
                changed.run();
            }));
            operator.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
                value.setEnabled(chosen().asked().needsValue());
                changed.run();
            }));
            value.addModifyListener(e -> value.getDisplay().timerExec(TYPING_MS, typed));
            remove.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> remove()));
        }

        private static void name(org.eclipse.swt.widgets.Control control, String name, String id) {
            control.setData("orrery.id", id); //$NON-NLS-1$
            control.setToolTipText(name);
            Accessibility.name(control, name);
        }

        private void offer() {
            ColumnType type = columns.get(column.getSelectionIndex()).type();
            boolean text = type == ColumnType.TEXT || type == ColumnType.CATEGORY;
            Operator former = operators.isEmpty() ? null : chosen();
            operators = Arrays.stream(Operator.values()).filter(any -> !text || any.asked().forText()).toList();
            operator.setItems(operators.stream().map(Operator::label).toArray(String[]::new));
            Operator usual = text ? Operator.CONTAINS : Operator.EQUALS;
            operator.select(Math.max(0, operators.indexOf(operators.contains(former) ? former : usual)));
        }

        private Operator chosen() {
            return operators.get(operator.getSelectionIndex());
        }

        Condition condition() {
            return new Condition(columns.get(column.getSelectionIndex()), chosen(), value.getText());
        }

        private void remove() {
            lines.remove(this);
            row.dispose();
            fit();
            changed.run();
        }
    }
}
