package org.orrery.testkit.internal.stage;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.RunDocument;
import org.orrery.testkit.DocumentDifference;

/** Compares stored runs: their documents, and every row of the tables that a document cuts. */
public final class StoredDifference {
    private StoredDifference() {
    }

    /** The document of a run. */
    public static String document(StoredRun run) throws IOException {
        StringWriter out = new StringWriter();
        RunDocument.of(run).write(out);
        return out.toString();
    }

    /** The differences, in words. */
    public static List<String> between(StoredRun expected, StoredRun actual) throws IOException {
        List<String> differences = new ArrayList<>();
        DocumentDifference.between(document(expected), document(actual)).forEach(each -> differences.add(each.toString()));
        Result left = expected.result().orElse(Result.EMPTY);
        Result right = actual.result().orElse(Result.EMPTY);
        for (ResultTable table : left.tables()) {
            if (table.rows().count() > RunDocument.MOST_ROWS) {
                String one = digest(table);
                String other = right.table(table.id()).map(StoredDifference::digest).orElse("");
                if (!one.equals(other)) {
                    differences.add("tables." + table.id() + ": the rows differ");
                }
            }
        }
        if (!charts(left).equals(charts(right))) {
            differences.add("charts: the points differ");
        }
        return differences;
    }

    private static String charts(Result result) {
        StringBuilder text = new StringBuilder();
        result.charts().forEach(chart -> {
            text.append(chart.id());
            chart.series().forEach(series -> text.append(series.name()).append(java.util.Arrays.toString(series.x()))
                    .append(java.util.Arrays.toString(series.y())));
        });
        return text.toString();
    }

    private static String digest(ResultTable table) {
        MessageDigest digest = sha256();
        RunDocument.forEachBlock(table, block -> digest(digest, block));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void digest(MessageDigest digest, Table block) {
        ByteBuffer bytes = ByteBuffer.allocate(block.rows() * Long.BYTES);
        for (int column = 0; column < block.schema().size(); column++) {
            if (!DocumentDifference.mayDiffer(block.schema().columns().get(column).name())) {
                bytes.clear();
                for (int row = 0; row < block.rows(); row++) {
                    bytes.putLong(bits(block.column(column), row));
                }
                digest.update(bytes.array());
            }
        }
    }

    private static long bits(ColumnVector vector, int row) {
        if (vector.isMissing(row)) {
            return Long.MIN_VALUE + 1;
        }
        return switch (vector) {
            case DoubleVector doubles -> Double.doubleToRawLongBits(doubles.get(row));
            case LongVector longs -> longs.get(row);
            case TextVector texts -> texts.get(row).hashCode();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
