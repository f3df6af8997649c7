package org.orrery.report.chart;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String ChartDescription_across;
    public static String ChartDescription_bar;
    public static String ChartDescription_chart;
    public static String ChartDescription_contour;
    public static String ChartDescription_line;
    public static String ChartDescription_over;
    public static String ChartDescription_parallel;
    public static String ChartDescription_scatter;
    public static String ChartDescription_series;
    public static String ChartDescription_step;
    public static String ChartLayout_empty;
    public static String LegendLayout_more;
    public static String PngChartRenderer_noFont;
    public static String VectorPage_noFont;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
