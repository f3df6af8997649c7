package org.orrery.ui.internal.result;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.ChartSpec.Axis;
import org.orrery.ui.Formats;
import org.orrery.ui.GridModel;
import org.orrery.ui.charts.ChartPoint;

/** A chart as rows: the same for those who cannot see it, or want the numbers. */
public abstract class ChartModel implements GridModel {
    /** The rows of a chart: of parallel coordinates one for each line, else one for each point. */
    public static ChartModel of(ChartSpec chart) {
        return chart.kind() == ChartSpec.Kind.PARALLEL ? new CaseModel(chart) : new PointModel(chart);
    }

    /** The row of a point; −1 when it is none of this chart. */
    public abstract int rowOf(ChartPoint point);

    /** The point of a row; of a line the last. */
    public abstract ChartPoint point(int row);

    static GridColumn column(Axis axis) {
        return new GridColumn(axis.label(), "", axis.categories().isEmpty()); //$NON-NLS-1$
    }

    static String text(Axis axis, double value) {
        int name = (int) Math.round(value);
        return name >= 0 && name < axis.categories().size() ? axis.categories().get(name) : Formats.number(value);
    }
}
