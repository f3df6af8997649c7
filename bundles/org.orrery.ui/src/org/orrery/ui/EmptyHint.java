package org.orrery.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** What an empty part shows instead of nothing: a sentence, and what to do about it. */
public final class EmptyHint extends Composite {
    private static final int WIDTH = 300;
    private static final int NARROWEST = 100;
    private static final int MARGIN = 12;

    private final Label text;
    private final Composite content;

    /** @param message the sentence */
    public EmptyHint(Composite parent, String message) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(MARGIN, MARGIN).applyTo(this);
        setBackgroundMode(SWT.INHERIT_FORCE);
        content = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(content);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(content);
        text = new Label(content, SWT.WRAP | SWT.CENTER);
        text.setText(message);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        // In a narrow part it has more lines.
        addListener(SWT.Resize, event -> {
            ((GridData) text.getLayoutData()).widthHint = Math.clamp(getClientArea().width - 4 * MARGIN, NARROWEST, WIDTH);
            layout(true, true);
        });
    }

    /** Adds something the user can do now. */
    public EmptyHint action(String id, String label, Runnable action) {
        Link link = new Link(content, SWT.NONE);
        link.setText("<a>" + label + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
        link.setData("orrery.id", id); //$NON-NLS-1$
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(link);
        return this;
    }

    /** Whether what the user can do is offered. */
    public void offer(boolean actions) {
        for (Control child : content.getChildren()) {
            if (child instanceof Link) {
                child.setVisible(actions);
            }
        }
    }

    /** Another sentence. */
    public void message(String message) {
        if (!message.equals(text.getText())) {
            text.setText(message);
            layout(true, true);
        }
    }
}
