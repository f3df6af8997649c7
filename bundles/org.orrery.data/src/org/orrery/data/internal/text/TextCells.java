package org.orrery.data.internal.text;

/** Takes texts as they are, and learns what they could be for as long as that is open. */
final class TextCells extends ColumnCells {
    private final int[] from = format.starts();
    private final int[] lengths = format.lengths();
    private byte[] source;
    private final boolean learning = scan.asked().isEmpty();

    TextCells(Column column) {
        super(column);
    }

    @Override
    boolean readsUsual() {
        return true;
    }

    @Override
    int usual(byte[] bytes, int[] starts, int[] ends, int first, int stride, int rows) {
        if (learning && scan.kinds() != Kinds.TEXT) {
            return 0;
        }
        long without = 0;
        int row = 0;
        for (int i = first; row < rows; row++, i += stride) {
            int start = starts[i];
            int length = ends[i] - start;
            if (length < 0) {
                break;
            }
            if (length > 0 && isDoubtful(bytes[start])) {
                break;
            }
            without |= (length == 0 ? 1L : 0L) << row;
            from[row] = start;
            lengths[row] = length;
        }
        source = bytes;
        absent = without;
        return row;
    }

    @Override
    void took(int rows) {
        scan.addTexts(source, from, lengths, rows, absent);
    }

    @Override
    void one(byte[] bytes, int markedStart, int markedEnd, int row) {
        int start = markedStart;
        int end = markedEnd;
        byte[] text = bytes;
        if (end < 0) {
            end = single(bytes, start, end);
            start = 0;
            text = plain();
        }
        if (isMissing(text, start, end)) {
            missing();
            return;
        }
        scan.facts().present++;
        if (isHyphen(text, start, end)) {
            scan.facts().hyphens++;
        } else if (learning && scan.kinds() != Kinds.TEXT) {
            learn(text, start, end);
        }
        scan.addText(text, start, end - start);
    }

    private void learn(byte[] bytes, int start, int end) {
        int length = characters(bytes, start, end);
        int begin = 0;
        int to = length;
        while (chars()[begin] <= ' ') {
            begin++;
        }
        while (chars()[to - 1] <= ' ') {
            to--;
        }
        scan.learn(chars(), begin, to, 0);
    }
}
