package org.orrery.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class DocumentDifferenceTest {
    private static final String DOCUMENT = """
            {"run": 1, "analysis": "a", "status": "COMPLETED", "started": "2026-01-01T00:00:00Z", "finished": null, "attempts": 1,
             "units": {"done": 2, "total": 2, "restored": 0, "failed": 0}, "figures": {"accuracy": 0.5, "fitSeconds": 1.5},
             "tables": {"leaderboard": {"columns": [{"name": "model", "type": "text"}, {"name": "fitSeconds", "type": "real"},
               {"name": "allocatedMiB", "type": "real"}], "rows": [["tree", 0.25, 10.5]], "totalRows": 1, "path": "/w/runs/1/result/leaderboard.csv"}},
             "artifacts": [{"id": "model", "path": "/w/runs/1/artifacts/model/m.json", "bytes": 3, "sha256": "00"}],
             "timings": {"total": 3.5}, "memory": {"allocatedMiB": 9.5}}
            """;

    private static List<String> differences(String... changes) {
        String changed = DOCUMENT;
        for (int i = 0; i < changes.length; i += 2) {
            assertEquals(true, changed.contains(changes[i]), changes[i]);
            changed = changed.replace(changes[i], changes[i + 1]);
        }
        return DocumentDifference.between(DOCUMENT, changed).stream().map(DocumentDifference::toString).toList();
    }

    @Test
    void whatMayDifferIsNoDifference() {
        assertEquals(List.of(), differences("\"run\": 1,", "\"run\": 22,", "runs/1/", "runs/22/", "\"attempts\": 1", "\"attempts\": 3",
                "\"restored\": 0", "\"restored\": 2", "2026-01-01", "2027-01-01", "\"finished\": null", "\"finished\": \"2027-01-01T00:00:00Z\"",
                "0.25, 10.5", "9.75, 11.5", "{\"total\": 3.5}", "{\"total\": 4.5}", "{\"allocatedMiB\": 9.5}", "{\"allocatedMiB\": null}"));
    }

    @Test
    void anotherFolderAboveTheRunIsNoDifference() {
        assertEquals(List.of(), differences("/w/runs/1/", "/elsewhere/runs/1/"));
    }

    @Test
    void figuresAreComparedWhateverTheirNames() {
        assertEquals(List.of("figures.fitSeconds: 1.5 became 1.25"), differences("\"fitSeconds\": 1.5", "\"fitSeconds\": 1.25"));
    }

    @Test
    void everyThingElseIsADifference() {
        assertEquals(List.of("status: \"COMPLETED\" became \"FAILED\""), differences("COMPLETED", "FAILED"));
        assertEquals(List.of("tables.leaderboard.rows[0].model: \"tree\" became \"bush\""), differences("\"tree\"", "\"bush\""));
        assertEquals(List.of("units.done: 2 became 1"), differences("\"done\": 2", "\"done\": 1"));
        assertEquals(List.of("artifacts[0].sha256: \"00\" became \"01\""), differences("\"sha256\": \"00\"", "\"sha256\": \"01\""));
        assertEquals(List.of("figures.accuracy: 0.5 became 0.50000000000000011"), differences("\"accuracy\": 0.5", "\"accuracy\": 0.50000000000000011"));
        assertEquals(List.of("figures.accuracy: 0.5 became nothing"), differences("\"accuracy\": 0.5, ", ""));
    }

    @Test
    void aMissingRowIsADifferenceOfLength() {
        assertEquals(List.of("tables.leaderboard.rows.length: 1 became 0"), differences("[[\"tree\", 0.25, 10.5]]", "[]"));
    }
}
