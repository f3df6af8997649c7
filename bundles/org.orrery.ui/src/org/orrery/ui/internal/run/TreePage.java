package org.orrery.ui.internal.run;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ScrollBar;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;

/**
 * Draws a tree that a result tells node by node, in a table with the columns node, parent, condition, rows and predicted. It begins at the root; the
 * bars, the wheel and the arrow keys move it, a click opens or closes a node, + and - a level.
 */
final class TreePage implements RunPage {
    private static final String TABLE = "tree"; //$NON-NLS-1$

    private Canvas canvas;
    private Optional<TreeDiagram> diagram = Optional.empty();
    private ResultTable shown;
    /** Somebody has looked elsewhere than at the root. */
    private boolean moved;

    @Override
    public String id() {
        return "run.tree"; //$NON-NLS-1$
    }

    @Override
    public String title() {
        return Messages.TreePage_title;
    }

    @Override
    public boolean fits(RunContent content) {
        // A result without a tree has the table all the same, without rows.
        return content.result().orElse(Result.EMPTY).table(TABLE).filter(table -> table.rows().count() > 0).isPresent();
    }

    @Override
    public Control create(Composite parent) {
        // Not as large as the tree, which may be wider than a window can be: only what is in sight is drawn.
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL);
        canvas.setData("orrery.id", "run.tree.canvas"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(canvas, Messages.TreePage_name);
        canvas.setToolTipText(Messages.TreePage_name);
        canvas.addPaintListener(event -> diagram.ifPresent(tree -> tree.paint(event.gc, event.display, window())));
        for (ScrollBar bar : bars()) {
            bar.setVisible(false);
            bar.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
                moved = true;
                canvas.redraw();
            }));
        }
        canvas.addControlListener(ControlListener.controlResizedAdapter(event -> fit()));
        canvas.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            switch (event.keyCode) {
                case SWT.ARROW_LEFT -> move(canvas.getHorizontalBar(), -TreeDiagram.LEVEL);
                case SWT.ARROW_RIGHT -> move(canvas.getHorizontalBar(), TreeDiagram.LEVEL);
                case SWT.ARROW_UP -> move(canvas.getVerticalBar(), -TreeDiagram.LEVEL);
                case SWT.ARROW_DOWN -> move(canvas.getVerticalBar(), TreeDiagram.LEVEL);
                case SWT.HOME -> toRoot();
                case '+', SWT.KEYPAD_ADD -> openLevels(1);
                case '-', SWT.KEYPAD_SUBTRACT -> openLevels(-1);
                default -> {
                }
            }
        }));
        canvas.addMouseListener(MouseListener.mouseDownAdapter(event -> toggle(event.x, event.y)));
        return canvas;
    }

    @Override
    public void show(RunContent content) {
        ResultTable next = content.result().orElse(Result.EMPTY).table(TABLE).orElse(null);
        if (next == null || next == shown) {
            return;
        }
        shown = next;
        Background.load(canvas, Messages.TreePage_title, () -> TreeDiagram.of(next), found -> {
            diagram = found;
            moved = false;
            arrange();
        });
    }

    private void arrange() {
        GC gc = new GC(canvas);
        diagram.ifPresent(tree -> tree.arrange(gc));
        gc.dispose();
        fit();
    }

    private void openLevels(int more) {
        diagram.ifPresent(tree -> tree.openLevels(more));
        moved = false;
        arrange();
    }

    /** The node under the pointer stays there. */
    private void toggle(int x, int y) {
        canvas.setFocus();
        Rectangle window = window();
        diagram.ifPresent(tree -> tree.toggle(new Point(window.x + x, window.y + y)).ifPresent(before -> {
            moved = true;
            arrange();
            Point after = tree.toggled().orElse(before);
            move(canvas.getHorizontalBar(), after.x - before.x);
        }));
    }

    private ScrollBar[] bars() {
        return new ScrollBar[] {canvas.getHorizontalBar(), canvas.getVerticalBar()};
    }

    /** What is in sight, in the measures of the tree; a tree that is narrower than the page stands in its middle. */
    private Rectangle window() {
        Rectangle area = canvas.getClientArea();
        int spare = Math.max(0, area.width - diagram.map(tree -> tree.size().x).orElse(0));
        return new Rectangle(canvas.getHorizontalBar().getSelection() - spare / 2, canvas.getVerticalBar().getSelection(), area.width, area.height);
    }

    private void fit() {
        Rectangle area = canvas.getClientArea();
        Point size = diagram.map(TreeDiagram::size).orElse(new Point(0, 0));
        fit(canvas.getHorizontalBar(), size.x, area.width);
        fit(canvas.getVerticalBar(), size.y, area.height);
        if (!moved) {
            toRoot();
        }
        canvas.redraw();
    }

    private static void fit(ScrollBar bar, int all, int seen) {
        bar.setVisible(all > seen);
        int thumb = Math.max(1, Math.min(all, seen));
        bar.setValues(Math.max(0, Math.min(bar.getSelection(), all - thumb)), 0, Math.max(1, all), thumb, TreeDiagram.LEVEL / 2,
                Math.max(1, seen - TreeDiagram.LEVEL));
    }

    private void toRoot() {
        diagram.ifPresent(tree -> {
            Rectangle root = tree.root();
            canvas.getHorizontalBar().setSelection(root.x + root.width / 2 - canvas.getClientArea().width / 2);
            canvas.getVerticalBar().setSelection(0);
            canvas.redraw();
        });
    }

    private void move(ScrollBar bar, int by) {
        moved = true;
        bar.setSelection(bar.getSelection() + by);
        canvas.redraw();
    }
}
