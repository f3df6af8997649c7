package org.orrery.ui.data.internal.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.Dataset;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/** Forgets the selected data sets after a question; their files and the runs on them stay. */
public final class RemoveDatasetHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<String> names = new ArrayList<>();
        for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
            names.add(((Dataset) element).name());
        }
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        DatasetList list = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(DatasetList.class);
        String question = NLS.bind(Messages.RemoveDatasetHandler_question, names.stream().collect(Collectors.joining(", "))); //$NON-NLS-1$
        if (MessageDialog.open(MessageDialog.CONFIRM, shell, Messages.RemoveDatasetHandler_title, question, SWT.SHEET,
                Messages.RemoveDatasetHandler_remove, Messages.RemoveDatasetHandler_keep) == 0) {
            Background.load(shell, Messages.RemoveDatasetHandler_title, () -> {
                for (String name : names) {
                    list.remove(name);
                }
                return names;
            }, done -> { }, failure -> MessageDialog.openError(shell, Messages.RemoveDatasetHandler_title, failure.getMessage()));
        }
        return null;
    }
}
