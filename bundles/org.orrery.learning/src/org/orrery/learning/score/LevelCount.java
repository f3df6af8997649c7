package org.orrery.learning.score;

import java.util.HashSet;
import java.util.Set;

import org.orrery.data.TextVector;

/** Counts the levels of one feature that training did not know. For one thread. */
final class LevelCount {
    private static final int MOST = 100_000;

    private final Set<String> known;
    private final Set<String> unseen = new HashSet<>();
    private long rows;

    LevelCount(Set<String> known) {
        this.known = known;
    }

    void add(TextVector texts) {
        boolean[] isNew = new boolean[texts.dictionary().size()];
        for (int code = 0; code < isNew.length; code++) {
            isNew[code] = !known.contains(texts.dictionary().get(code));
        }
        for (int row = 0; row < texts.rows(); row++) {
            int code = texts.code(row);
            if (code >= 0 && isNew[code]) {
                rows++;
                if (unseen.size() < MOST) {
                    unseen.add(texts.dictionary().get(code));
                }
            }
        }
    }

    /** Different levels, at most 100,000. */
    long levels() {
        return unseen.size();
    }

    long rows() {
        return rows;
    }
}
