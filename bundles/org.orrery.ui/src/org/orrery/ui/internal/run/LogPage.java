package org.orrery.ui.internal.run;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.orrery.jobs.StoredRun.LogLine;
import org.orrery.ui.Formats;
import org.orrery.ui.Grid;
import org.orrery.ui.GridModel;

/** The log of the run, oldest first, following its end while the user wants that. */
final class LogPage implements RunPage {
    private Grid grid;
    private Button follow;
    private int shown = -1;

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
        follow = new Button(area, SWT.CHECK);
        follow.setText(Messages.LogPage_follow);
        follow.setSelection(true);
        follow.setData("orrery.id", "run.log.follow"); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.fillDefaults().indent(6, 4).applyTo(follow);
        grid = new Grid(area, "run.log.table", Messages.LogPage_title); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        return area;
    }

    @Override
    public void show(RunContent content) {
        List<LogLine> lines = content.stored().log();
        // The log only grows: the same length is the same log.
        if (lines.size() == shown) {
            return;
        }
        shown = lines.size();
        grid.show(new LogModel(lines));
        Table table = grid.control();
        if (follow.getSelection() && table.getItemCount() > 0 && table.getSortColumn() == null) {
            table.showItem(table.getItem(table.getItemCount() - 1));
        }
    }

    private record LogModel(List<LogLine> lines) implements GridModel {
        @Override
        public List<GridColumn> columns() {
            return List.of(new GridColumn(Messages.LogPage_time, "", false), new GridColumn(Messages.LogPage_level, "", false), //$NON-NLS-1$ //$NON-NLS-2$
                    new GridColumn(Messages.LogPage_unit, "", false), new GridColumn(Messages.LogPage_message, "", false)); //$NON-NLS-1$ //$NON-NLS-2$
        }

        @Override
        public int rows() {
            return lines.size();
        }

        @Override
        public String text(int row, int column) {
            LogLine line = lines.get(row);
            return switch (column) {
                case 0 -> Formats.time(line.instant());
                case 1 -> level(line);
                case 2 -> line.unit();
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
