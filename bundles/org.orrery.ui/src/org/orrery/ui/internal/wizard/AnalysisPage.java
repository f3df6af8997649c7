package org.orrery.ui.internal.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.internal.AnalysisIcons;

/** Which analysis. */
final class AnalysisPage extends WizardPage {
    private final RunDraft draft;
    private final AnalysisCatalog catalog;
    private List<AnalysisDescriptor> analyses = List.of();
    private AnalysisIcons icons;
    private Table table;
    private Label description;

    AnalysisPage(RunDraft draft, AnalysisCatalog catalog) {
        super("analysis"); //$NON-NLS-1$
        this.draft = draft;
        this.catalog = catalog;
        setTitle(Messages.AnalysisPage_title);
        setDescription(Messages.AnalysisPage_description);
        setPageComplete(false);
    }

    @Override
    public IWizardPage getNextPage() {
        IWizardPage next = super.getNextPage();
        if (draft.inputsKnown() && next != null) {
            draft.takeOffered();
            return getWizard().getNextPage(next);
        }
        return next;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            fill();
        }
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(area);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new Table(sash, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        table.setData("orrery.id", "wizard.analyses"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.AnalysisPage_title);
        Composite side = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 6).applyTo(side);
        description = new Label(side, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, true).hint(220, SWT.DEFAULT).applyTo(description);
        sash.setWeights(50, 50);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose((AnalysisDescriptor) event.item.getData())));
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> getContainer().showPage(getNextPage())));
        setControl(area);
        icons = new AnalysisIcons(table);
        Background.load(table, Messages.AnalysisPage_title, catalog::analyses, found -> {
            analyses = found;
            fill();
        });
    }

    /** Those that fit the data first; the others stay in sight, in grey, with the reason. */
    private void fill() {
        table.removeAll();
        List<AnalysisDescriptor> order = new ArrayList<>(analyses);
        order.sort(Comparator.<AnalysisDescriptor, Boolean>comparing(analysis -> draft.offered().isPresent() && !Fit.fits(analysis, draft.offered().get()))
                .thenComparing(Fit.byNeed()));
        for (AnalysisDescriptor analysis : order) {
            TableItem item = new TableItem(table, SWT.NONE);
            boolean fits = draft.offered().map(dataset -> Fit.fits(analysis, dataset)).orElse(true);
            item.setText(fits ? analysis.name() : NLS.bind(Messages.AnalysisPage_unfit, analysis.name()));
            if (!fits) {
                item.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
            }
            item.setImage(icons.of(analysis));
            item.setData(analysis);
        }
        AnalysisDescriptor chosen = draft.analysis().filter(order::contains).orElse(order.isEmpty() ? null : order.get(0));
        if (chosen != null) {
            table.select(order.indexOf(chosen));
            choose(chosen);
        }
    }

    private void choose(AnalysisDescriptor analysis) {
        draft.analysis(analysis);
        boolean fits = draft.offered().map(dataset -> Fit.fits(analysis, dataset)).orElse(true);
        String text = draft.offered().map(dataset -> analysis.description() + "\n\n" + Fit.reason(analysis, dataset)).orElse(analysis.description()); //$NON-NLS-1$
        description.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        description.getParent().layout();
        setPageComplete(fits);
    }
}
