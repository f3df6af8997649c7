package org.orrery.ui.internal.notify;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The inside of a notice: the sentence, and the way to the run where it is about one. */
final class NoticeContent {
    private static final int WIDTH = 280;

    private NoticeContent() {
    }

    static Control of(Composite parent, String message, Optional<Runnable> open) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(body);
        body.setData("orrery.id", "notice"); //$NON-NLS-1$ //$NON-NLS-2$
        Label text = new Label(body, SWT.WRAP);
        text.setText(message);
        text.setData("orrery.id", "notice.text"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
        open.ifPresent(action -> link(body, action));
        return body;
    }

    private static void link(Composite body, Runnable open) {
        Link link = new Link(body, SWT.NONE);
        link.setText("<a>" + Messages.NoticeContent_open + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
        link.setData("orrery.id", "notice.open"); //$NON-NLS-1$ //$NON-NLS-2$
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            link.getShell().close();
            open.run();
        }));
    }
}
