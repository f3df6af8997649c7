package org.orrery.ui.internal.analyses;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.dialogs.FilteredTree;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.internal.handlers.RunAnalysisHandler;
import org.orrery.ui.internal.wizard.RunWizard;

/** The installed analyses by category, with a search. */
public final class AnalysesView extends ViewPart {
    private FilteredTree filtered;
    private ISelectionListener fitter;

    @Override
    public void createPartControl(Composite parent) {
        filtered = new FilteredTree(parent, SWT.SINGLE | SWT.H_SCROLL | SWT.V_SCROLL, new AnalysisFilter(), true, true);
        filtered.setInitialText(Messages.AnalysesView_search);
        TreeViewer tree = filtered.getViewer();
        tree.getTree().setData("orrery.id", "analyses.tree"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(tree.getTree(), Messages.AnalysesView_name);
        tree.setContentProvider(new AnalysisTree());
        AnalysisLabels labels = new AnalysisLabels(tree.getControl());
        tree.setLabelProvider(labels);
        fitter = (part, selection) -> {
            if (part != this && selection instanceof IStructuredSelection structured && structured.getFirstElement() instanceof Dataset dataset) {
                labels.dataset(Optional.of(dataset));
                tree.refresh();
            }
        };
        getSite().getPage().addSelectionListener(fitter);
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addDoubleClickListener(event -> open(tree));
        DatasetDrop.accept(tree, (analysis, dataset) -> RunAnalysisHandler.open(getSite().getShell(),
                new RunWizard(getSite().getPage(), Optional.of(analysis), Optional.of(dataset))));
        MenuManager menu = new MenuManager();
        tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
        getSite().registerContextMenu(menu, tree);
        getSite().setSelectionProvider(tree);
        AnalysisCatalog catalog = getSite().getService(AnalysisCatalog.class);
        Background.load(parent, Messages.AnalysesView_name, catalog::analyses, analyses -> {
            tree.setInput(categories(analyses));
            tree.expandAll();
        });
    }

    private static List<AnalysisCategory> categories(List<AnalysisDescriptor> analyses) {
        Map<String, List<AnalysisDescriptor>> byName = new LinkedHashMap<>();
        analyses.forEach(analysis -> byName.computeIfAbsent(analysis.category(), name -> new ArrayList<>()).add(analysis));
        return byName.entrySet().stream().map(entry -> new AnalysisCategory(entry.getKey(), entry.getValue())).toList();
    }

    private void open(TreeViewer tree) {
        if (!(tree.getStructuredSelection().getFirstElement() instanceof AnalysisDescriptor)) {
            return;
        }
        try {
            getSite().getService(IHandlerService.class).executeCommand("org.orrery.ui.commands.runAnalysis", null); //$NON-NLS-1$
        } catch (CommandException e) {
            ILog.of(AnalysesView.class).error(e.getMessage(), e);
        }
    }

    @Override
    public void dispose() {
        getSite().getPage().removeSelectionListener(fitter);
        super.dispose();
    }

    @Override
    public void setFocus() {
        filtered.getViewer().getControl().setFocus();
    }
}
