package org.orrery.learning.models;

import java.util.Arrays;

/**
 * The rows that may be among the nearest of one query, kept while all rows pass by with their near distances. For one thread.
 */
final class NearestRows {
    private final int wanted;
    private final float[] heap;
    private int held;
    private int[] rows = new int[64];
    private float[] distances = new float[64];
    private int count;
    private final double slack;
    private float limit = Float.POSITIVE_INFINITY;

    /**
     * @param wanted how many nearest rows are looked for
     * @param slack how far near distances may be from the exact ones
     */
    NearestRows(int wanted, double slack) {
        this.wanted = wanted;
        this.heap = new float[wanted];
        this.slack = slack;
    }

    /** Looks at the distances of some rows. */
    void look(float[] near, int size, int firstRow) {
        float most = limit;
        for (int i = 0; i < size; i++) {
            if (near[i] <= most) {
                take(near[i], firstRow + i);
                most = limit;
            }
        }
    }

    private void take(float distance, int row) {
        if (held < wanted) {
            push(distance);
        } else if (distance < heap[0]) {
            replace(distance);
        }
        if (held == wanted) {
            limit = Math.nextUp((float) (heap[0] + 2 * slack));
        }
        if (count == rows.length) {
            compact();
            if (count > rows.length / 2) {
                rows = Arrays.copyOf(rows, count * 2 + 64);
                distances = Arrays.copyOf(distances, rows.length);
            }
        }
        rows[count] = row;
        distances[count++] = distance;
    }

    private void compact() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (distances[i] <= limit) {
                rows[kept] = rows[i];
                distances[kept++] = distances[i];
            }
        }
        count = kept;
    }

    /** The rows that the slack leaves. */
    int[] candidates() {
        compact();
        return Arrays.copyOf(rows, count);
    }

    private void push(float distance) {
        int at = held++;
        while (at > 0 && heap[(at - 1) / 2] < distance) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = distance;
    }

    private void replace(float distance) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= held) {
                break;
            }
            if (child + 1 < held && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= distance) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = distance;
    }
}
