package org.orrery.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.settings.SettingDescriptor;

/** A text, a number that may be absent or has decimals, or several of them between commas. Checked when the settings are bound. */
final class TextField extends Field {
    private static final int NUMBER_WIDTH = 130;

    private Text text;
    private boolean showing;

    TextField(SettingDescriptor setting, String path, Runnable changed) {
        super(setting, path, changed);
    }

    @Override
    Control createControl(Composite parent) {
        text = new Text(parent, SWT.BORDER);
        if (setting().kind() != SettingDescriptor.Kind.TEXT && !setting().list()) {
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(8, 0).hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text);
        }
        if (setting().optional()) {
            text.setMessage(Messages.TextField_none);
        } else if (setting().list()) {
            text.setMessage(Messages.TextField_list);
        }
        text.addModifyListener(event -> {
            if (!showing) {
                changed();
            }
        });
        return text;
    }

    @Override
    Object value() {
        String typed = text.getText().strip();
        if (setting().list()) {
            List<Object> values = new ArrayList<>();
            for (String part : typed.split(",")) { //$NON-NLS-1$
                if (!part.isBlank()) {
                    values.add(part.strip());
                }
            }
            return values;
        }
        return typed.isEmpty() ? null : typed;
    }

    @Override
    void show(Object value) {
        showing = true;
        try {
            text.setText(value instanceof List<?> list ? list.stream().map(String::valueOf).collect(Collectors.joining(", ")) //$NON-NLS-1$
                    : value == null ? "" : String.valueOf(value)); //$NON-NLS-1$
        } finally {
            showing = false;
        }
    }
}
