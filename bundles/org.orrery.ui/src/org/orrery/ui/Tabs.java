package org.orrery.ui;

import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;

/** The pages inside of an editor or view: all look the same. */
public final class Tabs {
    private Tabs() {
    }

    /** A folder without pages, whose tabs leave their titles room. In lower ones the list of those that have no room is not shown. */
    public static CTabFolder in(Composite parent, String id) {
        CTabFolder tabs = new CTabFolder(parent, SWT.TOP | SWT.FLAT);
        tabs.setData("orrery.id", id); //$NON-NLS-1$
        tabs.setTabHeight(new PixelConverter(tabs).convertHeightInCharsToPixels(1) * 2);
        return tabs;
    }
}
