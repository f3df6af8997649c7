package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.orrery.data.DataWarning;
import org.orrery.data.DisplayText;
import org.orrery.data.ImportPreview;
import org.orrery.data.ImportPreview.Choice;
import org.orrery.data.ImportPreview.Problem;
import org.orrery.data.ImportPreview.Question;
import org.orrery.data.ReadOptions;
import org.orrery.ui.Accessibility;

/** What is wrong with a file, what is asked, and what should be known, with a button for each way to go on. Hidden when empty. */
final class NoticesPanel extends Composite {
    private static final int HEIGHT = 120;
    private static final int WAYS_WIDTH = 330;

    private record Notice(String kind, String line, String text, List<Choice> ways, int taken) {
    }

    private final Table table;
    private final Composite ways;
    private final Consumer<ReadOptions> take;
    private List<Notice> notices = List.of();

    /** @param take takes the options of the way that the user goes */
    NoticesPanel(Composite parent, Consumer<ReadOptions> take) {
        super(parent, SWT.NONE);
        this.take = take;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(this);
        table = new Table(this, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "import.notices"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.NoticesPanel_name);
        column(Messages.NoticesPanel_kind, 84);
        column(Messages.NoticesPanel_line, 64);
        TableColumn text = column(Messages.NoticesPanel_what, 400);
        table.addControlListener(ControlListener.controlResizedAdapter(
                event -> text.setWidth(Math.max(200, table.getClientArea().width - 84 - 64 - 8))));
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showWays()));
        GridDataFactory.fillDefaults().grab(true, true).hint(200, HEIGHT).applyTo(table);
        ways = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(4, 4).applyTo(ways);
        GridDataFactory.fillDefaults().hint(WAYS_WIDTH, SWT.DEFAULT).applyTo(ways);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        hide(true);
    }

    private TableColumn column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
        return column;
    }

    private void hide(boolean hidden) {
        GridData data = (GridData) getLayoutData();
        if (data.exclude != hidden) {
            data.exclude = hidden;
            setVisible(!hidden);
            getParent().layout(true, true);
        }
    }

    /** Shows what was found; null for nothing. */
    void show(ImportPreview preview) {
        notices = preview == null ? List.of() : notices(preview);
        table.removeAll();
        for (Notice notice : notices) {
            new TableItem(table, SWT.NONE).setText(new String[] {notice.kind(), notice.line(), notice.text()});
        }
        if (!notices.isEmpty()) {
            table.select(0);
        }
        hide(notices.isEmpty());
        showWays();
    }

    private static List<Notice> notices(ImportPreview preview) {
        List<Notice> notices = new ArrayList<>();
        for (Problem problem : preview.problems()) {
            notices.add(new Notice(Messages.NoticesPanel_problem, problem.line() > 0 ? Long.toString(problem.line()) : "", problem.text(), //$NON-NLS-1$
                    problem.repairs(), -1));
        }
        for (Question question : preview.questions()) {
            notices.add(new Notice(Messages.NoticesPanel_question, "", question.text(), question.choices(), question.chosen())); //$NON-NLS-1$
        }
        for (DataWarning warning : preview.warnings()) {
            if (notices.stream().noneMatch(notice -> notice.text().equals(warning.message()))) {
                notices.add(new Notice(Messages.NoticesPanel_note, "", warning.message(), List.of(), -1)); //$NON-NLS-1$
            }
        }
        return notices;
    }

    private void showWays() {
        for (var child : ways.getChildren()) {
            child.dispose();
        }
        int selected = table.getSelectionIndex();
        if (selected >= 0) {
            Notice notice = notices.get(selected);
            Label whole = new Label(ways, SWT.WRAP);
            whole.setText(notice.text().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
            GridDataFactory.fillDefaults().grab(true, false).hint(WAYS_WIDTH - 10, SWT.DEFAULT).applyTo(whole);
            if (!notice.ways().isEmpty()) {
                new Label(ways, SWT.NONE).setText(notice.taken() < 0 ? Messages.NoticesPanel_repairs : Messages.NoticesPanel_ways);
            }
            for (int i = 0; i < notice.ways().size(); i++) {
                way(notice, i);
            }
        }
        ways.layout();
        layout();
        getParent().layout();
    }

    private void way(Notice notice, int index) {
        Choice choice = notice.ways().get(index);
        boolean asked = notice.taken() >= 0;
        Button button = new Button(ways, asked ? SWT.RADIO : SWT.PUSH);
        button.setText(DisplayText.of(choice.text()).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        button.setData("orrery.id", "import.way." + index); //$NON-NLS-1$ //$NON-NLS-2$
        button.setSelection(index == notice.taken());
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (!asked || button.getSelection() && index != notice.taken()) {
                take.accept(choice.options());
            }
        }));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    }
}
