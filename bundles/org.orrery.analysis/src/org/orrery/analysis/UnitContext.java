package org.orrery.analysis;

/** What a unit may use while it runs: three small faces. */
public interface UnitContext {
    /** Threads, chance and cancellation. */
    UnitCompute compute();

    /** What the user sees of the work. */
    UnitProgress progress();

    /** What the unit leaves behind beside its outcome. */
    UnitOutput output();
}
