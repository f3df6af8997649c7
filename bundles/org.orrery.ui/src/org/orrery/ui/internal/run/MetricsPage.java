package org.orrery.ui.internal.run;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.jobs.Curve;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.result.CurveCharts;
import org.orrery.ui.internal.result.CurvesPane;

/** What the units report while they work: losses, scores, anything with a step. */
final class MetricsPage implements RunPage {
    private static final long INTERVAL_NS = 1_000_000_000L;

    private final Workspace workspace;
    private final ChartExport export;
    private CurvesPane pane;
    private boolean reading;
    private boolean complete;
    private long read;

    MetricsPage(Workspace workspace, ChartExport export) {
        this.workspace = workspace;
        this.export = export;
    }

    @Override
    public String id() {
        return "run.metrics"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.MetricsPage_title;
    }

    @Override
    public Control create(Composite parent) {
        pane = new CurvesPane(parent, id(), export, Messages.MetricsPage_none);
        return pane;
    }

    @Override
    public void show(RunContent content) {
        boolean ended = content.summary().state().ended();
        complete &= ended;
        if (reading || complete || System.nanoTime() - read < INTERVAL_NS && read != 0 && !ended) {
            return;
        }
        reading = true;
        long run = content.summary().id();
        Background.load(pane, Messages.MetricsPage_title, () -> workspace.folders().curves(run), curves -> {
            show(run, curves);
            reading = false;
            complete = ended;
            read = System.nanoTime();
        }, failure -> reading = false);
    }

    private void show(long run, List<Curve> curves) {
        pane.show(curves.stream().map(curve -> new CurveCharts.Labelled(run, curve.unit(), curve)).toList());
    }
}
