package org.orrery.ui.charts;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;

/** Names at 0, 1, 2 … of an axis; nothing in between. */
final class NamedTicks extends NumberFormat {
    private static final long serialVersionUID = 1L;

    private final transient List<String> names;

    NamedTicks(List<String> names) {
        this.names = names;
    }

    @Override
    public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
        int index = (int) Math.round(number);
        boolean named = index >= 0 && index < names.size() && Math.abs(number - index) < 1e-6;
        return named ? out.append(names.get(index)) : out;
    }

    @Override
    public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
        return format((double) number, out, position);
    }

    @Override
    public Number parse(String source, ParsePosition position) {
        int index = names.indexOf(source.substring(position.getIndex()));
        if (index < 0) {
            position.setErrorIndex(position.getIndex());
            return null;
        }
        position.setIndex(source.length());
        return index;
    }
}
