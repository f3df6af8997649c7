package org.orrery.ui.internal.help;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;

/** The index of the help with a search, and the page that is chosen. */
final class HelpPane extends Composite {
    private static final int MARGIN = 14;
    private static final int NARROW = 480;

    private final Text search;
    private final org.eclipse.swt.widgets.List index;
    private final StyledText page;
    private List<HelpTopic> topics = List.of();
    private List<HelpTopic> found = List.of();
    private String wanted = ""; //$NON-NLS-1$

    HelpPane(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(this);
        SashForm sash = new SashForm(this, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(left);
        search = new Text(left, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.HelpPane_search);
        search.setData("orrery.id", "help.search"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(search, Messages.HelpPane_search);
        search.addModifyListener(event -> list());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        index = new org.eclipse.swt.widgets.List(left, SWT.SINGLE | SWT.V_SCROLL | SWT.BORDER);
        index.setData("orrery.id", "help.index"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(index, Messages.HelpPane_index);
        index.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(index);
        page = new StyledText(sash, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
        page.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        page.setCaret(null);
        page.setData("orrery.id", "help.page"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(page, Messages.HelpPane_page);
        sash.setWeights(32, 68);
        // At the side of the window there is more height than width.
        addListener(SWT.Resize, event -> sash.setOrientation(getSize().x < NARROW ? SWT.VERTICAL : SWT.HORIZONTAL));
        AnalysisCatalog catalog = PlatformUI.getWorkbench().getService(AnalysisCatalog.class);
        Background.load(this, Messages.HelpPane_index, () -> Stream.concat(HelpTopic.all().stream(), AnalysisHelp.of(catalog.analyses()).stream()).toList(), all -> {
            topics = all;
            list();
        });
    }

    /** Opens the page of that topic. */
    void open(String topic) {
        wanted = topic;
        search.setText(""); //$NON-NLS-1$
        list();
    }

    private void list() {
        found = topics.stream().filter(topic -> search.getText().isBlank() || topic.holds(search.getText())).toList();
        index.setItems(found.stream().map(HelpTopic::title).toArray(String[]::new));
        int chosen = Math.max(0, found.stream().map(HelpTopic::id).toList().indexOf(wanted));
        index.select(chosen);
        index.showSelection();
        show();
    }

    private void show() {
        int chosen = index.getSelectionIndex();
        if (chosen < 0) {
            page.setText(found.isEmpty() && !topics.isEmpty() ? Messages.HelpPane_nothing : ""); //$NON-NLS-1$
            return;
        }
        HelpTopic topic = found.get(chosen);
        wanted = topic.id();
        new HelpText(topic).show(page);
    }

    @Override
    public boolean setFocus() {
        return search.setFocus();
    }
}
