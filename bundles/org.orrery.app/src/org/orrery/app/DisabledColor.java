package org.orrery.app;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.ControlElement;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.w3c.dom.css.CSSValue;

/**
 * The property <code>orrery-disabled-color</code> of style sheets: the colour of the text of a push button that cannot be pressed. GTK draws a colour
 * that was given to a button in every state, so that under a theme that gives one nobody sees which buttons are of use.
 */
public final class DisabledColor implements ICSSPropertyHandler {
    private static final String GTK = "gtk"; //$NON-NLS-1$
    private static final String KEY = "orrery.disabledColor"; //$NON-NLS-1$

    @Override
    public boolean applyCSSProperty(Object element, String property, CSSValue value, String pseudo, CSSEngine engine) throws Exception {
        if (GTK.equals(SWT.getPlatform()) && element instanceof ControlElement control && control.getNativeWidget() instanceof Button button
                && (button.getStyle() & (SWT.PUSH | SWT.TOGGLE)) != 0 && button.getData(KEY) == null
                && engine.convert(value, Color.class, button.getDisplay()) instanceof Color color) {
            button.setData(KEY, color);
            // Nothing tells that a control was enabled or disabled, but it is painted anew.
            button.addListener(SWT.Paint, new Dimmer(button, color));
        }
        return true;
    }

    private static final class Dimmer implements Listener {
        private final Button button;
        private final Color dim;
        private Color own;

        Dimmer(Button button, Color dim) {
            this.button = button;
            this.dim = dim;
        }

        @Override
        public void handleEvent(Event event) {
            boolean dimmed = dim.equals(button.getForeground());
            if (button.isEnabled() && dimmed) {
                button.setForeground(own);
            } else if (!button.isEnabled() && !dimmed) {
                own = button.getForeground();
                button.setForeground(dim);
            }
        }
    }
}
