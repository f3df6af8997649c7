package org.orrery.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.orrery.data.DataException;
import org.orrery.jobs.RunException.Problem;

/** The document that stands for a result when there is none. */
public final class ErrorDocument {
    private ErrorDocument() {
    }

    /** The plain form for one problem, with its place as far as it is known. */
    public static Map<String, Object> of(Problem problem) {
        Map<String, Object> where = new LinkedHashMap<>();
        Optional<DataException.Where> place = problem.place();
        where.put("file", place.map(at -> String.valueOf(at.file())).orElse(null));
        where.put("line", place.filter(at -> at.line().isPresent()).map(at -> at.line().getAsLong()).orElse(null));
        where.put("column", place.flatMap(DataException.Where::column).orElse(null));
        where.put("setting", problem.setting().isEmpty() ? option(problem).orElse(null) : problem.setting());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", problem.code().id());
        error.put("message", sentence(problem));
        error.put("where", where);
        return Map.of("error", error);
    }

    /** What is wrong, with the option that may help where there is one. */
    public static String sentence(Problem problem) {
        return option(problem).filter(option -> !problem.message().contains("--" + option))
                .map(option -> Messages.bind(Messages.ErrorDocument_option, problem.message(), "--" + option)).orElse(problem.message());
    }

    private static Optional<String> option(Problem problem) {
        return problem.place().flatMap(DataException.Where::option);
    }
}
