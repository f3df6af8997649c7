package org.orrery.ui.internal.result;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ChartModel_series;
    public static String ChartPane_all;
    public static String ChartPane_back;
    public static String ChartPane_copy;
    public static String ChartPane_in;
    public static String ChartPane_inTable;
    public static String ChartPane_out;
    public static String ChartPane_pass;
    public static String ChartPane_points;
    public static String ChartPane_save;
    public static String ChartPane_saveAs;
    public static String ChartPane_saveTip;
    public static String ChartPane_series;
    public static String ChartPane_seriesTip;
    public static String ChartPane_table;
    public static String ChartPane_tableLabel;
    public static String ChartPane_tools;
    public static String ChartSaving_save;
    public static String CurveAlerts_notANumber;
    public static String CurveAlerts_stalled;
    public static String CurveCharts_range;
    public static String CurveCharts_relative;
    public static String CurveCharts_some;
    public static String CurveCharts_step;
    public static String CurveCharts_wall;
    public static String CurvesPane_across;
    public static String CurvesPane_logarithmic;
    public static String CurvesPane_logarithmicTip;
    public static String CurvesPane_logarithmicX;
    public static String CurvesPane_logarithmicXTip;
    public static String CurvesPane_metric;
    public static String CurvesPane_outliers;
    public static String CurvesPane_outliersTip;
    public static String CurvesPane_pin;
    public static String CurvesPane_pinTip;
    public static String CurvesPane_range;
    public static String CurvesPane_rangeTip;
    public static String CurvesPane_relative;
    public static String CurvesPane_smoothing;
    public static String CurvesPane_smoothingTip;
    public static String CurvesPane_step;
    public static String CurvesPane_toLog;
    public static String CurvesPane_wall;
    public static String CurvesPane_where;
    public static String FilterBar_actions;
    public static String FilterBar_message;
    public static String Groups_mean;
    public static String Groups_rows;
    public static String Groups_sum;
    public static String Groups_tooMany;
    public static String HeadlineFigure_spread;
    public static String ResultGrid_cell;
    public static String ResultGrid_copy;
    public static String ResultGrid_copyTip;
    public static String ResultGrid_dataset;
    public static String ResultGrid_datasetTip;
    public static String ResultGrid_export;
    public static String ResultGrid_exportTip;
    public static String ResultGrid_failed;
    public static String ResultGrid_filtered;
    public static String ResultGrid_groupBy;
    public static String ResultGrid_grouping;
    public static String ResultGrid_groups;
    public static String ResultGrid_reading;
    public static String ResultGrid_rows;
    public static String ResultGrid_rowsBehind;
    public static String ResultGrid_showData;
    public static String ResultGrid_transpose;
    public static String ResultGrid_transposeTip;
    public static String ResultGrid_ungroup;
    public static String TableSaving_csv;
    public static String TableSaving_dataset;
    public static String TableSaving_export;
    public static String TableSaving_latex;
    public static String TableSaving_made;
    public static String TableSaving_parquet;
    public static String TableSaving_tsv;
    public static String TableSaving_xlsx;

    static {
        NLS.initializeMessages("org.orrery.ui.internal.result.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
