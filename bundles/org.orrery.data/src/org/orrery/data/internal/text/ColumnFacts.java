package org.orrery.data.internal.text;

/** What a pass saw in one column beside the kinds of its cells: counts, and the reasons for warnings. Not thread-safe. */
final class ColumnFacts {
    private static final int SHOWN = 40;

    long missing;
    long present;
    /** Cells that hold nothing but a hyphen: counted as present in a column stored as text, else as missing. */
    long hyphens;
    /** Whether the cell that made the column text is a number beyond the range of a double. */
    boolean beyondRange;
    /** The marks that all decimal numbers so far could have. */
    int marks = Kinds.REAL;
    /** The most decimal places seen. */
    int scale;
    /** Whether a number with a comma can only be a decimal, not groups of thousands. */
    boolean plainComma;
    boolean leadingZeros;
    boolean longIdentifiers;
    /** Whether a value was infinite or not a number. */
    boolean notFinite;
    boolean unzoned;
    /** Whether a length of time could be a time of the day. */
    boolean clock;
    /** Whether a double would not hold all digits of some number. */
    boolean rounded;
    /** The most digits seen before the decimal mark, and behind it. */
    private int whole;
    private int places;
    private boolean exponents;
    /** The line where the column turned into text, 0 when it was text from its first value; −1 while it is none. */
    long lostLine = -1;
    int lostKinds;
    String lostValue = "";
    private long characters;
    private boolean blanks;
    private long first;
    private long last;
    private long difference;
    private long steps;
    private boolean even = true;

    void number(NumberCell number) {
        plainComma |= number.mark() == ',' && !number.looksGrouped();
        notFinite |= number.isNotFinite();
        places = Math.max(places, number.scale());
        whole = Math.max(whole, number.wholeDigits());
        exponents |= number.hasExponent();
        rounded = rounded || number.losesDigits();
    }

    /** The most decimal places of the numbers told to {@link #number}. */
    int places() {
        return places;
    }

    /** Whether all numbers told to {@link #number} fit decimals of one scale. */
    boolean fitsDecimal() {
        return !exponents && !notFinite && whole + places <= ColumnScan.DECIMAL_DIGITS;
    }

    /** The column was of these kinds up to that cell, which fits none of them. */
    void lost(int before, long line, char[] chars, int from, int to) {
        lost(before, present == 1, line, chars, from, to);
    }

    /** As above, where it is told whether the cell is the first one with a value. */
    void lost(int before, boolean isFirst, long line, char[] chars, int from, int to) {
        lostLine = isFirst ? 0 : line;
        lostKinds = before;
        lostValue = new String(chars, from, Math.min(SHOWN, to - from));
        if (to > from && (chars[from] == '-' || chars[from] >= '0' && chars[from] <= '9')) {
            NumberCell number = new NumberCell();
            if (number.read(chars, from, to)) {
                leadingZeros = number.hasLeadingZero();
                longIdentifiers = number.isLongIdentifier();
                beyondRange = !longIdentifiers && number.beyondRange();
            }
        }
    }

    void text(int length, char[] chars, int from) {
        characters += length;
        for (int i = from; !blanks && i < from + length; i++) {
            blanks = chars[i] <= ' ';
        }
    }

    void step(long value) {
        long now = value - last;
        first = steps == 0 ? value : first;
        if (steps == 1) {
            difference = now;
        }
        even &= steps < 2 || now == difference;
        last = value;
        steps++;
    }

    /** As {@link #step} for as many rows, but for those whose bit is set. */
    void steps(long[] values, int from, int rows, long absent) {
        for (int i = 0; i < rows && even; i++) {
            if ((absent >>> i & 1) == 0) {
                step(values[from + i]);
            }
        }
    }

    /** Adds what was seen in the rows behind these; not what was lost, since that depends on what came before. */
    void addAll(ColumnFacts later) {
        missing += later.missing;
        present += later.present;
        hyphens += later.hyphens;
        marks &= later.marks;
        scale = Math.max(scale, later.scale);
        plainComma |= later.plainComma;
        notFinite |= later.notFinite;
        unzoned |= later.unzoned;
        clock |= later.clock;
        rounded |= later.rounded;
        whole = Math.max(whole, later.whole);
        places = Math.max(places, later.places);
        exponents |= later.exponents;
        characters += later.characters;
        blanks |= later.blanks;
        if (later.steps > 0) {
            boolean alike = later.even && (later.steps < 2 || steps < 2 || later.difference == difference);
            long before = last;
            long joint = steps;
            step(later.first);
            even &= alike && (later.steps < 2 || joint == 0 || later.difference == later.first - before);
            difference = joint == 0 && later.steps > 1 ? later.difference : difference;
            steps = joint + later.steps;
            last = later.last;
        }
    }

    /** Whether further steps could still be equal. */
    boolean isEven() {
        return even;
    }

    /** As {@link #text} for text in UTF-8. */
    void text(byte[] bytes, int from, int length) {
        characters += length;
        for (int i = from; !blanks && i < from + length; i++) {
            blanks = (bytes[i] & 0xFF) <= ' ';
        }
    }

    /** As {@link #text} for several texts, behind which the bytes go on. */
    void texts(byte[] bytes, int[] from, int[] lengths, int rows) {
        for (int i = 0; i < rows; i++) {
            characters += lengths[i];
        }
        for (int i = 0; i < rows && !blanks; i++) {
            blanks = Swar.hasBlank(bytes, from[i], lengths[i]);
        }
    }

    /** Whether the whole numbers rise or fall in equal steps, as the number of a row does. */
    boolean countsRows() {
        return even && steps > 2 && difference != 0;
    }

    /** Whether the texts are short and without blanks, as identifiers are. */
    boolean looksLikeCodes() {
        return !blanks && present > 0 && characters / present <= SHOWN;
    }
}
