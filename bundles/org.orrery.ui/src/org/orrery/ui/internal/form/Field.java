package org.orrery.ui.internal.form;

import java.util.function.Consumer;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.settings.SettingDescriptor;
import org.orrery.ui.Accessibility;

/** One setting in a form: a label, a control with the help as its tooltip, and a mark when its value does not fit. */
abstract class Field {
    /** What is left of a wide control where there is little room. */
    private static final int NARROW = 140;
    private static final int WIDTH = 380;

    private final SettingDescriptor setting;
    private final String path;
    private final Runnable changed;
    private Consumer<String> help = text -> { };
    private ControlDecoration mark;

    /**
     * @param path the setting as scripts name it
     * @param changed called after the user has changed the value
     */
    Field(SettingDescriptor setting, String path, Runnable changed) {
        this.setting = setting;
        this.path = path;
        this.changed = changed;
    }

    final SettingDescriptor setting() {
        return setting;
    }

    final String path() {
        return path;
    }

    /** Names who shows the help of the setting that has the focus. */
    final void help(Consumer<String> listener) {
        help = listener;
    }

    final void changed() {
        changed.run();
    }

    /** Makes label and control in a parent with two columns. */
    void create(Composite parent) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(setting.label().replace("&", "&&") + ':'); //$NON-NLS-1$ //$NON-NLS-2$
        label.setToolTipText(setting.help());
        Control control = createControl(parent);
        boolean tall = setting.list();
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, tall ? SWT.BEGINNING : SWT.CENTER).indent(0, tall ? 3 : 0).applyTo(label);
        finish(control);
    }

    /** The place of a wide control, which shrinks where there is little room. */
    static GridDataFactory wide() {
        return GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).grab(true, false).minSize(NARROW, SWT.DEFAULT).indent(8, 0)
                .hint(WIDTH, SWT.DEFAULT);
    }

    /** Gives the control its place, names, tooltip and mark. */
    final void finish(Control control) {
        if (control.getLayoutData() == null) {
            wide().applyTo(control);
        }
        control.setToolTipText(setting.help());
        control.setData("orrery.id", "setting." + path); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(control, setting.label());
        control.addFocusListener(FocusListener.focusGainedAdapter(event -> help.accept(setting.help())));
        mark = new ControlDecoration(control, SWT.TOP | SWT.LEFT);
        mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
        mark.hide();
    }

    /** Shows what is wrong with this value; an empty text for nothing. */
    void problem(String message) {
        if (message.isEmpty()) {
            mark.hide();
        } else {
            mark.setDescriptionText(message);
            mark.show();
        }
    }

    abstract Control createControl(Composite parent);

    /** The value in plain form; null when there is none. */
    abstract Object value();

    /** Shows a value in plain form. */
    abstract void show(Object value);

    /** Learns which data sets were chosen. */
    void inputs(InputSchemas inputs) {
        // Most fields do not depend on the data.
    }
}
