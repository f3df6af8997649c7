package org.orrery.analysis.render;

import java.util.List;
import java.util.Objects;

import org.orrery.analysis.Names;
import org.orrery.analysis.result.Result;

/**
 * What a document shall show. All texts are plain: the renderer escapes them for its format.
 *
 * @param title the heading of the document
 * @param sections one for each run, in the order of the document
 */
public record RenderRequest(String title, List<Section> sections) {
    /**
     * One run.
     *
     * @param id a stable identifier of the run, unique in the document
     * @param title the heading
     * @param error the sentence of the error that ended the run; empty for none
     * @param facts what to know to repeat the run: status, analysis and version, data with digest and rows, seed, instants
     * @param settings every setting, as it was resolved
     * @param result the result; {@link Result#EMPTY} when there is none
     * @param names what readers read for the words in its tables and figures
     * @param failures the units that failed or were skipped
     * @param attachments the files kept with the run
     */
    public record Section(String id, String title, String error, List<Fact> facts, List<Setting> settings, Result result, Names names,
            List<Failure> failures, List<Attachment> attachments) {
        public Section {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(names, "names");
            facts = List.copyOf(facts);
            settings = List.copyOf(settings);
            failures = List.copyOf(failures);
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * Something about a run.
     *
     * @param label what it is
     * @param value as the reader shall see it
     */
    public record Fact(String label, String value) {
        public Fact {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A setting with its value, or with the settings within.
     *
     * @param name the stable name, with dots for nested ones
     * @param label what the user reads
     * @param value as the reader shall see it; empty for a group
     * @param nested the settings within
     */
    public record Setting(String name, String label, String value, List<Setting> nested) {
        public Setting {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
            nested = List.copyOf(nested);
        }
    }

    /**
     * A unit that failed or was skipped.
     *
     * @param unit what it is read as
     * @param message the reason, a sentence
     */
    public record Failure(String unit, String message) {
        public Failure {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * A file kept with the run; it is named in the document, not embedded.
     *
     * @param id unique in the run
     * @param bytes its size
     * @param sha256 its digest, lower-case hexadecimal
     */
    public record Attachment(String id, long bytes, String sha256) {
        public Attachment {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    public RenderRequest {
        Objects.requireNonNull(title, "title");
        sections = List.copyOf(sections);
    }
}
