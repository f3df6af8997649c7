package org.orrery.ui.internal.notify;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** The inside of a notice: the sentence, and the way to the run. */
final class NoticeContent {
    private static final int WIDTH = 280;

    private NoticeContent() {
    }

    static Control of(Composite parent, Notice notice, Runnable open) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(body);
        body.setData("orrery.id", "notice"); //$NON-NLS-1$ //$NON-NLS-2$
        Label text = new Label(body, SWT.WRAP);
        text.setText(notice.message());
        text.setData("orrery.id", "notice.text"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(text);
        Link link = new Link(body, SWT.NONE);
        link.setText("<a>" + Messages.NoticeContent_open + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
        link.setData("orrery.id", "notice.open"); //$NON-NLS-1$ //$NON-NLS-2$
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            link.getShell().close();
            open.run();
        }));
        return body;
    }
}
