package org.orrery.learning.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.orrery.math.CounterRandom;

class RankSortTest {
    /** A row is drawn up to ten times for a tree of a forest, which takes four bits above the class. */
    private static final int MARK_BITS = SplitSearch.LABEL_BITS + 4;

    /** Where keys do not fit, every node is counted over all ranks: a forest of 750,000 rows took ten times as long. */
    @Test
    void ranksOfMillionsOfRowsFitTogetherWithTwoClasses() {
        TreeNode node = new TreeNode(new int[0], new int[0], MARK_BITS, 0, 0, new int[2]);
        assertTrue(new RankSort(2).fits((1 << 26) - 1, node));
        assertTrue(new RankSort(100).fits((1 << 20) - 1, node));
        assertFalse(new RankSort(2).fits(1 << 27, node));
    }

    @Test
    void keysAscendByRankAndKeepClassAndCountOfEachRow() {
        for (int classes : List.of(2, 3, 100, 256)) {
            for (int size : List.of(3, 150, 1000, 5000)) {
                RandomGenerator random = CounterRandom.of(7, "sort", classes + "/" + size);
                int offset = 5;
                int[] ranks = IntStream.range(0, size).map(i -> 40 + random.nextInt(1 << 16)).toArray();
                int[] marks = new int[offset + size];
                for (int i = 0; i < size; i++) {
                    marks[offset + i] = 1 + random.nextInt(9) << SplitSearch.LABEL_BITS | random.nextInt(classes);
                }
                TreeNode node = new TreeNode(new int[0], marks, MARK_BITS, offset, offset + size, new int[classes]);
                RankSort sort = new RankSort(classes);
                int least = Arrays.stream(ranks).min().orElseThrow();
                int[] keys = sort.sorted(ranks, node, least, Arrays.stream(ranks).max().orElseThrow());
                List<List<Integer>> expected = IntStream.range(0, size).mapToObj(i -> row(ranks[i], marks[offset + i])).sorted(BY_ALL).toList();
                List<List<Integer>> found = IntStream.range(0, size).mapToObj(i -> {
                    int mark = keys[i] & (1 << sort.bits(node)) - 1;
                    return List.of((keys[i] >>> sort.bits(node)) + least, mark & (1 << sort.labelBits()) - 1, mark >>> sort.labelBits());
                }).toList();
                assertEquals(expected.stream().map(row -> row.get(0)).toList(), found.stream().map(row -> row.get(0)).toList(), "by rank");
                assertEquals(expected, found.stream().sorted(BY_ALL).toList(), classes + " classes, " + size + " rows");
            }
        }
    }

    private static final Comparator<List<Integer>> BY_ALL = Comparator.<List<Integer>>comparingInt(row -> row.get(0)).thenComparingInt(row -> row.get(1))
            .thenComparingInt(row -> row.get(2));

    /** The rank, the class and how often the row counts. */
    private static List<Integer> row(int rank, int mark) {
        return List.of(rank, mark & (1 << SplitSearch.LABEL_BITS) - 1, mark >>> SplitSearch.LABEL_BITS);
    }
}
