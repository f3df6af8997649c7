package org.orrery.jobs.retention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/**
 * What a policy comes to for the runs of a workspace; nothing is deleted before {@link #carryOut}.
 *
 * @param going the runs that go, oldest first
 * @param spared the runs that a rule is against and that are kept all the same
 * @param bytes what all run folders take; −1 when no rule asks for it
 * @param after what they take afterwards; −1 likewise
 */
public record RetentionPlan(List<Going> going, List<Spared> spared, long bytes, long after) {
    /** The rule that a run goes by. */
    public enum Rule {
        /** It ended too long ago. */
        AGE,
        /** There are enough newer ones. */
        COUNT,
        /** The folders take too much. */
        BYTES
    }

    /** Why a run is kept all the same. */
    public enum Reason {
        /** It has not ended. */
        AT_WORK,
        /** It has a tag of the user's. */
        TAGGED,
        /** It could be resumed. */
        RESUMABLE
    }

    /**
     * A run that goes.
     *
     * @param bytes what its folder takes
     */
    public record Going(RunSummary run, Rule rule, long bytes) {
    }

    /** A run that is kept. */
    public record Spared(RunSummary run, Rule rule, Reason reason) {
    }

    /** Tags that say nothing about whether the user wants to keep a run. */
    private static final Set<String> IDLE = Set.of(RunTags.ARCHIVED, RunTags.REGRESSED);

    public RetentionPlan {
        going = List.copyOf(going);
        spared = List.copyOf(spared);
    }

    /**
     * Makes the plan.
     *
     * @param runs all runs
     * @param size what the folder of a run takes, in bytes; may read files
     * @param now what ages are counted from
     */
    public static RetentionPlan of(RetentionPolicy policy, List<RunSummary> runs, ToLongFunction<RunSummary> size, Instant now) {
        List<RunSummary> oldest = runs.stream().sorted(Comparator.comparing(RetentionPlan::end).thenComparingLong(RunSummary::id)).toList();
        Map<Long, Long> sizes = new HashMap<>();
        if (policy.bytes() > 0) {
            oldest.forEach(run -> sizes.put(run.id(), size.applyAsLong(run)));
        }
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        Map<RunSummary, Rule> ruled = new LinkedHashMap<>();
        List<RunSummary> ended = oldest.stream().filter(run -> run.state().ended()).toList();
        for (int i = 0; i < ended.size(); i++) {
            RunSummary run = ended.get(i);
            if (!policy.age().isZero() && end(run).isBefore(now.minus(policy.age()))) {
                ruled.put(run, Rule.AGE);
            } else if (policy.count() > 0 && ended.size() - i > policy.count()) {
                ruled.put(run, Rule.COUNT);
            }
        }
        List<Going> going = new ArrayList<>();
        List<Spared> spared = new ArrayList<>();
        ruled.forEach((run, rule) -> kept(policy, run).ifPresentOrElse(why -> spared.add(new Spared(run, rule, why)),
                () -> going.add(new Going(run, rule, sizes.computeIfAbsent(run.id(), id -> size.applyAsLong(run))))));
        long after = total - going.stream().mapToLong(Going::bytes).sum();
        for (RunSummary run : oldest) {
            if (policy.bytes() > 0 && after > policy.bytes() && !ruled.containsKey(run)) {
                Optional<Reason> why = kept(policy, run);
                if (why.isPresent()) {
                    spared.add(new Spared(run, Rule.BYTES, why.get()));
                } else {
                    going.add(new Going(run, Rule.BYTES, sizes.get(run.id())));
                    after -= sizes.get(run.id());
                }
            }
        }
        return new RetentionPlan(going, spared, policy.bytes() > 0 ? total : -1, policy.bytes() > 0 ? after : -1);
    }

    private static Instant end(RunSummary run) {
        return run.finished().or(run::started).orElse(run.submitted());
    }

    private static Optional<Reason> kept(RetentionPolicy policy, RunSummary run) {
        if (!run.state().ended()) {
            return Optional.of(Reason.AT_WORK);
        }
        if (run.tags().stream().anyMatch(tag -> IDLE.stream().noneMatch(tag::equalsIgnoreCase))) {
            return Optional.of(Reason.TAGGED);
        }
        return run.resumable() && !policy.resumable() ? Optional.of(Reason.RESUMABLE) : Optional.empty();
    }

    /** The bytes that become free. */
    public long freed() {
        return going.stream().mapToLong(Going::bytes).sum();
    }

    /** Whether the rule about bytes is kept afterwards; true without one. */
    public boolean fits(RetentionPolicy policy) {
        return policy.bytes() == 0 || after <= policy.bytes();
    }

    /**
     * Deletes the runs that go. One that has changed meanwhile, because it was resumed, given a tag or deleted, is left alone.
     *
     * @return those that were deleted
     * @throws RunException when one cannot be deleted; those before it are gone
     */
    public List<Going> carryOut(Runs runs, RunFolders folders) throws RunException {
        List<Going> gone = new ArrayList<>();
        for (Going each : going) {
            if (unchanged(each.run(), folders)) {
                runs.delete(each.run().id());
                gone.add(each);
            }
        }
        return gone;
    }

    private static boolean unchanged(RunSummary run, RunFolders folders) {
        try {
            return folders.open(run.id()).summary().equals(run);
        } catch (RunException e) {
            // Deleted meanwhile, by somebody else.
            return false;
        }
    }
}
