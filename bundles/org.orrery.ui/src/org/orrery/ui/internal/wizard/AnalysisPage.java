package org.orrery.ui.internal.wizard;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
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
import org.orrery.ui.Icons;
import org.orrery.ui.RunTexts;

/** Which analysis. */
final class AnalysisPage extends WizardPage {
    private final RunDraft draft;
    private final AnalysisCatalog catalog;
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
    public void createControl(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
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
        setControl(sash);
        Background.load(table, Messages.AnalysisPage_title, catalog::analyses, this::fill);
    }

    private void fill(List<AnalysisDescriptor> analyses) {
        Icons icons = new Icons(table, RunTexts.class);
        for (AnalysisDescriptor analysis : analyses) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(analysis.name());
            item.setImage(icons.get("analysis")); //$NON-NLS-1$
            item.setData(analysis);
        }
        if (!analyses.isEmpty()) {
            table.select(0);
            choose(analyses.get(0));
        }
    }

    private void choose(AnalysisDescriptor analysis) {
        draft.analysis(analysis);
        description.setText(analysis.description().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        description.getParent().layout();
        setPageComplete(true);
    }
}
