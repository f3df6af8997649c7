package org.orrery.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;

/** What every test in the workbench needs: its page, services, and a watch on the log. */
final class Workbenches {
    private final List<IStatus> errors = new ArrayList<>();
    private final ILogListener watch = (status, plugin) -> {
        if (status.getSeverity() >= IStatus.ERROR) {
            synchronized (errors) {
                errors.add(status);
            }
        }
    };

    void watch() {
        Platform.addLogListener(watch);
    }

    /** Ends the watch and gives what was logged as an error. */
    List<IStatus> errors() {
        Platform.removeLogListener(watch);
        synchronized (errors) {
            return List.copyOf(errors);
        }
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    static <T> T service(Class<T> type) {
        return PlatformUI.getWorkbench().getService(type);
    }

    static void closeEditors() {
        page().closeEditors(page().getEditorReferences(), false);
    }

    /** How many editors of runs are open. */
    static int runEditors() {
        return editors("org.orrery.ui.editors.run");
    }

    /** How many editors of that kind are open. */
    static int editors(String id) {
        return (int) Arrays.stream(page().getEditorReferences()).filter(editor -> id.equals(editor.getId())).count();
    }
}
