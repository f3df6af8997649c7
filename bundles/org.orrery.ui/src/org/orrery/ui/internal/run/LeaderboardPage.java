package org.orrery.ui.internal.run;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.jobs.StoredRun;
import org.orrery.ui.EmptyHint;
import org.orrery.ui.Grid;
import org.orrery.ui.internal.result.LinesModel;
import org.orrery.ui.internal.result.ResultGrid;
import org.orrery.ui.internal.result.TableSaving;

/** The first table of a result while it grows, and below it what failed, with the reason. */
final class LeaderboardPage implements RunPage {
    private static final String LEADERBOARD = "leaderboard"; //$NON-NLS-1$

    private final TableSaving saving;
    private Composite stack;
    private EmptyHint hint;
    private SashForm sash;
    private ResultGrid grid;
    private Composite failureArea;
    private Grid failures;
    private List<StoredRun.Failure> shownFailures = List.of();

    LeaderboardPage(TableSaving saving) {
        this.saving = saving;
    }

    @Override
    public String id() {
        return "run.leaderboard"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.LeaderboardPage_title;
    }

    @Override
    public Control create(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        hint = new EmptyHint(stack, Messages.LeaderboardPage_waiting);
        sash = new SashForm(stack, SWT.VERTICAL);
        grid = new ResultGrid(sash, "run.leaderboard.table", Messages.LeaderboardPage_title, saving); //$NON-NLS-1$
        failureArea = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(6, 6, 4, 6).applyTo(failureArea);
        Label label = new Label(failureArea, SWT.NONE);
        label.setText(Messages.LeaderboardPage_failures);
        failures = new Grid(failureArea, "run.failures", Messages.LeaderboardPage_failures); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(failures.control());
        sash.setWeights(70, 30);
        sash.setMaximizedControl(grid);
        ((StackLayout) stack.getLayout()).topControl = hint;
        return stack;
    }

    @Override
    public void show(RunContent content) {
        Result result = content.result().orElse(Result.EMPTY);
        ResultTable table = result.table(LEADERBOARD).orElse(result.tables().isEmpty() ? null : result.tables().get(0));
        boolean nothing = table == null && content.stored().failures().isEmpty();
        hint.message(content.summary().state().ended() ? Messages.LeaderboardPage_nothing : Messages.LeaderboardPage_waiting);
        Control top = nothing ? hint : sash;
        if (((StackLayout) stack.getLayout()).topControl != top) {
            ((StackLayout) stack.getLayout()).topControl = top;
            stack.layout();
        }
        if (table != null) {
            grid.show(table, content.names());
        }
        showFailures(content);
    }

    private void showFailures(RunContent content) {
        List<StoredRun.Failure> next = content.stored().failures();
        if (!next.equals(shownFailures)) {
            shownFailures = List.copyOf(next);
            failures.show(new LinesModel(List.of(Messages.LeaderboardPage_unit, Messages.LeaderboardPage_reason),
                    next.stream().map(failure -> List.of(content.names().unit(failure.unit()), failure.message())).toList()));
            sash.setMaximizedControl(next.isEmpty() ? grid : null);
        }
    }
}
