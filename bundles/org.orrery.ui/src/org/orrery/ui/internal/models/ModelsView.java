package org.orrery.ui.internal.models;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunException;
import org.orrery.jobs.Runs;
import org.orrery.jobs.models.ModelRegistry;
import org.orrery.jobs.models.ModelVersion;
import org.orrery.ui.Accessibility;
import org.orrery.ui.AnalysisNames;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Icons;
import org.orrery.ui.RunList;
import org.orrery.ui.TableState;
import org.orrery.ui.Throttler;

/** The models that have a name: which version is in use for what, and the run it came from. */
public final class ModelsView extends ViewPart {
    /** Its id in plugin.xml. */
    public static final String ID = "org.orrery.ui.views.models"; //$NON-NLS-1$
    private static final String BUNDLE = "org.orrery.ui"; //$NON-NLS-1$
    private static final String STATE = "models"; //$NON-NLS-1$

    private IMemento before;
    private RunList list;
    private AnalysisNames names;
    private final Set<String> asked = new HashSet<>();
    private Composite stack;
    private EmptyHint hint;
    private TableViewer table;
    private RunsOfModels selection;
    private Runnable listener;
    private Action promote;
    private Action noStage;
    private Action remove;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        before = memento;
    }

    @Override
    public void saveState(IMemento memento) {
        if (table != null) {
            TableState.save(table.getTable(), STATE, memento);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        list = getSite().getService(RunList.class);
        names = getSite().getService(AnalysisNames.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.ModelsView_empty);
        createTable();
        createActions();
        Throttler throttler = new Throttler(stack, Throttler.INTERVAL_MS, this::refresh);
        listener = throttler::request;
        list.addListener(listener);
        refresh();
    }

    private void createTable() {
        table = new TableViewer(stack, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("orrery.id", "models.table"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table.getTable(), Messages.ModelsView_name);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setComparer(new SameVersion());
        for (ModelColumn column : ModelColumn.values()) {
            TableViewerColumn widget = new TableViewerColumn(table, column.style());
            widget.getColumn().setText(column.title());
            widget.getColumn().setWidth(column.width());
            widget.getColumn().setMoveable(true);
            widget.setLabelProvider(new Label(column, new Icons(table.getControl(), ModelsView.class)));
        }
        TableState.restore(table.getTable(), STATE, before);
        selection = new RunsOfModels(table);
        table.addDoubleClickListener(event -> open());
        getSite().setSelectionProvider(selection);
    }

    private void createActions() {
        promote = action("tag", Messages.ModelsView_promote, this::promote); //$NON-NLS-1$
        noStage = action("baseline_off", Messages.ModelsView_noStage, () -> each((registry, runs, model) -> { //$NON-NLS-1$
            for (String stage : model.stages()) {
                // Each changes the tags of the run, which the next one needs.
                ModelRegistry now = new ModelRegistry(list.workspace().folders().list());
                now.demote(runs, now.find(model.reference()), stage);
            }
        }));
        remove = action("delete", Messages.ModelsView_remove, () -> each(ModelRegistry::remove)); //$NON-NLS-1$
        MenuManager menu = new MenuManager();
        List.of(promote, noStage, remove).forEach(menu::add);
        menu.add(new Separator());
        table.getControl().setMenu(menu.createContextMenu(table.getControl()));
        getSite().registerContextMenu(menu, selection);
        selection.addSelectionChangedListener(event -> enable());
    }

    private Action action(String icon, String text, Runnable body) {
        Action action = new Action(text, Icons.descriptor(BUNDLE, icon)) {
            @Override
            public void run() {
                body.run();
            }
        };
        action.setToolTipText(text);
        getViewSite().getActionBars().getToolBarManager().add(action);
        return action;
    }

    private void open() {
        try {
            getSite().getService(IHandlerService.class).executeCommand("org.orrery.ui.commands.openRun", null); //$NON-NLS-1$
        } catch (CommandException e) {
            ILog.of(ModelsView.class).error(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Change {
        void apply(ModelRegistry registry, Runs runs, ModelVersion model) throws RunException;
    }

    /** The change is made to what is on disk then, in the background; the list follows by itself. */
    private void each(Change change) {
        List<ModelVersion> chosen = selection.models();
        Background.load(stack, Messages.ModelsView_name, () -> {
            for (ModelVersion model : chosen) {
                ModelRegistry now = new ModelRegistry(list.workspace().folders().list());
                change.apply(now, list.workspace().runs(), now.find(model.reference()));
            }
            return chosen;
        }, done -> { }, failure -> MessageDialog.openError(getSite().getShell(), Messages.ModelsView_refused, failure.getMessage()));
    }

    private void promote() {
        ModelVersion model = selection.models().get(0);
        InputDialog dialog = new InputDialog(getSite().getShell(), Messages.ModelsView_promote, NLS.bind(Messages.ModelsView_promoteMessage, model.reference()),
                ModelVersion.PRODUCTION, stage -> ModelRegistry.wrongStage(stage.strip()).orElse(null));
        if (dialog.open() == Window.OK) {
            String stage = dialog.getValue().strip();
            each((registry, runs, version) -> registry.promote(runs, version, stage));
        }
    }

    private void enable() {
        List<ModelVersion> chosen = selection.models();
        promote.setEnabled(chosen.size() == 1);
        noStage.setEnabled(chosen.stream().anyMatch(model -> !model.stages().isEmpty()));
        remove.setEnabled(!chosen.isEmpty());
    }

    private void refresh() {
        List<ModelVersion> versions = new ModelRegistry(list.runs()).versions();
        versions.stream().map(version -> version.run().analysis()).filter(asked::add)
                .forEach(analysis -> Background.load(stack, Messages.ModelsView_name, () -> names.of(analysis), words -> table.refresh()));
        Control top = versions.isEmpty() ? hint : table.getControl();
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
        if (!versions.equals(table.getInput())) {
            var chosen = table.getStructuredSelection();
            table.setInput(versions);
            table.setSelection(chosen);
        }
        enable();
    }

    @Override
    public void setFocus() {
        (table.getControl().isVisible() ? table.getControl() : hint).setFocus();
    }

    @Override
    public void dispose() {
        if (list != null) {
            list.removeListener(listener);
        }
        super.dispose();
    }

    /** A version stays selected when its stages change. */
    private static final class SameVersion implements IElementComparer {
        @Override
        public boolean equals(Object a, Object b) {
            return a instanceof ModelVersion first && b instanceof ModelVersion second ? first.reference().equals(second.reference()) : a.equals(b);
        }

        @Override
        public int hashCode(Object element) {
            return element instanceof ModelVersion version ? version.reference().hashCode() : element.hashCode();
        }
    }

    private final class Label extends ColumnLabelProvider {
        private final ModelColumn column;
        private final Icons icons;

        Label(ModelColumn column, Icons icons) {
            this.column = column;
            this.icons = icons;
        }

        @Override
        public String getText(Object element) {
            ModelVersion version = (ModelVersion) element;
            String analysis = version.run().analysis();
            return column.text(version, names.known(analysis).orElse(Names.NONE), names.title(analysis));
        }

        @Override
        public Image getImage(Object element) {
            return column == ModelColumn.NAME ? icons.get("models") : null; //$NON-NLS-1$
        }
    }
}
