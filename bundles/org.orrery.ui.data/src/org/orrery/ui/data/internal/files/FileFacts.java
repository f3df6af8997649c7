package org.orrery.ui.data.internal.files;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.DataException;
import org.orrery.data.FileRows;
import org.orrery.data.FileRows.Extent;
import org.orrery.data.FileRows.Reach;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Throttler;

/** What is known of a file that is looked at: how it is read, how far its rows are counted, and what is wrong in it. */
final class FileFacts {
    private static final int GROWTH_MS = 500;
    private static final int STEPS = 1000;
    /** The first page goes first: counting takes the processors that it needs to be read and drawn. */
    private static final int FIRST_PAGE_MS = 500;

    private final FileRows rows;
    private final Composite area;
    private final Label state;
    private final ProgressBar progress;
    private final Button button;
    private Job counting;
    private volatile double part;

    FileFacts(Composite parent, FileRows rows) {
        this.rows = rows;
        Text form = new Text(parent, SWT.READ_ONLY);
        form.setText(form(rows));
        form.setToolTipText(rows.preview().file().toString());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        state = new Label(area, SWT.WRAP);
        state.setData("orrery.id", "file.state"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(state);
        progress = new ProgressBar(area, SWT.HORIZONTAL | SWT.SMOOTH);
        progress.setMaximum(STEPS);
        Accessibility.name(progress, Messages.FileFacts_progress);
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(progress);
        button = new Button(area, SWT.PUSH);
        button.setData("orrery.id", "file.count"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(button);
    }

    private static String form(FileRows rows) {
        ReadOptions options = rows.preview().options();
        List<String> parts = new ArrayList<>();
        parts.add(rows.preview().file().toString());
        options.encoding().ifPresent(parts::add);
        options.delimiter().ifPresent(mark -> parts.add(NLS.bind(Messages.FileFacts_delimiter, mark.equals("\t") ? Messages.FileFacts_tab : mark))); //$NON-NLS-1$
        options.headerRows().ifPresent(count -> parts.add(count == 0 ? Messages.FileFacts_noHeader : Messages.FileFacts_header));
        return String.join(" · ", parts); //$NON-NLS-1$
    }

    /** Counts the rows in the background, and says how far that is. */
    void index(Runnable grown) {
        Throttler growth = new Throttler(area, GROWTH_MS, () -> {
            show();
            grown.run();
        });
        Runnable start = () -> {
            part = 0;
            counting = new IndexJob(rows, now -> {
                part = now;
                growth.request();
            }, failure -> Background.toUi(area.getDisplay(), area, () -> {
                counting = null;
                show();
                if (!failure.isEmpty()) {
                    state.setText(failure);
                }
                grown.run();
            }));
            counting.schedule(FIRST_PAGE_MS);
            show();
        };
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (counting == null) {
                start.run();
            } else {
                counting.cancel();
            }
        }));
        area.addDisposeListener(event -> {
            if (counting != null) {
                counting.cancel();
            }
        });
        if (rows.extent().reach() == Reach.BEGINNING) {
            start.run();
        } else {
            show();
        }
    }

    private void show() {
        Extent extent = rows.extent();
        boolean open = extent.reach() == Reach.BEGINNING;
        state.setText(text(extent));
        progress.setSelection((int) Math.round(part * STEPS));
        progress.setVisible(open && counting != null);
        ((GridData) progress.getLayoutData()).exclude = !progress.getVisible();
        button.setText(counting == null ? Messages.FileFacts_goOn : Messages.FileFacts_stop);
        button.setVisible(open);
        ((GridData) button.getLayoutData()).exclude = !open;
        area.getParent().getParent().getParent().layout(true, true);
    }

    private String text(Extent extent) {
        String count = Formats.count(extent.rows());
        return switch (extent.reach()) {
            case ALL -> NLS.bind(Messages.FileFacts_all, count);
            case BEGINNING -> NLS.bind(counting == null ? Messages.FileFacts_some : Messages.FileFacts_counting, count);
            case BEGINNING_ONLY -> NLS.bind(Messages.FileFacts_beginningOnly, count);
            case DAMAGED -> NLS.bind(Messages.FileFacts_damaged, count, extent.damage().map(DataException::getMessage).orElse("")); //$NON-NLS-1$
        };
    }
}
