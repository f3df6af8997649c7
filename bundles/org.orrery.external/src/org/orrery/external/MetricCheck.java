package org.orrery.external;

import java.nio.file.FileSystems;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.eclipse.osgi.util.NLS;

/** Whether a source of metrics can be used. */
final class MetricCheck {
    /** What a pattern may at most be, as is usual where metrics are defined by patterns. */
    private static final int LONGEST_PATTERN = 500;

    private MetricCheck() {
    }

    /**
     * What is wrong.
     *
     * @param setting the path of the setting to blame
     * @param message a sentence
     */
    record Flaw(String setting, String message) {
    }

    /** @param setting the path of the source among the settings */
    static Optional<Flaw> of(MetricSource source, String setting) {
        Optional<String> pattern = source.pattern().filter(text -> !text.isEmpty());
        return switch (source.format()) {
            case PATTERN -> pattern.isEmpty() || pattern.get().length() > LONGEST_PATTERN
                    ? Optional.of(new Flaw(setting + ".pattern", NLS.bind(Messages.ExternalAnalysis_noPattern, LONGEST_PATTERN)))
                    : pattern(pattern.get(), setting + ".pattern");
            case CSV, TENSORBOARD -> source.file().isEmpty() ? Optional.of(new Flaw(setting + ".file", Messages.ExternalAnalysis_noFile))
                    : glob(source.file().get(), setting + ".file");
            case JSON_LINES, KEY_VALUE -> source.file().flatMap(file -> glob(file, setting + ".file"));
        };
    }

    private static Optional<Flaw> pattern(String text, String setting) {
        try {
            return Pattern.compile(text).matcher("").groupCount() > 0 ? Optional.empty()
                    : Optional.of(new Flaw(setting, Messages.ExternalAnalysis_noGroup));
        } catch (PatternSyntaxException e) {
            return Optional.of(new Flaw(setting, NLS.bind(Messages.ExternalAnalysis_pattern, e.getDescription(), e.getIndex() + 1)));
        }
    }

    /** A pattern of files. */
    static Optional<Flaw> glob(String glob, String setting) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(new Flaw(setting, NLS.bind(Messages.ExternalAnalysis_glob, glob, e.getDescription())));
        }
    }
}
