package org.orrery.external;

/** A line that ends the search of a regular expression which looks at it without end. For one search. */
final class PatientText implements CharSequence {
    private static final int LOOKS_PER_CHARACTER = 1_000;
    private static final int LOOKS = 1_000_000;

    private final String text;
    private final int start;
    private final int end;
    private final long[] left;

    /** Says that a search took too long. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super(null, null, false, false);
        }
    }

    PatientText(String text) {
        this(text, 0, text.length(), new long[] {LOOKS + (long) LOOKS_PER_CHARACTER * Math.min(text.length(), 10_000)});
    }

    private PatientText(String text, int start, int end, long[] left) {
        this.text = text;
        this.start = start;
        this.end = end;
        this.left = left;
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new TooSlow();
        }
        return text.charAt(start + index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new PatientText(text, start + from, start + to, left);
    }

    @Override
    public String toString() {
        return text.substring(start, end);
    }
}
