package org.orrery.data.internal.text;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.LongStream;
import org.orrery.data.ColumnType;
import org.orrery.data.internal.ColumnBuffer;

/** Takes the cells of one column: learns what all of them could be, and stores them as planned for as long as that fits. */
final class ColumnScan {
    /** How many digits a decimal has at most. */
    static final int DECIMAL_DIGITS = 18;

    private static final int MOST_PLACES = 6;
    private static final long[] TENS = LongStream.iterate(1, ten -> ten * 10).limit(DECIMAL_DIGITS + 1).toArray();
    /** How many cells are taken at once. */
    static final int BATCH = 64;

    private final ColumnPlan plan;
    private final CellFormat format;
    private final MissingMarkers markers;
    private final ColumnBuffer buffer;
    private final DistinctLongs numbers;
    private final DistinctTexts texts;
    private ColumnFacts facts = new ColumnFacts();
    private byte[] encoded = {};
    private int kinds = Kinds.ANY;
    private boolean broken;
    private int places;

    /**
     * @param buffer where values go, null to learn only
     * @param bound up to how many different values are counted
     */
    ColumnScan(ColumnPlan plan, CellFormat format, MissingMarkers markers, ColumnBuffer buffer, int bound) {
        this.plan = plan;
        this.format = format;
        this.markers = markers;
        this.buffer = buffer;
        this.numbers = new DistinctLongs(bound);
        this.texts = plan.type().isText() ? new DistinctTexts(bound) : null;
    }

    /** Takes a cell; false when the type that is asked for does not fit it. */
    boolean accept(char[] chars, int start, int length, long line) {
        int from = start;
        int to = start + length;
        while (from < to && chars[from] <= ' ') {
            from++;
        }
        while (to > from && chars[to - 1] <= ' ') {
            to--;
        }
        if (markers.isMissing(chars, from, to)) {
            facts.missing++;
            if (buffer != null) {
                buffer.addMissing();
            }
            return true;
        }
        if (markers.isHyphen(chars, from, to)) {
            hyphen(chars, start, length);
            return true;
        }
        facts.present++;
        if (plan.asked().isPresent()) {
            return acceptAsked(chars, start, length, from, to);
        }
        learn(chars, from, to, line);
        if (buffer != null) {
            store(chars, start, length, from, to);
        }
        return true;
    }

    /** A lone hyphen says nothing of the type; it is a text among texts, and missing among all else. */
    private void hyphen(char[] chars, int start, int length) {
        facts.hyphens++;
        if (plan.type() == ColumnType.TEXT) {
            facts.present++;
            if (plan.asked().isPresent() || buffer != null) {
                addText(chars, start, length);
            }
        } else {
            facts.missing++;
            addNothing();
        }
    }

    void learn(char[] chars, int from, int to, long line) {
        if (kinds == Kinds.TEXT) {
            return;
        }
        int cell = format.kinds(chars, from, to);
        if ((cell & Kinds.NUMBER) != 0) {
            facts.number(format.number());
        } else if ((cell & Kinds.TIMESTAMP) != 0) {
            facts.unzoned |= format.time().isUnzoned();
        } else if (cell == Kinds.DURATION) {
            facts.clock |= format.duration().isClock();
        }
        int both = kinds & cell;
        if (both == Kinds.TEXT) {
            facts.lost(kinds, line, chars, from, to);
        }
        kinds = both;
    }

    private void store(char[] chars, int start, int length, int from, int to) {
        if (plan.type() == ColumnType.TEXT) {
            addText(chars, start, length);
        } else if (broken || (kinds & plan.kind()) == 0) {
            // The value is stored by the next pass, which plans better.
            broken = true;
            buffer.addMissing();
        } else {
            switch (plan.type()) {
                case INTEGER -> add(format.number().whole());
                case REAL -> addReal(format.number());
                case BOOLEAN -> add(CellFormat.bool(chars, from, to));
                case DATE -> add(format.time().epochDay(plan.kind()));
                case TIMESTAMP -> add(format.time().micros(plan.kind()));
                case DECIMAL -> addDetected(format.number());
                default -> add(format.duration().micros());
            }
        }
    }

