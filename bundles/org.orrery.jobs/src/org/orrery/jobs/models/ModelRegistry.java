package org.orrery.jobs.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.RunTags;
import org.orrery.jobs.Runs;

/**
 * The models of a workspace that have a name, as the tags of their runs say at one moment. A tag {@code model:churn} makes the model of a run
 * a version of churn, {@code model:churn@production} gives it a stage: so they are durable, found, exported and restored as every tag is, and
 * no index has to agree with anything. Immutable and thread-safe; what changes tags writes to disk, and the runs have to be read again to see it.
 */
public final class ModelRegistry {
    private final List<ModelVersion> versions;

    /** The registry that these runs make. */
    public ModelRegistry(Collection<RunSummary> runs) {
        versions = runs.stream().map(ModelVersion::of).flatMap(List::stream)
                .sorted(Comparator.comparing((ModelVersion each) -> ModelVersion.folded(each.name())).thenComparing(Comparator.comparingLong(ModelVersion::version).reversed()))
                .toList();
    }

    /** All versions, in order of name and then the newest first. */
    public List<ModelVersion> versions() {
        return versions;
    }

    /** The versions of a name, the newest first. */
    public List<ModelVersion> versions(String name) {
        return versions.stream().filter(each -> each.named(name)).toList();
    }

    /** Whether a word may name a model, a stage or version included: no run and no artifact looks so when it holds an {@code @}. */
    public static boolean isReference(String word) {
        return word.indexOf('@') > 0;
    }

    /**
     * The version that is meant by {@code NAME@STAGE}, {@code NAME@VERSION}, {@code NAME@latest}, or {@code NAME} where there is one only.
     *
     * @throws RunException bad-usage with the versions there are
     */
    public ModelVersion find(String reference) throws RunException {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        String word = at < 0 ? "" : reference.substring(at + 1);
        if (name.isEmpty() || at >= 0 && word.isEmpty()) {
            throw refused(Messages.ModelRegistry_badReference, reference);
        }
        List<ModelVersion> known = versions(name);
        if (known.isEmpty()) {
            throw refused(Messages.ModelRegistry_noModel, name);
        }
        if (word.equalsIgnoreCase(ModelVersion.LATEST) || at < 0 && known.size() == 1) {
            return known.get(0);
        }
        if (at < 0) {
            throw refused(Messages.ModelRegistry_several, name, numbers(known), Long.toString(known.get(0).version()));
        }
        boolean number = word.chars().allMatch(Character::isDigit);
        List<ModelVersion> meant = known.stream().filter(each -> number ? Long.toString(each.version()).equals(word) : each.holds(word)).toList();
        if (meant.isEmpty()) {
            throw refused(number ? Messages.ModelRegistry_noVersion : Messages.ModelRegistry_noHolder, name, word, numbers(known));
        }
        if (meant.size() > 1) {
            // Left by a crash between the two halves of a promotion, or by tags that were written by hand: no guess which is right.
            throw refused(Messages.ModelRegistry_severalHolders, name, word, numbers(meant));
        }
        return meant.get(0);
    }

    /** What is wrong with a word as the name of a model, in a sentence; empty when nothing is. */
    public static Optional<String> wrongName(String name) {
        return ModelVersion.NAME.matcher(name).matches() ? Optional.empty()
                : Optional.of(NLS.bind(Messages.ModelRegistry_badName, name, ModelVersion.LONGEST));
    }

    /** What is wrong with a word as a stage, in a sentence; empty when nothing is. */
    public static Optional<String> wrongStage(String stage) {
        return ModelVersion.STAGE.matcher(stage).matches() && !stage.equalsIgnoreCase(ModelVersion.LATEST) ? Optional.empty()
                : Optional.of(NLS.bind(Messages.ModelRegistry_badStage, new Object[] {stage, ModelVersion.LONGEST, ModelVersion.LATEST}));
    }

