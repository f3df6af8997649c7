package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.ui.Background;
import org.orrery.ui.charts.ChartView;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/** Small plots of the metrics that the user has pinned, side by side; none takes no room. Which these are is kept over restarts. */
final class PinnedCharts extends Composite {
    private static final int HEIGHT = 170;
    private static final int MOST = 4;

    private final Map<String, ChartView> views = new LinkedHashMap<>();
    private final String id;
    private List<String> metrics = WorkbenchPreferences.pinned();

    PinnedCharts(Composite parent, String id) {
        super(parent, SWT.NONE);
        this.id = id;
        GridLayoutFactory.fillDefaults().equalWidth(true).spacing(4, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, HEIGHT).exclude(true).applyTo(this);
        setVisible(false);
    }

    boolean holds(String metric) {
        return metrics.contains(metric);
    }

    /** Pins a metric, or takes it away. */
    void toggle(String metric) {
        List<String> next = new ArrayList<>(metrics);
        if (!next.remove(metric)) {
            next.add(metric);
        }
        metrics = List.copyOf(next);
        Background.run(Messages.CurvesPane_pin, () -> WorkbenchPreferences.rememberPinned(next));
    }

    /** Shows those of these charts that are pinned, but for the one that is on show anyway. */
    void show(List<ChartSpec> charts, String shown) {
        Map<String, ChartSpec> pinned = new LinkedHashMap<>();
        charts.stream().filter(chart -> holds(chart.y().label()) && !chart.y().label().equals(shown)).limit(MOST)
                .forEach(chart -> pinned.put(chart.y().label(), chart));
        if (!List.copyOf(pinned.keySet()).equals(List.copyOf(views.keySet()))) {
            arrange(pinned);
        }
        pinned.forEach((metric, chart) -> views.get(metric).setChart(chart));
    }

    private void arrange(Map<String, ChartSpec> pinned) {
        views.values().forEach(ChartView::dispose);
        views.clear();
        for (String metric : pinned.keySet()) {
            ChartView view = new ChartView(this, SWT.NONE);
            view.setData("orrery.id", id + '.' + metric); //$NON-NLS-1$
            GridDataFactory.fillDefaults().grab(true, true).applyTo(view);
            views.put(metric, view);
        }
        ((GridLayout) getLayout()).numColumns = Math.max(1, views.size());
        ((GridData) getLayoutData()).exclude = views.isEmpty();
        setVisible(!views.isEmpty());
        layout();
        getParent().layout();
    }
}
