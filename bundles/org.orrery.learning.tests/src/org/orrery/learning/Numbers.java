package org.orrery.learning;

/** The linear congruential numbers from which tests and the reference scripts make the same data. */
public final class Numbers {
    private long state;

    /** Starts with that seed. */
    public Numbers(long seed) {
        state = seed;
    }

    /** The next number below 2³¹. */
    public long next() {
        state = (1103515245L * state + 12345) % (1L << 31);
        return state;
    }

    /** The next number between 0 and 1. */
    public double share() {
        return next() / (double) (1L << 31);
    }
}
