package org.orrery.ui.internal.form;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ModifyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.orrery.analysis.settings.SettingDescriptor;

/** A whole number within known ends. */
final class SpinnerField extends Field {
    private static final int WIDTH = 130;

    private Spinner spinner;
    private boolean showing;

    SpinnerField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    /** Whether the ends of the setting are such that a spinner can show all its values. */
    static boolean fits(SettingDescriptor setting) {
        return setting.kind() == SettingDescriptor.Kind.INTEGER && !setting.list() && !setting.optional() && setting.defaultValue().isPresent()
                && setting.min() >= Integer.MIN_VALUE && setting.max() <= Integer.MAX_VALUE;
    }

    @Override
    Control createControl(Composite parent) {
        spinner = new Spinner(parent, SWT.BORDER);
        spinner.setValues((int) setting().min(), (int) setting().min(), (int) setting().max(), 0, 1, 10);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).hint(WIDTH, SWT.DEFAULT).applyTo(spinner);
        ModifyListener listener = event -> {
            if (!showing) {
                changed();
            }
        };
        spinner.addModifyListener(listener);
        return spinner;
    }

    @Override
    Object value() {
        return (long) spinner.getSelection();
    }

    @Override
    void show(Object value) {
        showing = true;
        try {
            if (value instanceof Number number) {
                spinner.setSelection(number.intValue());
            }
        } finally {
            showing = false;
        }
    }
}