    private boolean acceptAsked(char[] chars, int start, int length, int from, int to) {
        NumberCell number = format.number();
        TimeCell time = format.time();
        switch (plan.asked().get()) {
            case TEXT, CATEGORY -> addText(chars, start, length);
            case INTEGER -> {
                if (!number.read(chars, from, to) || !number.isWhole()) {
                    return false;
                }
                add(number.whole());
            }
            case REAL -> {
                if (!number.read(chars, from, to) || !markFits(number) || number.beyondRange()) {
                    return false;
                }
                facts.number(number);
                addReal(number);
            }
            case DECIMAL -> {
                return number.read(chars, from, to) && markFits(number) && addDecimal(number);
            }
            case BOOLEAN -> {
                int value = CellFormat.askedBool(chars, from, to);
                if (value < 0) {
                    return false;
                }
                add(value);
            }
            case DATE -> {
                return addDate(time.readDate(chars, from, to));
            }
            case TIMESTAMP -> {
                return addInstant(chars, from, to);
            }
            case DURATION -> {
                if (!format.duration().readAsked(chars, from, to)) {
                    return false;
                }
                facts.clock |= format.duration().isClock();
                add(format.duration().micros());
            }
        }
        return true;
    }

    /** Whether values of that type need not go through their text: the type is what is asked for, and no text is missing. */
    boolean takes(ColumnType type) {
        boolean first = type != ColumnType.DATE && type != ColumnType.TIMESTAMP || (plan.kind() & (Kinds.DATE_YMD | Kinds.TIMESTAMP_YMD)) != 0;
        return plan.type() == type && plan.asked().isPresent() && plan.asked().get() == type && first && markers.isNone();
    }

    /** Takes a value of a type that it {@link #takes}, as {@link RecordParser.Sink#typed} gives it. */
    void accept(long value) {
        facts.present++;
        switch (plan.type()) {
            case REAL -> acceptReal(Double.longBitsToDouble(value));
            case DATE -> {
                kinds &= Kinds.DATE_YMD;
                add(value);
            }
            case TIMESTAMP -> {
                kinds &= Kinds.TIMESTAMP_YMD;
                add(value);
            }
            default -> add(value);
        }
    }

    /** Takes a date with a time of the day in no zone; false when it has to go through its text, since a zone is given. */
    boolean acceptLocal(long micros) {
        if (format.zone() != ZoneOffset.UTC) {
            return false;
        }
        facts.unzoned = true;
        accept(micros);
        return true;
    }

    /** Holds a double as a decimal fraction of few places where that gives it back, which takes less room. */
    private void acceptReal(double value) {
        facts.notFinite |= !Double.isFinite(value);
        facts.marks &= Kinds.REAL_POINT;
        if (buffer != null && !fits(value, places)) {
            places = 0;
            while (places <= MOST_PLACES && !fits(value, places)) {
                places++;
            }
        }
        if (buffer != null && places <= MOST_PLACES) {
            add((long) Math.rint(value * NumberCell.power(places)), places);
        } else {
            places = 0;
            add(value);
        }
    }

    private static boolean fits(double value, int places) {
        double power = NumberCell.power(places);
        double unscaled = Math.rint(value * power);
        return Math.abs(unscaled) < 1L << 53 && unscaled / power == value && (unscaled != 0 || 1 / value > 0);
    }

    private boolean markFits(NumberCell number) {
        int cell = number.mark() == '.' ? Kinds.REAL_POINT : number.mark() == ',' ? Kinds.REAL_COMMA : Kinds.REAL;
        facts.marks &= cell;
        return (plan.kind() & facts.marks) != 0;
    }

