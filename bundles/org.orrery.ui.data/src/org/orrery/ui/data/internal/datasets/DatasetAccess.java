package org.orrery.ui.data.internal.datasets;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.orrery.data.Dataset;
import org.orrery.ui.DatasetList;
import org.orrery.ui.Icons;

/** Finds data sets from the field that finds everything, and opens their page. */
public final class DatasetAccess implements IQuickAccessComputer {
    @Override
    public QuickAccessElement[] computeElements() {
        DatasetList list = PlatformUI.getWorkbench().getService(DatasetList.class);
        return list.datasets().stream().map(Dataset::name).map(Entry::new).toArray(QuickAccessElement[]::new);
    }

    @Override
    public void resetState() {
        // Nothing is kept.
    }

    @Override
    public boolean needsRefresh() {
        return true;
    }

    private static final class Entry extends QuickAccessElement {
        private final String name;

        Entry(String name) {
            this.name = name;
        }

        @Override
        public String getLabel() {
            return name;
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return Icons.descriptor("org.orrery.ui.data", "dataset"); //$NON-NLS-1$ //$NON-NLS-2$
        }

        @Override
        public String getId() {
            return "org.orrery.ui.data.dataset." + name; //$NON-NLS-1$
        }

        @Override
        public void execute() {
            try {
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().openEditor(new DatasetInput(name), DatasetEditor.ID);
            } catch (PartInitException e) {
                ILog.of(DatasetAccess.class).error(e.getMessage(), e);
            }
        }
    }
}
