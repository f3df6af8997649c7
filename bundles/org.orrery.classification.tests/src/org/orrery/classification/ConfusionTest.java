package org.orrery.classification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.orrery.analysis.result.Result;
import org.orrery.data.Table;

/** What was taken for what: counts, shares, the matrix and its transposed form. */
class ConfusionTest {
    @Test
    void perClassFiguresFollowFromTheConfusionMatrix() throws Exception {
        Result result = new MemoryRun(MemoryRun.settings(Map.of("target", "target", "models", List.of("decision-tree"))), SampleTables.read("wine.csv"), 1, 1)
                .check().prepare().execute().summarise();
        Table confusion = ResultText.table(result, "confusion");
        long[][] counts = new long[3][3];
        for (int i = 0; i < confusion.rows(); i++) {
            counts[Integer.parseInt((String) confusion.value(i, 1))][Integer.parseInt((String) confusion.value(i, 2))] = (Long) confusion.value(i, 3);
        }
        for (int i = 0; i < confusion.rows(); i++) {
            int actual = Integer.parseInt((String) confusion.value(i, 1));
            int predicted = Integer.parseInt((String) confusion.value(i, 2));
            double count = counts[actual][predicted];
            assertEquals(count / (counts[actual][0] + counts[actual][1] + counts[actual][2]), (Double) confusion.value(i, 4), 1e-12, "of the row");
            assertEquals(count / (counts[0][predicted] + counts[1][predicted] + counts[2][predicted]), (Double) confusion.value(i, 5), 1e-12, "of the column");
            assertEquals(count / 178, (Double) confusion.value(i, 6), 1e-12, "of all rows");
        }
        Table matrix = ResultText.table(result, "confusionMatrix");
        assertEquals(List.of("model", "actual", "predicted.0", "predicted.1", "predicted.2", "rows"), matrix.schema().names());
        Table perClass = ResultText.table(result, "perClass");
        List<Double> recalls = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            long support = counts[c][0] + counts[c][1] + counts[c][2];
            assertEquals(support, perClass.value(c, perClass.schema().indexOf("support")));
            assertEquals(List.of(counts[c][0], counts[c][1], counts[c][2], support), List.of(matrix.value(c, 2), matrix.value(c, 3), matrix.value(c, 4), matrix.value(c, 5)));
            recalls.add((double) counts[c][c] / support);
            assertEquals(recalls.get(c), (Double) perClass.value(c, perClass.schema().indexOf("recall")), 1e-12);
        }
        assertEquals(3, recalls.size());
        Table transposed = ResultText.table(result, "confusionMatrixTransposed");
        assertEquals(List.of("model", "predicted", "actual.0", "actual.1", "actual.2", "rows"), transposed.schema().names());
        for (int line = 0; line < 3; line++) {
            assertEquals(String.valueOf(line), transposed.value(line, 1));
            assertEquals(List.of(counts[0][line], counts[1][line], counts[2][line], counts[0][line] + counts[1][line] + counts[2][line]),
                    List.of(transposed.value(line, 2), transposed.value(line, 3), transposed.value(line, 4), transposed.value(line, 5)));
        }
    }
}
