package org.orrery.analysis.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of a run, or of the part of it that is done. Artifacts are not listed here: the run folder knows them.
 *
 * @param figures the headline numbers
 * @param tables the tables
 * @param charts the charts
 * @param findings what the numbers say
 * @param warnings what to know before trusting them
 * @param best the name of the figure that the list of runs shows; empty for none
 * @param better which values of that figure are the better ones: by it later runs are measured against a baseline
 */
public record Result(List<Figure> figures, List<ResultTable> tables, List<ChartSpec> charts, List<Finding> findings,
        List<Warning> warnings, String best, Better better) {
    /** Which values of a figure are the better ones. */
    public enum Better {
        /** It is no measure of quality, or nobody can tell. */
        UNKNOWN,
        /** The larger ones. */
        LARGER,
        /** The smaller ones. */
        SMALLER;

        /** 1 when larger values are better, −1 when smaller ones are, 0 when it is not known. */
        public int direction() {
            return this == LARGER ? 1 : this == SMALLER ? -1 : 0;
        }
    }

    /** No result. */
    public static final Result EMPTY = new Result(List.of(), List.of(), List.of(), List.of(), List.of(), "", Better.UNKNOWN);

    public Result {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(best, "best");
        // What was stored before there was a direction has none.
        better = Objects.requireNonNullElse(better, Better.UNKNOWN);
    }

    /** The same with these warnings. */
    public Result withWarnings(List<Warning> all) {
        return new Result(figures, tables, charts, findings, all, best, better);
    }

    /** A builder without content. */
    public static Builder builder() {
        return new Builder();
    }

    /** The figure of that name. */
    public Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    /** The table of that id. */
    public Optional<ResultTable> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** The table that tells the same as this one with rows and columns swapped. */
    public Optional<ResultTable> transposed(ResultTable table) {
        return table(table.id() + ResultTable.TRANSPOSED);
    }

    /** The tables without those that tell another one with rows and columns swapped: for readers who need each fact once. */
    public List<ResultTable> uprightTables() {
        Set<String> swapped = tables.stream().map(table -> table.id() + ResultTable.TRANSPOSED).collect(Collectors.toSet());
        return tables.stream().filter(table -> !swapped.contains(table.id())).toList();
    }

    /** Collects the parts of a result. Not thread-safe. */
    public static final class Builder {
        private final List<Figure> figures = new ArrayList<>();
        private final List<ResultTable> tables = new ArrayList<>();
        private final List<ChartSpec> charts = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private String best = "";
        private Better better = Better.UNKNOWN;

        private Builder() {
        }

        /** Adds a figure shown as it is. */
        public Builder figure(String name, Object value, String label) {
            return figure(new Figure(name, value, label, Figure.Format.PLAIN));
        }

        /** Adds a figure. */
        public Builder figure(Figure figure) {
            figures.add(figure);
            return this;
        }

        /** Adds a table. */
        public Builder table(ResultTable table) {
            tables.add(table);
            return this;
        }

        /** Adds a chart. */
        public Builder chart(ChartSpec chart) {
            charts.add(chart);
            return this;
        }

        /** Adds a finding. */
        public Builder finding(String code, String message) {
            findings.add(new Finding(code, message));
            return this;
        }

        /** Adds a warning. */
        public Builder warning(String code, String message) {
            warnings.add(new Warning(code, message));
            return this;
        }

        /** Names the figure that the list of runs shows and that says nothing about quality. */
        public Builder best(String figureName) {
            return best(figureName, Better.UNKNOWN);
        }

        /** Names the figure that the list of runs shows and that runs are measured by. */
        public Builder best(String figureName, Better direction) {
            best = figureName;
            better = direction;
            return this;
        }

        /** The result. */
        public Result build() {
            return new Result(figures, tables, charts, findings, warnings, best, better);
        }
    }
}
