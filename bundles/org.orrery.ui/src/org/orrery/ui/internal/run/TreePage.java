package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Accessibility;
import org.orrery.ui.Background;
import org.orrery.ui.Formats;

/** Draws a tree that a result tells node by node, in a table with the columns node, parent, condition, rows and predicted. */
final class TreePage implements RunPage {
    private static final String TABLE = "tree"; //$NON-NLS-1$
    private static final int MOST_NODES = 2_000;
    private static final int GAP = 14;
    private static final int LEVEL = 76;
    private static final int PADDING = 6;

    private static final class Node {
        private final String[] lines;
        private final List<Node> children = new ArrayList<>();
        private Rectangle box = new Rectangle(0, 0, 0, 0);

        Node(String... lines) {
            this.lines = lines;
        }
    }

    private ScrolledComposite scrolled;
    private Canvas canvas;
    private Optional<Node> root = Optional.empty();
    private ResultTable shown;

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
        scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        canvas = new Canvas(scrolled, SWT.DOUBLE_BUFFERED);
        canvas.setData("orrery.id", "run.tree.canvas"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(canvas, Messages.TreePage_name);
        canvas.setToolTipText(Messages.TreePage_name);
        canvas.addPaintListener(event -> root.ifPresent(node -> paint(event.gc, node)));
        scrolled.setContent(canvas);
        scrolled.getVerticalBar().setIncrement(LEVEL / 2);
        return scrolled;
    }

    @Override
    public void show(RunContent content) {
        ResultTable next = content.result().orElse(Result.EMPTY).table(TABLE).orElse(null);
        if (next == null || next == shown) {
            return;
        }
        shown = next;
        Background.load(canvas, Messages.TreePage_title, () -> read(next), found -> {
            root = found;
            root.ifPresent(this::arrange);
            canvas.redraw();
        });
    }

    private static Optional<Node> read(ResultTable table) {
        List<Table> blocks = new ArrayList<>();
        switch (table.rows()) {
            case ResultTable.InMemory memory -> blocks.add(memory.table());
            case ResultTable.OnDisk disk -> disk.stored().forEachBlock(blocks::add);
        }
        Map<Object, Node> nodes = new LinkedHashMap<>();
        Node first = null;
        for (Table block : blocks) {
            for (int i = 0; i < block.rows() && nodes.size() < MOST_NODES; i++) {
                Object parent = value(block, i, "parent"); //$NON-NLS-1$
                if (parent == null && first != null) {
                    // One tree is drawn: the first.
                    return Optional.of(first);
                }
                String condition = String.valueOf(value(block, i, "condition")); //$NON-NLS-1$
                Node node = new Node(condition.isEmpty() ? Messages.TreePage_all : condition, Formats.cell(value(block, i, "rows")), //$NON-NLS-1$
                        Formats.cell(value(block, i, "predicted"))); //$NON-NLS-1$
                nodes.put(value(block, i, "node"), node); //$NON-NLS-1$
                if (parent == null) {
                    first = node;
                } else if (nodes.containsKey(parent)) {
                    nodes.get(parent).children.add(node);
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private static Object value(Table block, int row, String column) {
        return block.value(row, block.schema().indexOf(column));
    }

    private void arrange(Node node) {
        GC gc = new GC(canvas);
        int[] size = new int[2];
        place(gc, node, 0, GAP, size);
        gc.dispose();
        canvas.setSize(new Point(size[0] + GAP, size[1] + GAP));
    }

    /** Leaves stand beside each other, parents over the middle of their children; gives where the next subtree may begin. */
    private static int place(GC gc, Node node, int depth, int left, int[] size) {
        int width = 0;
        for (String line : node.lines) {
            width = Math.max(width, gc.textExtent(line).x);
        }
        int height = node.lines.length * gc.getFontMetrics().getHeight() + 2 * PADDING;
        int next = left;
        for (Node child : node.children) {
            next = place(gc, child, depth + 1, next, size);
        }
        int own = width + 2 * PADDING;
        int x = left;
        if (!node.children.isEmpty()) {
            Rectangle first = node.children.get(0).box;
            Rectangle last = node.children.get(node.children.size() - 1).box;
            x = Math.max(left, (first.x + last.x + last.width - own) / 2);
        }
        node.box = new Rectangle(x, GAP + depth * LEVEL, own, height);
        size[0] = Math.max(size[0], x + own);
        size[1] = Math.max(size[1], node.box.y + height);
        return Math.max(next, x + own + GAP);
    }

    private void paint(GC gc, Node node) {
        gc.setForeground(canvas.getForeground());
        for (Node child : node.children) {
            gc.drawLine(node.box.x + node.box.width / 2, node.box.y + node.box.height, child.box.x + child.box.width / 2, child.box.y);
            paint(gc, child);
        }
        gc.setBackground(canvas.getDisplay().getSystemColor(node.children.isEmpty() ? SWT.COLOR_LIST_BACKGROUND : SWT.COLOR_WIDGET_BACKGROUND));
        gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        gc.fillRectangle(node.box);
        gc.drawRectangle(node.box);
        int height = gc.getFontMetrics().getHeight();
        for (int i = 0; i < node.lines.length; i++) {
            gc.drawText(node.lines[i], node.box.x + (node.box.width - gc.textExtent(node.lines[i]).x) / 2, node.box.y + PADDING + i * height, true);
        }
    }
}
