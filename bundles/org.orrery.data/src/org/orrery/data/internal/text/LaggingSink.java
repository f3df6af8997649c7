package org.orrery.data.internal.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.orrery.data.DataException;

/** Hands records on so many later, and so never the last ones: totals and notes below a table. Blank rows do not count. */
final class LaggingSink implements RecordParser.Sink {
    private record Held(long line, List<char[]> fields, List<Boolean> quoted, boolean blank) {
    }

    private final RecordParser.Sink sink;
    private final int last;
    private final Deque<Held> waiting = new ArrayDeque<>();
    private int filled;
    private Held current;

    LaggingSink(RecordParser.Sink sink, int last) {
        this.sink = sink;
        this.last = last;
    }

    @Override
    public void begin(long line) {
        current = new Held(line, new ArrayList<>(), new ArrayList<>(), false);
    }

    @Override
    public void field(char[] buffer, int from, int length, boolean quoted) {
        char[] copy = new char[length];
        System.arraycopy(buffer, from, copy, 0, length);
        current.fields().add(copy);
        current.quoted().add(quoted);
    }

    @Override
    public void end() throws DataException {
        boolean blank = current.fields().size() == 1 && current.fields().get(0).length == 0;
        waiting.add(new Held(current.line(), current.fields(), current.quoted(), blank));
        filled += blank ? 0 : 1;
        while (filled > last) {
            Held first = waiting.remove();
            filled -= first.blank() ? 0 : 1;
            sink.begin(first.line());
            for (int i = 0; i < first.fields().size(); i++) {
                char[] field = first.fields().get(i);
                sink.field(field, 0, field.length, first.quoted().get(i));
            }
            sink.end();
        }
    }

    @Override
    public boolean isDone() {
        return sink.isDone();
    }
}
