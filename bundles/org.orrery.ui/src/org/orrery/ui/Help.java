package org.orrery.ui;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.orrery.ui.internal.help.HelpContexts;
import org.orrery.ui.internal.help.HelpWindow;

/** Ties dialogs to their page of the help, which F1 then opens beside them. Of use on the user interface thread. */
public final class Help {
    private Help() {
    }

    /** The page of the help about the part or dialog of that id. */
    public static Optional<String> topic(String id) {
        return HelpContexts.topic(id);
    }

    /** F1 within that control opens the page about the dialog of that id. */
    public static void attach(Control control, String id) {
        attach(control, () -> HelpContexts.topic(id).orElse(HelpContexts.FIRST));
    }

    /** F1 within that control opens the page that is named then. */
    public static void attach(Control control, Supplier<String> topic) {
        control.addListener(SWT.Help, event -> new HelpWindow(control.getShell(), topic.get()).open());
    }
}
