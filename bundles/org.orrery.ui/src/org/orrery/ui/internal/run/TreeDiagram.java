package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Formats;

/** A tree as boxes and lines, in pixels from the upper left corner of all of it, which may be wider than a window of the screen can be. */
final class TreeDiagram {
    private static final int MOST_NODES = 2_000;
    private static final int GAP = 14;
    /** From one level to the next. */
    static final int LEVEL = 76;
    private static final int PADDING = 6;

    private static final class Node {
        private final String[] lines;
        private final List<Node> children = new ArrayList<>();
        private Rectangle box = new Rectangle(0, 0, 0, 0);
        /** Of it and all below it. */
        private Rectangle all = box;

        Node(String... lines) {
            this.lines = lines;
        }
    }

    private final Node root;

    private TreeDiagram(Node root) {
        this.root = root;
    }

    /** The first tree that the table tells, if it tells one; of very large ones the first nodes. */
    static Optional<TreeDiagram> of(ResultTable table) {
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
                    return Optional.of(new TreeDiagram(first));
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
        return Optional.ofNullable(first).map(TreeDiagram::new);
    }

    private static Object value(Table block, int row, String column) {
        return block.value(row, block.schema().indexOf(column));
    }

    /** Gives each node its place; the height of the letters is that of the font. */
    void arrange(GC gc) {
        place(gc, root, 0, GAP);
    }

    /** Leaves stand beside each other, parents over the middle of their children; gives where the next subtree may begin. */
    private static int place(GC gc, Node node, int depth, int left) {
        int width = 0;
        for (String line : node.lines) {
            width = Math.max(width, gc.textExtent(line).x);
        }
        int height = node.lines.length * gc.getFontMetrics().getHeight() + 2 * PADDING;
        int next = left;
        for (Node child : node.children) {
            next = place(gc, child, depth + 1, next);
        }
        int own = width + 2 * PADDING;
        int x = left;
        if (!node.children.isEmpty()) {
            Rectangle first = node.children.get(0).box;
            Rectangle last = node.children.get(node.children.size() - 1).box;
            x = Math.max(left, (first.x + last.x + last.width - own) / 2);
        }
        node.box = new Rectangle(x, GAP + depth * LEVEL, own, height);
        node.all = node.children.stream().map(child -> child.all).reduce(node.box, Rectangle::union);
        return Math.max(next, x + own + GAP);
    }

    /** How large all of it is. */
    Point size() {
        return new Point(root.all.x + root.all.width + GAP, root.all.y + root.all.height + GAP);
    }

    /** Where the root is. */
    Rectangle root() {
        return root.box;
    }

    /** Draws what is to be seen through a window, whose upper left corner is at 0, 0 of the drawing. */
    void paint(GC gc, Device device, Rectangle window) {
        paint(gc, device, window, root);
    }

    private static void paint(GC gc, Device device, Rectangle window, Node node) {
        if (!node.all.intersects(window)) {
            return;
        }
        int x = node.box.x - window.x;
        int y = node.box.y - window.y;
        gc.setForeground(device.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND));
        for (Node child : node.children) {
            gc.drawLine(x + node.box.width / 2, y + node.box.height, child.box.x - window.x + child.box.width / 2, child.box.y - window.y);
            paint(gc, device, window, child);
        }
        gc.setBackground(device.getSystemColor(node.children.isEmpty() ? SWT.COLOR_LIST_BACKGROUND : SWT.COLOR_WIDGET_BACKGROUND));
        gc.setForeground(device.getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        gc.fillRectangle(x, y, node.box.width, node.box.height);
        gc.drawRectangle(x, y, node.box.width, node.box.height);
        int height = gc.getFontMetrics().getHeight();
        for (int i = 0; i < node.lines.length; i++) {
            gc.drawText(node.lines[i], x + (node.box.width - gc.textExtent(node.lines[i]).x) / 2, y + PADDING + i * height, true);
        }
    }
}
