package org.orrery.ui.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.Table;
import org.orrery.ui.Formats;

/**
 * A tree as boxes and lines, in pixels from the upper left corner of all of it, which may be wider than a window of the screen can be. Nodes can be
 * closed: then one line says how many are below. It begins with its first levels open.
 */
final class TreeDiagram {
    private static final int MOST_NODES = 2_000;
    private static final int GAP = 14;
    /** From one level to the next. */
    static final int LEVEL = 96;
    private static final int PADDING = 6;
    private static final int FIRST_LEVELS = 3;

    private static final class Node {
        private final String[] lines;
        private final List<Node> children = new ArrayList<>();
        private Rectangle box = new Rectangle(0, 0, 0, 0);
        /** Of it and all below it. */
        private Rectangle all = box;
        private boolean open;

        Node(String... lines) {
            this.lines = lines;
        }

        List<Node> shown() {
            return open ? children : List.of();
        }

        int below() {
            return children.stream().mapToInt(child -> 1 + child.below()).sum();
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>(List.of(lines));
            if (!open && !children.isEmpty()) {
                texts.add(NLS.bind(Messages.TreePage_below, below()));
            }
            return texts;
        }
    }

    private final Node root;
    private int levels = FIRST_LEVELS;
    private Optional<Node> toggled = Optional.empty();

    private TreeDiagram(Node root) {
        this.root = root;
        open(root, levels);
    }

    /** Opens so many levels more, or closes them, also those that were opened by hand. */
    void openLevels(int more) {
        levels = Math.max(1, Math.min(levels + more, depth(root)));
        open(root, levels);
    }

    private static void open(Node node, int levels) {
        node.open = levels > 0;
        node.children.forEach(child -> open(child, levels - 1));
    }

    private static int depth(Node node) {
        return node.children.stream().mapToInt(child -> 1 + depth(child)).max().orElse(0);
    }

    /** Opens or closes the node that is there; gives where it is, if there is one that has others below. */
    Optional<Point> toggle(Point place) {
        Optional<Node> node = at(root, place).filter(found -> !found.children.isEmpty());
        node.ifPresent(found -> found.open = !found.open);
        toggled = node;
        return node.map(found -> new Point(found.box.x, found.box.y));
    }

    /** Where the node is now that was opened or closed last. */
    Optional<Point> toggled() {
        return toggled.map(found -> new Point(found.box.x, found.box.y));
    }

    private static Optional<Node> at(Node node, Point place) {
        if (node.box.contains(place)) {
            return Optional.of(node);
        }
        return node.all.contains(place) ? node.shown().stream().flatMap(child -> at(child, place).stream()).findFirst() : Optional.empty();
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
                Node node = new Node(condition.isEmpty() ? Messages.TreePage_all : condition, NLS.bind(Messages.TreePage_rows, Formats.cell(value(block, i, "rows"))), //$NON-NLS-1$
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
        List<String> texts = node.texts();
        for (String line : texts) {
            width = Math.max(width, gc.textExtent(line).x);
        }
        int height = texts.size() * gc.getFontMetrics().getHeight() + 2 * PADDING;
        int next = left;
        for (Node child : node.shown()) {
            next = place(gc, child, depth + 1, next);
        }
        int own = width + 2 * PADDING;
        int x = left;
        if (!node.shown().isEmpty()) {
            Rectangle first = node.shown().get(0).box;
            Rectangle last = node.shown().get(node.shown().size() - 1).box;
            x = Math.max(left, (first.x + last.x + last.width - own) / 2);
        }
        node.box = new Rectangle(x, GAP + depth * LEVEL, own, height);
        node.all = node.shown().stream().map(child -> child.all).reduce(node.box, Rectangle::union);
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
        for (Node child : node.shown()) {
            gc.drawLine(x + node.box.width / 2, y + node.box.height, child.box.x - window.x + child.box.width / 2, child.box.y - window.y);
            paint(gc, device, window, child);
        }
        gc.setBackground(device.getSystemColor(node.children.isEmpty() ? SWT.COLOR_LIST_BACKGROUND : SWT.COLOR_WIDGET_BACKGROUND));
        gc.setForeground(device.getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        gc.fillRectangle(x, y, node.box.width, node.box.height);
        gc.drawRectangle(x, y, node.box.width, node.box.height);
        int height = gc.getFontMetrics().getHeight();
        List<String> texts = node.texts();
        for (int i = 0; i < texts.size(); i++) {
            gc.drawText(texts.get(i), x + (node.box.width - gc.textExtent(texts.get(i)).x) / 2, y + PADDING + i * height, true);
        }
    }
}
