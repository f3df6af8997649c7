package org.orrery.ui.internal.wizard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.MemoryMonitor;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SampleAdvice;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;

/** Advice to take a sample of the rows, and the button that takes it, or takes all rows again. Not to be seen when there is nothing to say. */
final class SampleBar extends Composite {
    private static final double MEBIBYTE = 1 << 20;
    private static final int TEXT_WIDTH = 420;

    private final MemoryMonitor memory;
    private final Consumer<Optional<Long>> choose;
    private final Label text;
    private final Button button;
    private Optional<Long> offered = Optional.empty();

    /** @param choose takes how many rows a sample shall have, or nothing for all rows */
    SampleBar(Composite parent, MemoryMonitor memory, Consumer<Optional<Long>> choose) {
        super(parent, SWT.NONE);
        this.memory = memory;
        this.choose = choose;
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 2).spacing(8, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        setVisible(false);
        new Label(this, SWT.NONE).setImage(new Icons(this, RunTexts.class).get("hint")); //$NON-NLS-1$
        text = new Label(this, SWT.WRAP);
        text.setData("orrery.id", "wizard.sample.text"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(text);
        button = new Button(this, SWT.PUSH);
        button.setData("orrery.id", "wizard.sample"); //$NON-NLS-1$ //$NON-NLS-2$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose.accept(offered)));
    }

    /** Says what is to be said of that request; the advice comes later, since the analysis is asked off this thread. */
    void show(AnalysisDescriptor analysis, RunRequest request) {
        long rows = request.inputs().values().stream().flatMap(List::stream).mapToLong(Dataset::rows).max().orElse(0);
        Optional<Long> sample = SampleSettings.rows(request.settings()).filter(asked -> asked < rows);
        if (sample.isPresent()) {
            offered = Optional.empty();
            show(NLS.bind(Messages.SampleBar_taken, new Object[] {Formats.count(sample.get()), Formats.count(rows), Long.toString(request.seed())}),
                    Messages.SampleBar_all);
            return;
        }
        show("", ""); //$NON-NLS-1$ //$NON-NLS-2$
        long room = SampleAdvice.room(request, (long) (memory.reading().liveMiB() * MEBIBYTE));
        Background.load(this, Messages.SampleBar_looking, () -> SampleAdvice.of(analysis, request.settings(), request.inputs(), room),
                advice -> advice.ifPresent(found -> {
                    offered = Optional.of(found.rows());
                    show(found.message(), NLS.bind(Messages.SampleBar_take, Formats.count(found.rows())));
                }));
    }

    private void show(String sentence, String action) {
        text.setText(sentence.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        button.setText(action);
        boolean seen = !sentence.isEmpty();
        ((GridData) getLayoutData()).exclude = !seen;
        setVisible(seen);
        getParent().layout(true, true);
    }
}