    private boolean addDecimal(NumberCell number) {
        if (!number.isDecimal()) {
            return false;
        }
        facts.scale = Math.max(facts.scale, number.scale());
        if (number.scale() > plan.scale()) {
            broken = true;
        }
        if (broken) {
            addNothing();
            return true;
        }
        long factor = TENS[plan.scale() - number.scale()];
        if (Math.abs(number.unscaled()) >= TENS[DECIMAL_DIGITS] / factor) {
            return false;
        }
        add(number.unscaled() * factor);
        return true;
    }

    /** A decimal that was not asked for: one that does not fit is no reason to refuse it. */
    private void addDetected(NumberCell number) {
        if (!addDecimal(number)) {
            broken = true;
            addNothing();
        }
    }

    private boolean addDate(int cell) {
        kinds &= cell;
        if (cell == 0 || (kinds & Kinds.DATE) == 0) {
            return false;
        }
        if ((kinds & plan.kind()) == 0 || plan.type() != ColumnType.DATE) {
            broken = true;
            addNothing();
        } else {
            add(format.time().epochDay(plan.kind()));
        }
        return true;
    }

    /** An instant, or a day for its first moment. */
    private boolean addInstant(char[] chars, int from, int to) {
        TimeCell time = format.time();
        int cell = time.readTimestamp(chars, from, to, format.zone());
        boolean day = cell == 0;
        if (day) {
            cell = Kinds.timestamps(time.readDate(chars, from, to));
        }
        kinds &= cell;
        if (cell == 0 || (kinds & Kinds.TIMESTAMP) == 0) {
            return false;
        }
        facts.unzoned |= day || time.isUnzoned();
        if ((kinds & plan.kind()) == 0 || plan.type() != ColumnType.TIMESTAMP) {
            broken = true;
            addNothing();
        } else {
            add(day ? time.midnight(Kinds.dayOf(plan.kind()), format.zone()) : time.micros(plan.kind()));
        }
        return true;
    }

    private void addNothing() {
        if (buffer != null) {
            buffer.addMissing();
        }
    }

    private void addText(char[] chars, int start, int length) {
        if (buffer == null) {
            return;
        }
        if (encoded.length < length * 3L + Swar.SLACK) {
            encoded = new byte[Math.toIntExact(length * 4L + Swar.SLACK)];
        }
        addText(encoded, 0, Utf8.encode(chars, start, length, encoded));
    }

    /** Takes a text in UTF-8 that is not missing, into a column of text. */
    void addText(byte[] bytes, int from, int length) {
        facts.text(bytes, from, length);
        buffer.addText(bytes, from, length);
        if (buffer.texts().isPlain()) {
            texts.add(bytes, from, length);
        }
    }

    /** Counts the different texts of a block: at its end, for those that are in its dictionary are counted once. */
    void endBlock() {
        if (buffer != null && buffer.texts() != null) {
            texts.addAll(buffer.texts().dictionary());
        }
    }

    /**
     * Takes whole numbers, days, instants or truth values, or real numbers as fractions, that were written behind the end of
     * the buffer, as {@link ColumnBuffer#took} says.
     */
    void took(int rows, long absent) {
        int without = Long.bitCount(absent);
        facts.missing += without;
        facts.present += rows - without;
        int from = buffer.size();
        if (!numbers.isOverflown()) {
            // What stands in for a missing value is the one before it; only at the beginning there is none.
            int first = buffer.missing() == from ? Long.numberOfTrailingZeros(~absent) : 0;
            if (plan.type() == ColumnType.REAL) {
                addReals(from + first, from + rows);
            } else {
                numbers.addAll(buffer.values(), from + first, from + rows);
            }
        }
        if (facts.isEven() && plan.type() != ColumnType.REAL) {
            facts.steps(buffer.values(), from, rows, absent);
        }
        buffer.took(rows, absent);
    }

