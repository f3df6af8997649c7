package org.orrery.ui.internal.status;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.MemoryMonitor.Level;
import org.orrery.jobs.MemoryMonitor.Reading;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.Icons;
import org.orrery.ui.RunList;

/** How much memory is in use, at the bottom of the window, with what to do about it; the link moves out of memory what can be read again. */
public final class MemoryStatus extends WorkbenchWindowControlContribution {
    private static final int TICK_MS = 1000;
    private static final int WIDEST = 99999;

    private MemoryMonitor memory;
    private Icons icons;
    private Label level;
    private Label text;
    private Link clean;

    @Override
    protected Control createControl(Composite parent) {
        memory = PlatformUI.getWorkbench().getService(RunList.class).workspace().memory();
        Composite area = new Composite(parent, SWT.NONE);
        RowLayout layout = new RowLayout();
        layout.marginTop = 1;
        layout.marginBottom = 0;
        layout.marginLeft = 8;
        layout.center = true;
        area.setLayout(layout);
        icons = new Icons(area, MemoryStatus.class);
        level = new Label(area, SWT.NONE);
        level.setImage(icons.get("memory_calm")); //$NON-NLS-1$
        text = new Label(area, SWT.RIGHT);
        text.setData("orrery.id", "status.memory"); //$NON-NLS-1$ //$NON-NLS-2$
        // The trim does not grow with the text.
        text.setText(NLS.bind(Messages.MemoryStatus_text, WIDEST, WIDEST));
        text.setLayoutData(new RowData(text.computeSize(SWT.DEFAULT, SWT.DEFAULT)));
        // A button is taller than the line at the bottom of the window.
        clean = new Link(area, SWT.NONE);
        clean.setText(Messages.MemoryStatus_link);
        clean.setToolTipText(Messages.MemoryStatus_clean);
        clean.setData("orrery.id", "status.clean"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(clean, Messages.MemoryStatus_clean);
        clean.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> clean()));
        tick(area);
        return area;
    }

    private void tick(Composite area) {
        if (!area.isDisposed()) {
            show(memory.reading());
            area.getDisplay().timerExec(TICK_MS, () -> tick(area));
        }
    }

    private void show(Reading now) {
        String line = NLS.bind(Messages.MemoryStatus_text, Math.round(now.usedMiB()), Math.round(now.maxMiB()));
        if (!line.equals(text.getText())) {
            text.setText(line);
        }
        String tip = NLS.bind(Messages.MemoryStatus_tip, new Object[] {Math.round(now.usedMiB()), Math.round(now.liveMiB()), Math.round(now.maxMiB()),
                Double.isNaN(now.residentMiB()) ? "?" : Math.round(now.residentMiB())}) //$NON-NLS-1$
                + (now.advice().isEmpty() ? "" : System.lineSeparator() + now.advice()); //$NON-NLS-1$
        if (!tip.equals(text.getToolTipText())) {
            text.setToolTipText(tip);
            level.setToolTipText(tip);
            level.setImage(icons.get(icon(now.level())));
        }
    }

    private static String icon(Level level) {
        return switch (level) {
            case CALM -> "memory_calm"; //$NON-NLS-1$
            case HIGH, VERY_HIGH -> "memory_high"; //$NON-NLS-1$
            case CRITICAL -> "memory_critical"; //$NON-NLS-1$
        };
    }

    private void clean() {
        clean.setEnabled(false);
        Background.load(clean, Messages.MemoryStatus_clean, () -> {
            memory.cleanUp();
            return memory.reading();
        }, now -> {
            clean.setEnabled(true);
            show(now);
        });
    }
}
