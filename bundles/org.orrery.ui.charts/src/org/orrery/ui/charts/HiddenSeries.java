package org.orrery.ui.charts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.orrery.analysis.result.ChartSpec.Series;

/** Which series the user has taken out of a chart, by a click on the legend or a choice. */
final class HiddenSeries {
    private final Chart chart;
    private final Runnable changed;
    private final Set<String> names = new HashSet<>();

    /** @param changed told after a series was hidden or shown */
    HiddenSeries(Chart chart, Runnable changed) {
        this.chart = chart;
        this.changed = changed;
        ((Control) chart.getLegend()).addListener(SWT.MouseUp, this::clicked);
    }

    boolean contains(Series series) {
        return names.contains(series.name());
    }

    void clear() {
        names.clear();
    }

    void toggle(String name) {
        if (!names.remove(name)) {
            names.add(name);
        }
        changed.run();
    }

    private void clicked(Event event) {
        Arrays.stream(chart.getSeriesSet().getSeries()).filter(series -> series.isVisibleInLegend() && chart.getLegend().getBounds(series.getId()) != null
                && chart.getLegend().getBounds(series.getId()).contains(event.x, event.y)).map(ISeries::getDescription).findFirst().ifPresent(this::toggle);
    }
}
