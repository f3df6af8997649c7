package org.orrery.jobs.document;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;

/** The JSON document of an answer about a run: the question, and the parts of a result as in the document of a run. */
public final class AnswerDocument {
    private AnswerDocument() {
    }

    /**
     * Writes it, indented, with a line feed at its end; does not close the writer.
     *
     * @param run the number of the run
     * @param question in plain form, as it was asked
     * @param answer what came back
     * @param tables the CSV file of a table that is too long for the document
     * @param charts the picture of a chart
     */
    public static void write(long run, Map<String, ?> question, Result answer, Function<ResultTable, Optional<Path>> tables,
            Function<ChartSpec, Optional<Path>> charts, Writer out) throws IOException {
        JsonValues json = new JsonValues(out);
        json.writer().beginObject();
        json.field("run", run);
        json.field("question", question);
        ResultJson parts = new ResultJson(json, tables, charts);
        parts.values(answer);
        json.writer().name("findings").beginArray();
        for (var finding : answer.findings()) {
            json.writer().value(finding.message());
        }
        json.writer().endArray();
        parts.warnings(answer);
        json.writer().endObject();
        json.writer().flush();
        out.write('\n');
        out.flush();
    }
}
