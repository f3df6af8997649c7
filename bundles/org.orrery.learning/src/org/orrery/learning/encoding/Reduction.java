package org.orrery.learning.encoding;

/**
 * What is left out or summed up before a model is trained, learnt from the training rows alone. A share of 0 switches a step off.
 *
 * @param outlierShare this share of the training rows, those farthest from the middle, trains nothing; see {@link Outliers}
 * @param componentShare columns are replaced by so many of their principal components that these hold more than this share of the variance;
 *     1: all that hold any
 */
public record Reduction(double outlierShare, double componentShare) {
    /** All rows, and columns as they are. */
    public static final Reduction NONE = new Reduction(0, 0);

    public Reduction {
        if (!(outlierShare >= 0 && outlierShare <= 0.5 && componentShare >= 0 && componentShare <= 1)) {
            throw new IllegalArgumentException("At most half of the rows are outliers, and components hold at most all of the variance");
        }
    }
}