    private void addReals(int from, int to) {
        long[] bits = format.words();
        byte[] places = buffer.places();
        for (int i = from; i < to; i++) {
            long value = buffer.values()[i];
            double real = places[i] < 0 ? Double.longBitsToDouble(value) : value / NumberCell.power(places[i]);
            bits[i - from] = Double.doubleToLongBits(real + 0.0);
        }
        numbers.addAll(bits, 0, to - from);
    }

    /** Takes up to {@value #BATCH} texts in UTF-8 into a column of text; a bit for each that is missing, which has the length 0. */
    void addTexts(byte[] bytes, int[] from, int[] lengths, int rows, long absent) {
        int without = Long.bitCount(absent);
        facts.missing += without;
        facts.present += rows - without;
        facts.texts(bytes, from, lengths, rows);
        buffer.addTexts(bytes, from, lengths, rows, absent);
        if (buffer.texts().isPlain() && !texts.isOverflown()) {
            texts.addAll(bytes, from, lengths, rows, format.words());
        }
    }

    /** Takes a whole number, a day, an instant or a length of time. */
    void add(long value) {
        numbers.add(value);
        if (facts.isEven()) {
            facts.step(value);
        }
        if (buffer != null) {
            buffer.add(value);
        }
    }

    private void addReal(NumberCell number) {
        if (buffer != null && number.isFraction()) {
            add(number.unscaled(), number.scale());
        } else {
            add(number.real());
        }
    }

    private void add(double value) {
        // Minus zero and zero are one value to whoever counts levels.
        numbers.add(Double.doubleToLongBits(value + 0.0));
        if (buffer != null) {
            buffer.add(value);
        }
    }

    /** Takes the real number of that many decimals, {@code unscaled} below 2<sup>53</sup> in size. */
    void add(long unscaled, int decimals) {
        if (!numbers.isOverflown()) {
            numbers.add(Double.doubleToLongBits(unscaled / NumberCell.power(decimals) + 0.0));
        }
        buffer.addScaled(unscaled, decimals);
    }

    /** Forgets what the cells so far were, but for the different values among them. */
    void restart() {
        facts = new ColumnFacts();
        kinds = Kinds.ANY;
    }

    /** Leaves of the kinds only these. */
    void restrict(int seen) {
        kinds &= seen;
    }

    /** Adds what another scan saw in the rows behind these; its different values are added by {@link #addDistinct}. */
    void addAll(ColumnFacts later, int laterKinds, boolean laterBroken) {
        facts.addAll(later);
        kinds &= laterKinds;
        broken |= laterBroken;
    }

    /** Adds the different values and the met markers of another scan of that plan, which is of no more use then. */
    void addDistinct(ColumnScan other) {
        markers.add(other.markers);
        numbers.addAll(other.numbers);
        if (texts != null && other.texts != null) {
            texts.addAll(other.texts);
        }
    }

    /** Whether what was stored is what a pass with that plan would store. */
    boolean holds(ColumnPlan wanted) {
        return plan.type() == wanted.type() && !broken && (plan.type() != ColumnType.DATE && plan.type() != ColumnType.TIMESTAMP || plan.kind() == wanted.kind())
                && (plan.type() != ColumnType.DECIMAL || plan.scale() == wanted.scale());
    }

    MissingMarkers markers() {
        return markers;
    }

    ColumnPlan plan() {
        return plan;
    }

    /** What all cells so far could be. */
    int kinds() {
        return kinds;
    }

    /** What else was seen. */
    ColumnFacts facts() {
        return facts;
    }

    /** Whether a value did not fit the plan, so that what is stored is of no use. */
    boolean isBroken() {
        return broken;
    }

    /** How many different values were stored; −1 when beyond the bound. */
    long distinct() {
        return texts != null ? texts.count() : numbers.distinct();
    }

    /** The type the user asked for. */
    Optional<ColumnType> asked() {
        return plan.asked();
    }
}
