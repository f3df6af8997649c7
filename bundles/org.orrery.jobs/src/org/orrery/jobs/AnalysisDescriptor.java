package org.orrery.jobs;

import java.net.URL;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.Analysis;
import org.orrery.analysis.Answers;
import org.orrery.analysis.Names;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.ColumnType;

/** One analysis as its plugin.xml describes it; only {@link #settings()} and {@link #create()} load its bundle. Thread-safe. */
public interface AnalysisDescriptor {
    /**
     * A named input.
     *
     * @param name stable
     * @param label what the user reads
     * @param min the least number of data sets
     * @param max the largest number; −1 when unlimited
     */
    record InputDescriptor(String name, String label, int min, int max) {
    }

    /**
     * A table or figure that its results hold, for {@code describe}.
     *
     * @param id stable
     * @param description what it holds
     */
    record OutputDescriptor(String id, String description) {
    }

    /** Why its runs must not share a process with anything else. */
    enum Isolation {
        /** There is no reason. */
        NONE,
        /** Code outside the virtual machine may end the process. */
        NATIVE,
        /** Its units cannot be cancelled within a second. */
        UNINTERRUPTIBLE
    }

    /** The id that users and scripts write. */
    String id();

    /** What the user reads. */
    String name();

    /** A heading to find it under. */
    String category();

    /** One or two sentences. */
    String description();

    /** The symbolic name of its bundle. */
    String bundle();

    /** The version of its bundle. */
    String version();

    /** Its inputs. */
    List<InputDescriptor> inputs();

    /** The column types of which a data set must have at least one to fit; empty: any fits. */
    default List<ColumnType> requires() {
        return List.of();
    }

    /** Whether its runs need a process of their own; a description that says nothing says they do not. */
    default Isolation isolation() {
        return Isolation.NONE;
    }

    /** What its runs mostly use, and so whose slots they take. */
    default RunQueue.Kind kind() {
        return RunQueue.Kind.COMPUTE;
    }

    /** Whether its units may be interrupted when they do not hear that they are to end: nothing of theirs is then broken. */
    default boolean interruptible() {
        return false;
    }

    /** Words to find it by; none unless they are said. */
    default List<String> keywords() {
        return List.of();
    }

    /** Its icon, if it has one of its own. */
    default Optional<URL> icon() {
        return Optional.empty();
    }

    /** The help context; empty: none. */
    default String helpId() {
        return "";
    }

    /** The tables its results hold, as far as they are described. */
    default List<OutputDescriptor> tables() {
        return List.of();
    }

    /** The figures its results hold, as far as they are described. */
    default List<OutputDescriptor> figures() {
        return List.of();
    }

    /** Its settings; loads the settings class. */
    SettingsSchema<?> settings() throws RunException;

    /** What users read for the stable words in its results, in their language; loads the class. */
    default Names names() throws RunException {
        return create().names();
    }

    /** What its runs can be asked when they are there, see {@link RunAnswers}; empty: nothing. Loads the class. */
    default Optional<SettingsSchema<?>> questions() throws RunException {
        return create() instanceof Answers<?, ?, ?> answers ? Optional.of(SettingsSchema.of(answers.questionType())) : Optional.empty();
    }

    /** A new instance; loads the class. */
    Analysis<?> create() throws RunException;
}
