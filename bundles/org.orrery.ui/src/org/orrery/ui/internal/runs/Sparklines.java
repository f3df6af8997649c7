package org.orrery.ui.internal.runs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.UnitProgress;
import org.orrery.jobs.Curve;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Background;

/** Small pictures of the longest series that a run has reported. Read when a row is first seen, of an ended run only once. */
final class Sparklines {
    private static final int POINTS = 60;
    private static final int MARGIN = 4;

    private final Control owner;
    private final Workspace workspace;
    private final Runnable changed;
    private final Map<Long, double[]> lines = new HashMap<>();
    private final Map<Long, Long> readAt = new HashMap<>();
    private final Set<Long> reading = new HashSet<>();

    Sparklines(Control owner, Workspace workspace, Runnable changed) {
        this.owner = owner;
        this.workspace = workspace;
        this.changed = changed;
    }

    void paint(GC gc, RunSummary run, Rectangle cell, boolean selected) {
        double[] line = lines.get(run.id());
        if (!Long.valueOf(version(run)).equals(readAt.get(run.id())) && reading.add(run.id())) {
            read(run);
        }
        if (line == null || line.length < 2) {
            return;
        }
        double low = Arrays.stream(line).min().orElse(0);
        double high = Arrays.stream(line).max().orElse(1);
        int width = cell.width - 2 * MARGIN;
        int height = cell.height - 2 * MARGIN;
        int[] path = new int[2 * line.length];
        for (int i = 0; i < line.length; i++) {
            path[2 * i] = cell.x + MARGIN + (int) Math.round(width * (double) i / (line.length - 1));
            path[2 * i + 1] = cell.y + MARGIN + (int) Math.round(high > low ? height * (high - line[i]) / (high - low) : height / 2.0);
        }
        Color before = gc.getForeground();
        gc.setAntialias(SWT.ON);
        gc.setForeground(owner.getDisplay().getSystemColor(selected ? SWT.COLOR_LIST_SELECTION_TEXT : SWT.COLOR_LINK_FOREGROUND));
        gc.drawPolyline(path);
        gc.setForeground(before);
    }

    /** Changes with the number of units done, so that a running run is read now and then. */
    private static long version(RunSummary run) {
        return run.units().done() * 2L + (run.state().ended() ? 1 : 0);
    }

    private void read(RunSummary run) {
        Background.load(owner, Messages.RunTable_name, () -> line(workspace.folders().curves(run.id())), line -> {
            lines.put(run.id(), line);
            done(run);
            changed.run();
        }, failure -> done(run));
    }

    private void done(RunSummary run) {
        readAt.put(run.id(), version(run));
        reading.remove(run.id());
    }

    static double[] line(List<Curve> curves) {
        Curve longest = null;
        // What the machine does is no trend of the work.
        for (Curve curve : curves.stream().filter(each -> !each.name().startsWith(UnitProgress.SYSTEM)).toList()) {
            if (longest == null || curve.values().length > longest.values().length) {
                longest = curve;
            }
        }
        if (longest == null) {
            return new double[0];
        }
        double[] values = Arrays.stream(longest.values()).filter(Double::isFinite).toArray();
        double[] line = new double[Math.min(POINTS, values.length)];
        for (int i = 0; i < line.length; i++) {
            line[i] = values[(int) ((long) i * (values.length - 1) / Math.max(1, line.length - 1))];
        }
        return line;
    }
}
