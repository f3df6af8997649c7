package org.orrery.ui.data.internal.rows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.ui.Formats;

/** The place of each text of a column in the order of its texts: whatever the case of their letters, then by it. Immutable. */
final class TextRanks {
    /** Bytes that a text may take with its place; those of texts of the usual length. */
    private static final int BYTES_PER_TEXT = 192;

    private final Map<String, Integer> ranks;

    private TextRanks(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    /**
     * Looks through the texts of a column. Reads files.
     *
     * @param memory how many bytes the texts may take
     * @throws RowOrdering.TooManyRows when there are too many different ones
     */
    static TextRanks of(RowSource source, String column, long memory, Progress progress) throws Exception {
        Map<String, Integer> ranks = new HashMap<>();
        long most = memory / BYTES_PER_TEXT;
        try (ColumnBlocks pass = source.blocks(List.of(column))) {
            long rows = 0;
            for (Table block = pass.next(); block != null; block = pass.next()) {
                progress.checkCancelled();
                rows += block.rows();
                progress.worked(rows, source.rows());
                if (block.column(0) instanceof TextVector texts) {
                    texts.dictionary().forEach(text -> ranks.putIfAbsent(text, 0));
                }
                if (ranks.size() > most) {
                    throw new RowOrdering.TooManyRows(NLS.bind(Messages.RowOrdering_texts, column, Formats.count(most)));
                }
            }
        }
        String[] ordered = ranks.keySet().toArray(String[]::new);
        Arrays.sort(ordered, String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        for (int i = 0; i < ordered.length; i++) {
            ranks.put(ordered[i], i);
        }
        return new TextRanks(ranks);
    }

    /** The places of the texts of a block, by code. */
    long[] of(TextVector block) {
        return block.dictionary().stream().mapToLong(ranks::get).toArray();
    }
}
