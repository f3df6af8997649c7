package org.orrery.ui.data.internal.datasets;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.RunList;

/** The last question before a data set is changed: a run may have begun to read it since the command was offered. On the user interface thread. */
final class InUse {
    private InUse() {
    }

    /** Whether a run at work or waiting reads one of them; if so, the user is told which. */
    static boolean refused(IWorkbenchWindow window, String title, List<String> names) {
        RunList runs = window.getService(RunList.class);
        for (String name : names) {
            Optional<RunSummary> reader = runs.using(name).stream().findFirst();
            if (reader.isPresent()) {
                MessageDialog.openInformation(window.getShell(), title,
                        NLS.bind(Messages.InUse_text, new Object[] {name, Long.toString(reader.get().id()), reader.get().name()}));
                return true;
            }
        }
        return false;
    }
}
