package org.orrery.testkit.internal.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.jobs.StoredRun;
import org.orrery.testkit.internal.stage.StoredDifference;

import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;

/** What makes a result well formed: stable names, no name twice, nothing that names what is not there. */
final class ResultForm {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private final List<String> faults = new ArrayList<>();

    private ResultForm() {
    }

    /** What is wrong with a result. */
    static List<String> faults(Result result) {
        ResultForm form = new ResultForm();
        form.figures(result);
        form.tables(result);
        form.charts(result);
        result.findings().forEach(finding -> form.message("finding", finding.code(), finding.message()));
        result.warnings().forEach(warning -> form.message("warning", warning.code(), warning.message()));
        return form.faults;
    }

    /** What is wrong with the result of a run and its document. */
    static List<String> faults(StoredRun run) throws IOException {
        List<String> faults = new ArrayList<>();
        run.result().ifPresentOrElse(result -> faults.addAll(faults(result)), () -> faults.add("there is no result"));
        try {
            JsonParser.parseString(StoredDifference.document(run)).getAsJsonObject();
        } catch (JsonSyntaxException | IllegalStateException e) {
            faults.add("the document is not JSON: " + e.getMessage());
        }
        return faults;
    }

    private void figures(Result result) {
        Set<String> seen = new HashSet<>();
        for (Figure figure : result.figures()) {
            unique(seen, "figure", figure.name());
            if (!NAME.matcher(figure.name().split("\\.", 2)[0]).matches()) {
                faults.add("the figure " + figure.name() + " is neither lowerCamelCase nor kebab-case");
            }
            if (figure.label().isBlank()) {
                faults.add("the figure " + figure.name() + " has no label");
            }
        }
        if (!result.best().isEmpty() && !seen.contains(result.best())) {
            faults.add("the headline figure " + result.best() + " is not among the figures");
        }
    }

    private void tables(Result result) {
        Set<String> seen = new HashSet<>();
        for (ResultTable table : result.tables()) {
            unique(seen, "table", table.id());
            if (!NAME.matcher(table.id()).matches()) {
                faults.add("the table " + table.id() + " is neither lowerCamelCase nor kebab-case");
            }
            if (table.title().isBlank()) {
                faults.add("the table " + table.id() + " has no title");
            }
            table.labels().keySet().stream().filter(column -> table.rows().schema().indexOf(column) < 0 && table.rows().schema().size() > 0)
                    .forEach(column -> faults.add("the table " + table.id() + " labels the column " + column + ", which it does not have"));
        }
    }

    private void charts(Result result) {
        Set<String> seen = new HashSet<>();
        for (ChartSpec chart : result.charts()) {
            unique(seen, "chart", chart.id());
            if (!NAME.matcher(chart.id()).matches()) {
                faults.add("the chart " + chart.id() + " is neither lowerCamelCase nor kebab-case");
            }
            if (chart.title().isBlank() || chart.x().label().isBlank() || chart.y().label().isBlank()) {
                faults.add("the chart " + chart.id() + " lacks a title or the label of an axis");
            }
            if (!chart.tableId().isEmpty() && result.table(chart.tableId()).isEmpty()) {
                faults.add("the chart " + chart.id() + " names the table " + chart.tableId() + ", which is not there");
            }
        }
    }

    private void message(String what, String code, String message) {
        if (!WORD.matcher(code).matches()) {
            faults.add("the " + what + " " + code + " has no kebab-case code");
        }
        Sentences.fault(message).ifPresent(fault -> faults.add("the " + what + " " + code + ": " + fault));
    }

    private void unique(Set<String> seen, String what, String name) {
        if (!seen.add(name)) {
            faults.add("two " + what + "s are called " + name);
        }
    }
}
