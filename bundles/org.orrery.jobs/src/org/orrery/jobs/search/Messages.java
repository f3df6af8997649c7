package org.orrery.jobs.search;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Fields_has;
    public static String Fields_noOrder;
    public static String Fields_number;
    public static String Fields_state;
    public static String Fields_unknown;
    public static String Fields_yesNo;
    public static String SearchParser_bracket;
    public static String SearchParser_closing;
    public static String SearchParser_end;
    public static String SearchParser_field;
    public static String SearchParser_value;
    public static String Token_quote;
    public static String Token_sign;
    public static String Values_column;
    public static String Values_span;
    public static String Values_time;

    static {
        NLS.initializeMessages("org.orrery.jobs.search.messages", Messages.class);
    }

    private Messages() {
    }
}
