package org.orrery.ui.internal.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.ui.Background;
import org.orrery.ui.charts.ChartView;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;

/**
 * Small plots of the metrics that the user has pinned, one below the other beside the large one; none takes no room. Which these are is kept over
 * restarts.
 */
final class PinnedCharts extends Composite {
    /** Lower ones could not be read, in pixels. */
    private static final int LOWEST = 130;
    private static final int LARGE = 64;

    private final Map<String, ChartView> views = new LinkedHashMap<>();
    private final SashForm sash;
    private final Control large;
    private final String id;
    private List<String> metrics = WorkbenchPreferences.pinned();
    private List<ChartSpec> charts = List.of();
    private String shown = ""; //$NON-NLS-1$

    /**
     * @param large the plot in the same sash that has all the room while nothing is pinned
     * @param changed is called when other metrics were pinned in another editor
     */
    PinnedCharts(SashForm sash, Control large, String id, Runnable changed) {
        super(sash, SWT.NONE);
        this.sash = sash;
        this.large = large;
        this.id = id;
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        sash.setWeights(LARGE, 100 - LARGE);
        sash.setMaximizedControl(large);
        Display display = getDisplay();
        WorkbenchPreferences.followPinned(this, () -> Background.toUi(display, this, () -> {
            List<String> next = WorkbenchPreferences.pinned();
            if (!next.equals(metrics)) {
                metrics = next;
                changed.run();
            }
        }));
        sash.addListener(SWT.Resize, event -> show(charts, shown));
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
        WorkbenchPreferences.pin(metrics);
        Background.run(Messages.CurvesPane_pin, WorkbenchPreferences::rememberPinned);
    }

    /** Shows those of these charts that are pinned, but for the one that is on show anyway: as many as have room. */
    void show(List<ChartSpec> next, String large) {
        charts = next;
        shown = large;
        Map<String, ChartSpec> pinned = new LinkedHashMap<>();
        next.stream().filter(chart -> holds(chart.y().label()) && !chart.y().label().equals(large)).limit(Math.max(1, sash.getClientArea().height / LOWEST))
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
        sash.setMaximizedControl(views.isEmpty() ? large : null);
        layout();
    }
}
