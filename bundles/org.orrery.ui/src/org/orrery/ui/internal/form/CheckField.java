package org.orrery.ui.internal.form;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.settings.SettingDescriptor;

/** Yes or no. */
final class CheckField extends Field {
    private Button button;

    CheckField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    @Override
    void create(Composite parent) {
        finish(createControl(parent));
    }

    @Override
    Control createControl(Composite parent) {
        button = new Button(parent, SWT.CHECK);
        button.setText(setting().label().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        return button;
    }

    @Override
    Object value() {
        return button.getSelection();
    }

    @Override
    void show(Object value) {
        button.setSelection(Boolean.TRUE.equals(value));
    }
}
