package org.orrery.ui.internal.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Scale;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.jobs.Curve;
import org.orrery.ui.Accessibility;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Formats;
import org.orrery.ui.charts.ChartExport;
import org.orrery.ui.charts.ChartPoint;

/** Curves of one run or of several: which, how smooth, on which scale. */
public final class CurvesPane extends Composite {
    private static final int SCALE = 100;

    private final EmptyHint hint;
    private final Composite body;
    private final Composite bar;
    private final Combo metric;
    private final Button pin;
    private final PinnedCharts pinned;
    private final Scale smoothing;
    private final Button logarithmic;
    private final Button logarithmicX;
    private final Button range;
    private final Button outliers;
    private final Combo across;
    private final Label alerts;
    private final Link where;
    private final ChartPane chart;
    private Optional<ObjIntConsumer<CurveCharts.Labelled>> log = Optional.empty();
    private Runnable toLog = () -> { };
    private boolean picked;
    private List<CurveCharts.Labelled> curves = List.of();
    private List<ChartSpec> charts = List.of();

    public CurvesPane(Composite parent, String id, ChartExport export, String nothing) {
        super(parent, SWT.NONE);
        setLayout(new StackLayout());
        hint = new EmptyHint(this, nothing);
        body = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        bar = new Composite(body, SWT.NONE);
        // Where there is little room, what comes last goes to the next line.
        RowLayoutFactory.fillDefaults().wrap(true).center(true).extendedMargins(6, 6, 4, 2).spacing(8).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.CurvesPane_metric);
        metric = new Combo(bar, SWT.READ_ONLY);
        metric.setData("orrery.id", id + ".metric"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(metric, Messages.CurvesPane_metric);
        metric.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            picked = true;
            draw();
        }));
        pin = new Button(bar, SWT.CHECK);
        pin.setText(Messages.CurvesPane_pin);
        pin.setToolTipText(Messages.CurvesPane_pinTip);
        pin.setData("orrery.id", id + ".pin"); //$NON-NLS-1$ //$NON-NLS-2$
        pin.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> pin()));
        new Label(bar, SWT.NONE).setText(Messages.CurvesPane_smoothing);
        smoothing = new Scale(bar, SWT.HORIZONTAL);
        smoothing.setMaximum(SCALE - 1);
        smoothing.setData("orrery.id", id + ".smoothing"); //$NON-NLS-1$ //$NON-NLS-2$
        smoothing.setToolTipText(Messages.CurvesPane_smoothingTip);
        Accessibility.name(smoothing, Messages.CurvesPane_smoothing);
        smoothing.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        smoothing.setLayoutData(new RowData(140, SWT.DEFAULT));
        range = check(bar, id + ".range", Messages.CurvesPane_range, Messages.CurvesPane_rangeTip, true); //$NON-NLS-1$
        logarithmic = check(bar, id + ".logarithmic", Messages.CurvesPane_logarithmic, Messages.CurvesPane_logarithmicTip, false); //$NON-NLS-1$
        logarithmicX = check(bar, id + ".logarithmicX", Messages.CurvesPane_logarithmicX, Messages.CurvesPane_logarithmicXTip, false); //$NON-NLS-1$
        outliers = check(bar, id + ".outliers", Messages.CurvesPane_outliers, Messages.CurvesPane_outliersTip, true); //$NON-NLS-1$
        across = new Combo(bar, SWT.READ_ONLY);
        across.setItems(Messages.CurvesPane_step, Messages.CurvesPane_relative, Messages.CurvesPane_wall);
        across.select(0);
        across.setData("orrery.id", id + ".across"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(across, Messages.CurvesPane_across);
        across.setToolTipText(Messages.CurvesPane_across);
        across.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        alerts = new Label(body, SWT.WRAP);
        alerts.setData("orrery.id", id + ".alerts"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).exclude(true).applyTo(alerts);
        where = new Link(body, SWT.NONE);
        where.setVisible(false);
        where.setData("orrery.id", id + ".where"); //$NON-NLS-1$ //$NON-NLS-2$
        where.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> toLog.run()));
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).exclude(true).applyTo(where);
        SashForm plots = new SashForm(body, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(plots);
        chart = new ChartPane(plots, id + ".chart", export); //$NON-NLS-1$
        chart.onPoint(this::chosen);
        pinned = new PinnedCharts(plots, chart, id + ".pinned", this::refresh); //$NON-NLS-1$
        ((StackLayout) getLayout()).topControl = hint;
    }

    private Button check(Composite bar, String id, String text, String tip, boolean on) {
        Button check = new Button(bar, SWT.CHECK);
        check.setText(text);
        check.setToolTipText(tip);
        check.setSelection(on);
        check.setData("orrery.id", id); //$NON-NLS-1$
        check.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        return check;
    }

    /** What a person should look at; empty for nothing. */
    public void alert(List<CurveAlerts.Alert> next) {
        String text = String.join("  ", next.stream().limit(3).map(CurveAlerts.Alert::message).toList()); //$NON-NLS-1$
        if (!text.equals(alerts.getText())) {
            alerts.setText(text);
            ((GridData) alerts.getLayoutData()).exclude = text.isEmpty();
            alerts.setVisible(!text.isEmpty());
            body.layout();
        }
    }

    /** Offers to do something with the curves, at the end of the bar. */
    public void action(String id, String text, String tip, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.setData("orrery.id", id); //$NON-NLS-1$
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
    }

    /** Names who shows what was said when a value was reported: told of the curve and of the place in it. */
    public void onLog(ObjIntConsumer<CurveCharts.Labelled> listener) {
        log = Optional.of(listener);
    }

    /** Says what a point is that was clicked, and offers the way to the log. */
    private void chosen(ChartPoint point) {
        for (CurveCharts.Labelled curve : curves) {
            int place = curve.curve().name().equals(metric.getText()) && curve.label().equals(point.series().name())
                    ? CurveCharts.place(curve, point.x(), curves, view()) : -1;
            if (place >= 0) {
                Curve values = curve.curve();
                toLog = () -> log.ifPresent(listener -> listener.accept(curve, place));
                String told = NLS.bind(Messages.CurvesPane_where, new Object[] {values.name(), Formats.number(values.values()[place]),
                        Formats.count(values.steps()[place]), Formats.time(Instant.EPOCH.plus(values.micros()[place], ChronoUnit.MICROS))});
                where.setText(told.replace("&", "&&") + (log.isPresent() ? "  <a>" + Messages.CurvesPane_toLog + "</a>" : "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
                ((GridData) where.getLayoutData()).exclude = false;
                where.setVisible(true);
                body.layout();
                return;
            }
        }
    }

    private CurveView view() {
        return new CurveView(CurveView.Across.values()[across.getSelectionIndex()], (double) smoothing.getSelection() / SCALE,
                logarithmicX.getSelection(), logarithmic.getSelection(), range.getSelection(), outliers.getSelection());
    }

    public void show(List<CurveCharts.Labelled> next) {
        curves = next;
        refresh();
    }

    private void refresh() {
        charts = CurveCharts.of(curves, view()).stream().sorted(Comparator.comparing(one -> !pinned.holds(one.y().label()))).toList();
        String[] names = charts.stream().map(one -> one.y().label()).toArray(String[]::new);
        if (!java.util.Arrays.equals(names, metric.getItems())) {
            String chosen = picked ? metric.getText() : ""; //$NON-NLS-1$
            metric.setItems(names);
            metric.select(Math.max(0, metric.indexOf(chosen)));
            body.layout(true, true);
        }
        StackLayout layout = (StackLayout) getLayout();
        layout.topControl = charts.isEmpty() ? hint : body;
        layout();
        draw();
    }

    /** The pinned ones come first, and stay in sight beside any other. */
    private void pin() {
        picked = true;
        pinned.toggle(metric.getText());
        refresh();
    }

    private void draw() {
        int index = metric.getSelectionIndex();
        if (index >= 0 && index < charts.size()) {
            chart.show(charts.get(index));
            pin.setSelection(pinned.holds(metric.getText()));
            pinned.show(charts, metric.getText());
        }
    }
}
