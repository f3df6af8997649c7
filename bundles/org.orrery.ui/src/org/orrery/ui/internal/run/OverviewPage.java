package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.Warning;
import org.orrery.analysis.sample.SampleSettings;
import org.orrery.data.Dataset;
import org.orrery.jobs.RunException;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Formats;
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;
import org.orrery.ui.internal.result.FigureCard;
import org.orrery.ui.internal.result.HeadlineFigure;

/** What matters first: the error, warnings, headline figures, findings, and what was run on what. */
final class OverviewPage implements RunPage {
    private static final int TEXT_WIDTH = 640;
    private static final int CARDS = 6;
    private static final int LINE_SPACING = 5;
    private static final int GAP = 24;
    private static final int ICON = 24;

    private final Consumer<RunContent> allRows;
    private final Consumer<RunContent> dropLate;
    private ScrolledComposite scroll;
    private Composite content;
    private Icons icons;
    private List<?> shown = List.of();

    /**
     * @param allRows does a run that used a sample again on all rows
     * @param dropLate throws away what units left that ended after their run
     */
    OverviewPage(Consumer<RunContent> allRows, Consumer<RunContent> dropLate) {
        this.allRows = allRows;
        this.dropLate = dropLate;
    }

    @Override
    public String id() {
        return "run.overview"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.OverviewPage_title;
    }

    @Override
    public Control create(Composite parent) {
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        icons = new Icons(scroll, RunTexts.class);
        content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(0, 6).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit());
        return scroll;
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        Point size = content.computeSize(width, SWT.DEFAULT);
        scroll.setMinSize(Math.min(size.x, width), size.y);
    }

    @Override
    public void show(RunContent run) {
        Result result = run.result().orElse(Result.EMPTY);
        List<?> next = List.of(result.figures(), result.findings(), result.warnings(), run.stored().error(), facts(run),
                run.summary().state(), run.stored().late());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        content.setRedraw(false);
        for (Control child : content.getChildren()) {
            child.dispose();
        }
        run.stored().error().map(RunException.Problem::message).ifPresent(message -> note("state_failed", message)); //$NON-NLS-1$
        if (run.result().isEmpty()) {
            note("state_queued", run.summary().state().ended() ? Messages.OverviewPage_noResult : Messages.OverviewPage_waiting); //$NON-NLS-1$
        }
        late(run);
        section(Messages.OverviewPage_warnings, result.warnings().size());
        for (Warning warning : result.warnings()) {
            note("warning", warning.message()); //$NON-NLS-1$
            if (warning.code().equals(SampleSettings.SETTING)) {
                onAllRows(run);
            }
        }
        section(Messages.OverviewPage_findings, result.findings().size());
        result.findings().stream().map(Finding::message).forEach(message -> note("finding", message)); //$NON-NLS-1$
        List<HeadlineFigure> figures = HeadlineFigure.of(result, run.names());
        section(Messages.OverviewPage_figures, figures.size());
        cards(figures.subList(0, Math.min(CARDS, figures.size())));
        pairs(figures.stream().skip(CARDS).<String>mapMulti((figure, pair) -> {
            pair.accept(figure.label());
            pair.accept(figure.value());
        }).toList());
        section(Messages.OverviewPage_facts, 1);
        pairs(facts(run));
        content.layout(true, true);
        content.setRedraw(true);
        fit();
    }

    private void section(String title, int entries) {
        if (entries > 0) {
            Label label = new Label(content, SWT.NONE);
            label.setText(title);
            label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            GridDataFactory.fillDefaults().indent(0, content.getChildren().length > 1 ? 12 : 0).applyTo(label);
        }
    }

    private void note(String icon, String message) {
        Composite row = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Label image = new Label(row, SWT.NONE);
        image.setImage(icons.get(icon));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(image);
        Label text = new Label(row, SWT.WRAP);
        text.setText(message.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(text);
    }

    /** What a resume takes in can be thrown away before. */
    private void late(RunContent run) {
        if (!run.stored().late().isEmpty() && run.summary().state().ended()) {
            String units = run.stored().late().stream().map(late -> run.names().unit(late.unit())).collect(Collectors.joining(", ")); //$NON-NLS-1$
            note("state_queued", NLS.bind(Messages.OverviewPage_late, units)); //$NON-NLS-1$
            link("run.dropLate", Messages.OverviewPage_dropLate, () -> dropLate.accept(run)); //$NON-NLS-1$
        }
    }

    /** What was found out on a sample is done on all rows by one click. */
    private void onAllRows(RunContent run) {
        link("run.allRows", Messages.OverviewPage_allRows, () -> allRows.accept(run)); //$NON-NLS-1$
    }

    private void link(String id, String text, Runnable action) {
        Link link = new Link(content, SWT.NONE);
        link.setText("<a>" + text + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
        link.setData("orrery.id", id); //$NON-NLS-1$
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        GridDataFactory.fillDefaults().indent(ICON, 0).applyTo(link);
    }

    private void cards(List<HeadlineFigure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        Composite row = new Composite(content, SWT.NONE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.spacing = 10;
        layout.marginLeft = 0;
        layout.wrap = true;
        layout.pack = true;
        row.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(row);
        figures.forEach(figure -> new FigureCard(row, figure));
    }

    private static List<String> facts(RunContent run) {
        List<String> facts = new ArrayList<>();
        fact(facts, Messages.OverviewPage_analysis, NLS.bind(Messages.OverviewPage_version, run.analysisName(),
                run.stored().analysisVersion()));
        run.stored().request().inputs().forEach((name, datasets) -> datasets.forEach(dataset -> fact(facts,
                Messages.OverviewPage_dataset, dataset(dataset))));
        fact(facts, Messages.OverviewPage_seed, Long.toString(run.stored().request().seed()));
        fact(facts, Messages.OverviewPage_submitted, Formats.instant(run.summary().submitted()));
        run.summary().finished().ifPresent(end -> fact(facts, Messages.OverviewPage_finished, Formats.instant(end)));
        fact(facts, Messages.OverviewPage_folder, run.stored().folder().toString());
        return facts;
    }

    private static String dataset(Dataset dataset) {
        return NLS.bind(Messages.OverviewPage_size, new Object[] {dataset.name(), Formats.count(dataset.rows()), dataset.schema().size(),
                dataset.source()});
    }

    private static void fact(List<String> facts, String label, String value) {
        facts.add(label);
        facts.add(value);
    }

    private void pairs(List<String> facts) {
        if (facts.isEmpty()) {
            return;
        }
        // One text for all: it can be copied, and is made in a moment.
        StyledText table = new StyledText(content, SWT.READ_ONLY | SWT.MULTI);
        table.setCaret(null);
        table.setLineSpacing(LINE_SPACING);
        // Themes give such a text the ground of a field; this one stands on the page.
        table.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        table.setBackground(content.getBackground());
        table.setForeground(content.getForeground());
        Accessibility.name(table, Messages.OverviewPage_facts);
        StringBuilder text = new StringBuilder();
        int widest = 0;
        GC gc = new GC(table);
        try {
            for (int i = 0; i < facts.size(); i += 2) {
                widest = Math.max(widest, gc.textExtent(facts.get(i)).x);
                text.append(i == 0 ? "" : "\n").append(facts.get(i)).append('\t').append(facts.get(i + 1)); //$NON-NLS-1$ //$NON-NLS-2$
            }
        } finally {
            gc.dispose();
        }
        table.setTabStops(new int[] {widest + GAP});
        table.setText(text.toString());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
    }
}