    private static void check(Optional<String> wrong) throws RunException {
        if (wrong.isPresent()) {
            throw new RunException(Code.BAD_USAGE, wrong.get());
        }
    }

    /**
     * Gives the model of an ended run a name, and a stage with it as {@link #promote} does.
     *
     * @param artifact which one, when the run keeps several
     * @throws RunException bad-usage for a name or stage that is none, or a run at work; as {@link Runs#tag}
     */
    public void add(Runs runs, RunSummary run, String name, Optional<String> artifact, Optional<String> stage) throws RunException {
        check(wrongName(name));
        check(stage.flatMap(ModelRegistry::wrongStage));
        if (!run.state().ended()) {
            throw refused(Messages.ModelRegistry_notEnded, Long.toString(run.id()));
        }
        // One name is written one way, whatever somebody types later.
        String known = versions(name).stream().findFirst().map(ModelVersion::name).orElse(name);
        List<String> before = run.tags().stream().filter(tag -> isName(tag, known)).toList();
        List<String> more = new ArrayList<>(List.of(ModelVersion.TAG + known + artifact.map(id -> '/' + id).orElse("")));
        stage.ifPresent(word -> more.add(tag(known, word)));
        RunTags.change(runs, run, more, before);
        if (stage.isPresent()) {
            takeFromOthers(runs, known, run.id(), stage.get());
        }
    }

    private static boolean isName(String tag, String name) {
        String own = ModelVersion.folded(ModelVersion.TAG + name);
        String folded = ModelVersion.folded(tag);
        return folded.equals(own) || folded.startsWith(own + '/');
    }

    /**
     * Gives a version a stage and takes it from whichever has it. The new holder is durable first: a crash in between leaves two, which
     * {@link #find} refuses to choose between, and never none.
     *
     * @throws RunException bad-usage for a word that is no stage; as {@link Runs#tag}
     */
    public void promote(Runs runs, ModelVersion version, String stage) throws RunException {
        check(wrongStage(stage));
        RunTags.change(runs, version.run(), List.of(tag(version.name(), stage)), List.of());
        takeFromOthers(runs, version.name(), version.version(), stage);
    }

    private void takeFromOthers(Runs runs, String name, long holder, String stage) throws RunException {
        for (ModelVersion other : versions(name)) {
            if (other.version() != holder && other.holds(stage)) {
                RunTags.change(runs, other.run(), List.of(), List.of(tag(other.name(), stage)));
            }
        }
    }

    /** Takes a stage from a version; nothing happens when it does not hold it. */
    public void demote(Runs runs, ModelVersion version, String stage) throws RunException {
        // Without the tag of its name the version would go with its last stage.
        RunTags.change(runs, version.run(), List.of(ModelVersion.TAG + version.name() + (version.artifact().isEmpty() ? "" : '/' + version.artifact())),
                List.of(tag(version.name(), stage)));
    }

    /** Takes a version out, with its stages. Its run stays. */
    public void remove(Runs runs, ModelVersion version) throws RunException {
        List<String> gone = new ArrayList<>(version.run().tags().stream().filter(tag -> isName(tag, version.name())).toList());
        version.stages().forEach(stage -> gone.add(tag(version.name(), stage)));
        RunTags.change(runs, version.run(), List.of(), gone);
    }

    private static String tag(String name, String stage) {
        return ModelVersion.TAG + name + '@' + stage;
    }

    /** What keeps a run from being deleted: the stages that its models hold, as {@code churn@production}; empty for none. */
    public static List<String> heldBy(RunSummary run) {
        return ModelVersion.of(run).stream().flatMap(each -> each.stages().stream().map(stage -> each.name() + '@' + stage)).toList();
    }

    private static String numbers(List<ModelVersion> versions) {
        return versions.stream().map(each -> Long.toString(each.version())).collect(Collectors.joining(", "));
    }

    private static RunException refused(String sentence, Object... words) {
        return new RunException(Code.BAD_USAGE, NLS.bind(sentence, words));
    }
}
