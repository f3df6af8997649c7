package org.orrery.ui.internal.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.Names;
import org.orrery.analysis.result.ResultTable;
import org.orrery.jobs.Curve;
import org.orrery.jobs.CurveBook;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.Workspace;
import org.orrery.jobs.document.SeriesTable;
import org.orrery.ui.Background;
import org.orrery.ui.Throttler;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.internal.preferences.WorkbenchPreferences;
import org.orrery.ui.internal.result.CurveAlerts;
import org.orrery.ui.internal.result.CurveCharts;
import org.orrery.ui.internal.result.CurvesPane;
import org.orrery.ui.internal.result.TableSaving;

/**
 * What the units report while they work: losses, scores, anything with a step. What is stored is read once; from then on it is heard, and
 * drawn at most ten times a second while the page is in sight.
 */
final class MetricsPage implements RunPage {
    private static final int LOOK_MS = 1_000;
    private static final int READ_AGAIN = 3;

    private final Workspace workspace;
    private final ChartExport export;
    private final TableSaving saving;
    private final BiConsumer<String, Instant> toLog;
    private final CurveBook book = new CurveBook();
    private final Ear ear = new Ear();
    private CurvesPane pane;
    private Names names = Names.NONE;
    private Throttler drawing;
    private volatile long run;
    private volatile boolean ended;
    private boolean read;
    private boolean complete;
    private int looks;

    /** @param toLog shows what a unit said last before a moment */
    MetricsPage(Workspace workspace, ChartExport export, TableSaving saving, BiConsumer<String, Instant> toLog) {
        this.workspace = workspace;
        this.saving = saving;
        this.export = export;
        this.toLog = toLog;
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
        // A curve has whole microseconds: the line that was read for the value may stand within the same one.
        pane.onLog((curve, point) -> toLog.accept(curve.curve().unit(),
                Instant.EPOCH.plus(curve.curve().micros()[point] + 1, ChronoUnit.MICROS).minusNanos(1)));
        pane.action("run.metrics.export", Messages.MetricsPage_export, Messages.MetricsPage_exportTip, this::save); //$NON-NLS-1$
        drawing = new Throttler(pane, Throttler.INTERVAL_MS, this::draw);
        workspace.runs().addListener(ear);
        pane.addDisposeListener(event -> workspace.runs().removeListener(ear));
        pane.getDisplay().timerExec(LOOK_MS, this::look);
        return pane;
    }

    @Override
    public void show(RunContent content) {
        run = content.summary().id();
        names = content.names();
        ended = content.summary().state().ended();
        complete &= ended;
        // Read again at the end: a run of a process of its own is not heard.
        if (!read || ended && !complete) {
            read = true;
            load();
        }
    }

    private void load() {
        boolean last = ended;
        long id = run;
        Background.load(pane, Messages.MetricsPage_title, () -> {
            book.stored(workspace.folders().curves(id));
            return book;
        }, curves -> {
            complete = last;
            draw();
        }, failure -> read = false);
    }

    /** Every value, not only those that a picture needs. */
    private void save() {
        Background.load(pane, Messages.MetricsPage_export, () -> SeriesTable.of(workspace.folders().open(run).metrics()),
                table -> saving.export(pane.getShell(), ResultTable.of("metrics", Messages.MetricsPage_table, table))); //$NON-NLS-1$
    }

    /** What belongs to no unit is of the process that the run is in. */
    private String label(Curve curve) {
        return curve.unit().isEmpty() ? Messages.MetricsPage_process : names.unit(curve.unit());
    }

    private void draw() {
        List<Curve> curves = book.curves();
        if (pane.isVisible()) {
            pane.show(curves.stream().map(curve -> new CurveCharts.Labelled(run, label(curve), curve)).toList());
        }
        pane.alert(CurveAlerts.of(curves, !ended, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()),
                TimeUnit.SECONDS.toMicros(WorkbenchPreferences.silence())));
    }

    /** A silence makes no event, and a page that comes into sight has missed some. */
    private void look() {
        if (!pane.isDisposed()) {
            if (!ended) {
                draw();
            }
            if (read && !ended && ++looks == READ_AGAIN) {
                // What was reported before this page listened and was not yet written when it read is there by now.
                load();
            }
            pane.getDisplay().timerExec(LOOK_MS, this::look);
        }
    }

    private final class Ear implements RunListener {
        @Override
        public void series(RunSeries series) {
            if (series.run() == run && !series.metrics().isEmpty()) {
                book.add(series);
                drawing.request();
            }
        }
    }
}
