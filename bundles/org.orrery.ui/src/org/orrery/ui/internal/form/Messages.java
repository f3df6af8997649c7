package org.orrery.ui.internal.form;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String Columns_label;
    public static String ComboField_another;
    public static String ComboField_choose;
    public static String ComboField_find;
    public static String ComboField_none;
    public static String RecordListField_add;
    public static String RecordListField_down;
    public static String RecordListField_edit;
    public static String RecordListField_remove;
    public static String RecordListField_up;
    public static String SettingsForm_advanced;
    public static String TextField_list;
    public static String TextField_none;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.form.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
