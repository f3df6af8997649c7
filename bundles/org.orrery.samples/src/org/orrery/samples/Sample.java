package org.orrery.samples;

import java.util.Objects;

/**
 * A bundled data set.
 *
 * @param id a stable word, also the name of the file without its ending
 * @param title what it is called
 * @param description a sentence for the user
 * @param licence the licence of the data
 * @param source where it comes from
 * @param target the column that is usually predicted
 */
public record Sample(String id, String title, String description, String licence, String source, String target) {
    public Sample {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(target, "target");
    }
}
