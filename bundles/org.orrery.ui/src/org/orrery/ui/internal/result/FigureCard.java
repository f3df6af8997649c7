package org.orrery.ui.internal.result;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** One headline figure: its name small, its value large. */
public final class FigureCard extends Composite {
    private static final int MIN_WIDTH = 130;
    private static final int ARC = 8;
    private static final int BORDER_ALPHA = 70;

    public FigureCard(Composite parent, HeadlineFigure figure) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 2).applyTo(this);
        Label value = new Label(this, SWT.NONE);
        value.setFont(JFaceResources.getHeaderFont());
        value.setText(figure.value().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().hint(SWT.DEFAULT, SWT.DEFAULT).minSize(MIN_WIDTH, SWT.DEFAULT).grab(true, false).applyTo(value);
        Label name = new Label(this, SWT.NONE);
        name.setText(figure.label().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        setToolTipText(figure.name());
        addPaintListener(event -> {
            Rectangle area = getClientArea();
            event.gc.setAntialias(SWT.ON);
            // A faint line of the text colour is seen on light and dark.
            event.gc.setForeground(getForeground());
            event.gc.setAlpha(BORDER_ALPHA);
            event.gc.drawRoundRectangle(0, 0, area.width - 1, area.height - 1, ARC, ARC);
        });
    }
}
