package org.orrery.ui.internal.quick;

import java.util.Locale;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.orrery.jobs.RunSummary;
import org.orrery.ui.Icons;
import org.orrery.ui.RunList;
import org.orrery.ui.RunTexts;
import org.orrery.ui.internal.run.RunEditor;

/** Finds runs by name, number, tag and data set from the field that finds everything. */
public final class RunAccess implements IQuickAccessComputer {
    @Override
    public QuickAccessElement[] computeElements() {
        return runs().runs().stream().map(Entry::new).toArray(QuickAccessElement[]::new);
    }

    private static RunList runs() {
        return PlatformUI.getWorkbench().getService(RunList.class);
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
        private final RunSummary run;

        Entry(RunSummary run) {
            this.run = run;
        }

        @Override
        public String getLabel() {
            return NLS.bind(Messages.RunAccess_label, new Object[] {run.id(), run.name(), String.join(" ", run.tags()), RunTexts.state(run.state())}); //$NON-NLS-1$
        }

        /** The newest first: of many that fit only some are shown. */
        @Override
        public String getSortLabel() {
            return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - run.id()); //$NON-NLS-1$
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return Icons.descriptor("org.orrery.ui", RunTexts.icon(run.state())); //$NON-NLS-1$
        }

        @Override
        public String getId() {
            return "org.orrery.ui.run." + run.id(); //$NON-NLS-1$
        }

        @Override
        public void execute() {
            IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            try {
                RunEditor.open(page, run.id(), run.name());
            } catch (PartInitException e) {
                ILog.of(RunAccess.class).error(e.getMessage(), e);
            }
        }
    }
}
