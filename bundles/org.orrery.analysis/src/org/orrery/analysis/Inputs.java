package org.orrery.analysis;

import java.util.List;

/** The data sets of a run by the names that plugin.xml declares. */
public interface Inputs {
    /** The data sets given under that name, in order; none when none was given. */
    List<Input> all(String name);

    /**
     * The one data set given under that name.
     *
     * @throws IllegalArgumentException when there is not exactly one; plugin.xml's minimum and maximum are kept by the
     *     framework, so this is an error of the analysis
     */
    default Input one(String name) {
        List<Input> inputs = all(name);
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(inputs.size() + " inputs called " + name);
        }
        return inputs.get(0);
    }
}
