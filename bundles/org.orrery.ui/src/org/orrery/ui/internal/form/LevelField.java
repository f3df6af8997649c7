package org.orrery.ui.internal.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.data.Dataset;
import org.orrery.ui.Background;

/** One value of a column: those that the data hold are offered, any other can be typed. */
final class LevelField extends Field {
    private static final int WIDTH = 260;

    private final Supplier<Field> columnField;
    private final Supplier<Optional<ColumnLevels>> levels;
    private Combo combo;
    private Optional<Dataset> dataset = Optional.empty();
    private String input = "data"; //$NON-NLS-1$
    private Object offered = ""; //$NON-NLS-1$
    private boolean showing;

    /**
     * @param columnField the field that names the column
     * @param levels finds the values, when somebody can
     */
    LevelField(SettingDescriptor setting, String path, Runnable changed, Supplier<Field> columnField, Supplier<Optional<ColumnLevels>> levels) {
        super(setting, path, changed);
        this.columnField = columnField;
        this.levels = levels;
    }

    @Override
    Control createControl(Composite parent) {
        combo = new Combo(parent, SWT.DROP_DOWN);
        combo.setVisibleItemCount(16);
        wide().applyTo(combo);
        combo.addModifyListener(event -> {
            if (!showing) {
                changed();
            }
        });
        return combo;
    }

    @Override
    void inputs(InputSchemas inputs) {
        Field column = columnField.get();
        input = column == null ? input : column.setting().column().map(SettingDescriptor.ColumnUse::input).orElse(input);
        dataset = inputs.first(input);
        offer();
    }

    /** Reads the values again when another column is named. */
    void offer() {
        Field column = columnField.get();
        Object name = column == null ? null : column.value();
        if (dataset.isEmpty() || name == null || levels.get().isEmpty() || (dataset.get().sha256() + name).equals(offered)) {
            return;
        }
        offered = dataset.get().sha256() + name;
        Object wanted = offered;
        Dataset from = dataset.get();
        ColumnLevels finder = levels.get().get();
        Background.load(combo, setting().label(), () -> finder.of(from, String.valueOf(name)), found -> {
            if (wanted.equals(offered)) {
                fill(found);
            }
        });
    }

    private void fill(List<String> found) {
        showing = true;
        try {
            String text = combo.getText();
            combo.setItems(found.toArray(String[]::new));
            combo.setText(text);
        } finally {
            showing = false;
        }
    }

    @Override
    Object value() {
        String typed = combo.getText().strip();
        return typed.isEmpty() ? null : typed;
    }

    @Override
    void show(Object value) {
        showing = true;
        try {
            combo.setText(value == null ? "" : String.valueOf(value)); //$NON-NLS-1$
        } finally {
            showing = false;
        }
    }
}
