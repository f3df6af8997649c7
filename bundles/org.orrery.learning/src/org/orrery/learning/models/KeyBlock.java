package org.orrery.learning.models;

/**
 * The keys of the rows of a node and of all its descendants beside each other, so few that they stay in the cache while those are
 * split. For one thread.
 */
final class KeyBlock {
    /** How many columns are gathered at once. */
    static final int AT_ONCE = 4;

    private static final int KEYS = 7 << 16;
    private static final int MOST_ROWS = 4096;
    private static final int LEAST_ROWS = 64;

    private final ValueKeys data;
    private final int width;
    private final int most;
    private final int[] keys;
    private int start;
    private int end;

    KeyBlock(ValueKeys data, int rows) {
        this.data = data;
        this.width = data.width();
        this.most = Math.min(rows, Math.max(LEAST_ROWS, Math.min(MOST_ROWS, KEYS / Math.max(1, width))));
        this.keys = new int[Math.multiplyExact(most, width)];
    }

    /** Holds no node. */
    void clear() {
        start = 0;
        end = 0;
    }

    /** Whether the node is in here; takes it in when it is small enough and no descendant of the one that was. */
    boolean holds(TreeNode node) {
        if (node.end() - node.start() > most) {
            return false;
        }
        if (node.start() < start || node.end() > end) {
            take(node);
        }
        return true;
    }

    /** Names the rows by their place in the block from now on: what splits nodes asks for rows here alone. */
    private void take(TreeNode node) {
        start = node.start();
        end = node.end();
        int[] named = node.rows();
        for (int i = start; i < end; i++) {
            int place = (i - start) * width;
            data.copyRow(named[i], keys, place);
            named[i] = place;
        }
    }

    /** The keys of a column for all rows of a node that is in here. */
    void gather(int column, TreeNode node, int[] into) {
        int[] named = node.rows();
        int first = node.start();
        int size = node.end() - first;
        for (int i = 0; i < size; i++) {
            into[i] = keys[named[first + i] + column];
        }
    }

    /** The keys of four columns: each row is looked up once. */
    void gather(int[] columns, int at, TreeNode node, int[][] into) {
        gather(node, columns[at], columns[at + 1], columns[at + 2], columns[at + 3], into[0], into[1], into[2], into[3]);
    }

    private void gather(TreeNode node, int a, int b, int c, int d, int[] intoA, int[] intoB, int[] intoC, int[] intoD) {
        int[] named = node.rows();
        int[] all = keys;
        int first = node.start();
        int size = node.end() - first;
        for (int i = 0; i < size; i++) {
            int row = named[first + i];
            intoA[i] = all[row + a];
            intoB[i] = all[row + b];
            intoC[i] = all[row + c];
            intoD[i] = all[row + d];
        }
    }
}
