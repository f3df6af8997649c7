package org.orrery.ui.data.internal.importing;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.orrery.data.ReadOptions;
import org.orrery.samples.Sample;
import org.orrery.samples.Samples;
import org.orrery.ui.Background;
import org.orrery.ui.DatasetList;

/** Copies a bundled data set into the workspace and imports it. */
public final class AddSampleHandler extends AbstractHandler {
    private static final String FOLDER = "samples"; //$NON-NLS-1$

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Samples samples = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(Samples.class);
        DatasetList list = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(DatasetList.class);
        Background.load(shell, Messages.AddSampleHandler_list, samples::list, all -> {
            SampleDialog dialog = new SampleDialog(shell, all);
            if (dialog.open() == Window.OK) {
                dialog.chosen().forEach(sample -> add(shell, samples, list, sample));
            }
        });
        return null;
    }

    private static void add(Shell shell, Samples samples, DatasetList list, Sample sample) {
        Path folder = list.workspace().folder().resolve(FOLDER);
        Background.load(shell, sample.title(), () -> samples.materialise(sample.id(), folder),
                file -> new ImportJob(list, file, sample.id(), ReadOptions.DETECT).schedule(),
                failure -> MessageDialog.openError(shell, Messages.AddSampleHandler_title, String.valueOf(failure.getMessage())));
    }
}
