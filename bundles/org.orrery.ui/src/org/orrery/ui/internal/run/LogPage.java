package org.orrery.ui.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.orrery.analysis.Names;
import org.orrery.jobs.RunListener;
import org.orrery.jobs.RunSeries;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.jobs.Workspace;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.GridModel;
import org.orrery.ui.Throttler;

/** The log of the run, oldest first, following its end while the user wants that. */
final class LogPage implements RunPage {
    private static final int READ_AGAIN_MS = 3_000;

    private Composite stack;
    private EmptyHint hint;
    private Grid grid;
    private Button follow;
    private Combo level;
    private Text pattern;
    private ControlDecoration mark;
    private final Workspace workspace;
    private final LogTail log = new LogTail();
    private final Ear ear = new Ear();
    private Names names = Names.NONE;
    private Throttler arriving;
    private List<LogLine> shown = new ArrayList<>();
    private Pattern wanted = Pattern.compile(""); //$NON-NLS-1$
    private Runnable sought = () -> { };
    private int read = -1;
    private boolean ended;
    private volatile long run;
    private volatile long request;

    LogPage(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String id() {
        return "run.log"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.LogPage_title;
    }

    @Override
    public Control create(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        createBar(area);
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        hint = new EmptyHint(stack, Messages.LogPage_nothingYet);
        grid = new Grid(stack, "run.log.table", Messages.LogPage_title); //$NON-NLS-1$
        ((StackLayout) stack.getLayout()).topControl = hint;
        arriving = new Throttler(area, Throttler.INTERVAL_MS, this::arrive);
        workspace.runs().addListener(ear);
        area.addDisposeListener(event -> workspace.runs().removeListener(ear));
        return area;
    }

    private void createBar(Composite area) {
        Composite bar = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).extendedMargins(6, 6, 4, 2).spacing(12, 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        pattern = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        pattern.setMessage(Messages.LogPage_pattern);
        pattern.setToolTipText(Messages.LogPage_patternTip);
        pattern.setData("orrery.id", "run.log.pattern"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(pattern, Messages.LogPage_pattern);
        pattern.addModifyListener(event -> refresh());
        GridDataFactory.fillDefaults().hint(260, SWT.DEFAULT).applyTo(pattern);
        mark = new ControlDecoration(pattern, SWT.TOP | SWT.LEFT);
        mark.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
        mark.hide();
        level = new Combo(bar, SWT.READ_ONLY);
        level.setItems(Messages.LogPage_everything, Messages.LogPage_fromInfo, Messages.LogPage_warningsOnly);
        level.select(0);
        level.setData("orrery.id", "run.log.level"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(level, Messages.LogPage_level);
        level.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
        follow = new Button(bar, SWT.CHECK);
        follow.setText(Messages.LogPage_follow);
        follow.setSelection(true);
        follow.setData("orrery.id", "run.log.follow"); //$NON-NLS-1$ //$NON-NLS-2$
        follow.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> toEnd()));
    }

    @Override
    public void show(RunContent content) {
        run = content.summary().id();
        names = content.names();
        boolean over = content.summary().state().ended();
        List<LogLine> stored = content.stored().log();
        // The log only grows: the same length is the same log.
        if (stored.size() != read || over != ended || grid.model() == null) {
            ended = over;
            boolean first = read < 0;
            read = stored.size();
            log.stored(stored);
            refresh();
            if (first && !over) {
                load();
                // What was said before this page listened and was not yet written when it read is there by then.
                grid.control().getDisplay().timerExec(READ_AGAIN_MS, this::load);
            }
        }
    }

    private void load() {
        if (!grid.control().isDisposed()) {
            Background.load(grid.control(), Messages.LogPage_title, () -> workspace.folders().open(run).log(), stored -> {
                log.stored(stored);
                refresh();
                sought.run();
            });
        }
    }

    /** What has come in the meantime; while an expression is looked for, only that is looked through. */
    private void arrive() {
        List<LogLine> fresh = log.take();
        if (!fresh.isEmpty() && grid.model() != null) {
            search(fresh, this::add);
        }
    }

    /** Selects what was said last before that moment, by that unit, and shows everything around it. */
    void goTo(String unit, Instant instant) {
        follow.setSelection(false);
        pattern.setText(""); //$NON-NLS-1$
        level.select(0);
        refresh();
        // Once more when the rest of the log has been read; a line that the user selects after that stays.
        sought = () -> grid.selectRow(log.lastBefore(unit, instant));
        sought.run();
        grid.control().setFocus();
    }

    private void refresh() {
        try {
            wanted = Pattern.compile(pattern.getText(), Pattern.CASE_INSENSITIVE);
            mark.hide();
        } catch (PatternSyntaxException e) {
            // While an expression is being typed it is often unfinished: the lines stay as they are.
            mark.setDescriptionText(NLS.bind(Messages.LogPage_badPattern, e.getDescription()));
            mark.show();
            return;
        }
        request++;
        search(log.lines(), this::show);
    }

    /** An expression may take any time to look through a line, so that it never does so on this thread. */
    private void search(List<LogLine> among, Consumer<List<LogLine>> found) {
        long mine = request;
        int least = level.getSelectionIndex();
        if (wanted.pattern().isEmpty()) {
            found.accept(least == 0 ? among : among.stream().filter(line -> line.level().ordinal() >= least).toList());
            return;
        }
        LogSearch search = new LogSearch(wanted, least, names, () -> mine != request || grid.control().isDisposed());
        List<LogLine> lines = List.copyOf(among);
        Background.load(grid.control(), Messages.LogPage_searching, () -> search.among(lines), answer -> {
            if (mine == request) {
                found.accept(answer);
            }
        }, failure -> {
            if (!(failure instanceof CancellationException)) {
                ILog.of(LogPage.class).error(failure.getMessage(), failure);
            }
        });
    }

    private void show(List<LogLine> found) {
        shown = new ArrayList<>(found);
        list();
    }

    private void add(List<LogLine> found) {
        shown.addAll(found);
        list();
    }

    private void list() {
        hint.message(!log.lines().isEmpty() ? Messages.LogPage_noneFound : ended ? Messages.LogPage_nothing : Messages.LogPage_nothingYet);
        Control top = shown.isEmpty() ? hint : grid.control();
        if (((StackLayout) stack.getLayout()).topControl != top) {
            ((StackLayout) stack.getLayout()).topControl = top;
            stack.layout();
        }
        grid.show(new LogModel(shown, shown.size(), names));
        toEnd();
    }

    private void toEnd() {
        if (follow.getSelection()) {
            grid.followEnd();
        }
    }

    /** Hears what is said while the run is at work. */
    private final class Ear implements RunListener {
        @Override
        public void series(RunSeries series) {
            if (series.run() == run && !series.lines().isEmpty()) {
                log.add(series.lines());
                arriving.request();
            }
        }
    }

    /** The first so many of the lines, which only grow. */
    private record LogModel(List<LogLine> lines, int rows, Names names) implements GridModel {
        @Override
        public List<GridColumn> columns() {
            return List.of(new GridColumn(Messages.LogPage_time, "", false), new GridColumn(Messages.LogPage_level, "", false), //$NON-NLS-1$ //$NON-NLS-2$
                    new GridColumn(Messages.LogPage_unit, "", false), new GridColumn(Messages.LogPage_message, "", false)); //$NON-NLS-1$ //$NON-NLS-2$
        }

        @Override
        public String text(int row, int column) {
            LogLine line = lines.get(row);
            return switch (column) {
                case 0 -> Formats.time(line.instant());
                case 1 -> level(line);
                case 2 -> names.unit(line.unit());
                default -> line.message();
            };
        }

        private static String level(LogLine line) {
            return switch (line.level()) {
                case DEBUG -> Messages.LogPage_debug;
                case INFO -> Messages.LogPage_info;
                case WARNING -> Messages.LogPage_warning;
            };
        }

        @Override
        public int compare(int column, int row, int other) {
            return column == 0 ? lines.get(row).instant().compareTo(lines.get(other).instant())
                    : text(row, column).compareTo(text(other, column));
        }
    }
}
