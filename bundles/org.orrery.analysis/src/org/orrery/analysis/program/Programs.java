package org.orrery.analysis.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.result.Result;

/** Descriptions of external programs, and what their logs say; a service. Thread-safe; never of use on the user interface thread. */
public interface Programs {
    /** The analysis that runs external programs. */
    String ANALYSIS = "external";

    /**
     * A line that a program has printed.
     *
     * @param seconds when, from the start of the run
     * @param text what, without its end
     */
    record Line(double seconds, String text) {
    }

    /**
     * The description in a file. Relative paths in it are relative to its folder.
     *
     * @throws AnalysisException unreadable-file, or bad-setting with the member to blame
     */
    ProgramSpec read(Path file) throws AnalysisException;

    /** The text of a file that holds the description. */
    String text(ProgramSpec spec);

    /**
     * Writes a file that holds the description; one that is there is replaced at once.
     *
     * @throws AnalysisException unreadable-file when it cannot be written
     */
    void write(ProgramSpec spec, Path file) throws AnalysisException;

    /** The names of the descriptions that come with the program, in order. */
    List<String> presets();

    /**
     * A description that comes with the program: a beginning, to be filled in.
     *
     * @throws AnalysisException bad-setting with the names there are
     */
    ProgramSpec preset(String name) throws AnalysisException;

    /**
     * What a log says by these settings, whatever was made of it when the program ran: tables {@code metrics} and {@code summary}, a
     * chart of each metric. Sources that read files are left out.
     *
     * @param settings in plain form; only the metrics count
     * @throws AnalysisException bad-setting with the source to blame
     */
    Result parse(List<Line> log, Map<String, ?> settings) throws AnalysisException;
}
