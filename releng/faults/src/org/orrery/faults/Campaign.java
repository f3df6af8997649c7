package org.orrery.faults;

/** Breaks one thing many times and checks what was promised. */
interface Campaign {
    /** Its number in the matrix, such as F1. */
    String id();

    /** What it breaks, in a few words. */
    String title();

    /** Does its trials; broken promises go into the tally, an exception means that the campaign itself could not go on. */
    void run(Bench bench, Tally tally) throws Exception;
}
