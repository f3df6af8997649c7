package org.orrery.ui.charts;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ChartMenu_back;
    public static String ChartMenu_copy;
    public static String ChartMenu_reset;
    public static String ChartMenu_save;
    public static String ChartView_name;
    public static String ChartView_noChart;
    public static String ParallelPlot_name;
    public static String ParallelPlot_part;
    public static String ParallelPlot_passing;
    public static String ParallelPlot_value;
    public static String PointTip_text;
    public static String PointTip_unnamed;
    public static String PointTip_value;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
