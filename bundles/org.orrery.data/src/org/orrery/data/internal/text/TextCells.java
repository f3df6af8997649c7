package org.orrery.data.internal.text;

/** Takes texts as they are, and learns what they could be for as long as that is open. */
final class TextCells extends ColumnCells {
    TextCells(Column column) {
        super(column);
    }

    @Override
    void cells(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        ColumnFacts facts = scan.facts();
        boolean learning = scan.asked().isEmpty();
        for (int row = 0, i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int end = ends[i];
            byte[] source = bytes;
            if (end < 0) {
                end = single(bytes, start, end);
                start = 0;
                source = plain();
            }
            if (isMissing(source, start, end)) {
                missing();
                continue;
            }
            facts.present++;
            if (isHyphen(source, start, end)) {
                facts.hyphens++;
            } else if (learning) {
                learn(source, start, end);
                learning = scan.kinds() != Kinds.TEXT;
            }
            scan.addText(source, start, end - start);
        }
    }

    private void learn(byte[] bytes, int start, int end) {
        int length = characters(bytes, start, end);
        int from = 0;
        int to = length;
        while (chars()[from] <= ' ') {
            from++;
        }
        while (chars()[to - 1] <= ' ') {
            to--;
        }
        scan.learn(chars(), from, to, 0);
    }
}
