package org.orrery.jobs.retention;

import java.time.Duration;
import java.util.Objects;

/**
 * What a workspace keeps of its ended runs. A rule of zero does not count. Runs at work, and those with a tag of the user's, a baseline above all,
 * are always kept; those that could be resumed are, unless the policy says otherwise.
 *
 * @param age runs that ended longer ago go
 * @param count of the ended runs all but the newest so many go
 * @param bytes the oldest go until all run folders together take no more
 * @param resumable whether runs that could be resumed may go too
 */
public record RetentionPolicy(Duration age, int count, long bytes, boolean resumable) {
    /** Keeps everything. */
    public static final RetentionPolicy KEEP_ALL = new RetentionPolicy(Duration.ZERO, 0, 0, false);

    public RetentionPolicy {
        Objects.requireNonNull(age, "age");
        if (age.isNegative() || count < 0 || bytes < 0) {
            throw new IllegalArgumentException("A rule of a policy must not be negative");
        }
    }

    /** Whether it has any rule. */
    public boolean any() {
        return !age.isZero() || count > 0 || bytes > 0;
    }
}
