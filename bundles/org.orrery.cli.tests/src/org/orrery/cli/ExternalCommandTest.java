package org.orrery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Real programs that train something: what is captured equals, value by value, what they themselves wrote. */
class ExternalCommandTest {
    /** Linear regression of the stopping distances of R's cars by gradient descent; a bar redrawn by carriage returns. */
    private static final String PYTHON = """
            import sys, csv
            x = [4,4,7,7,8,9,10,10,10,11,11,12,12,12,12,13,13,13,13,14,14,14,14,15,15,15,16,16,17,17]
            y = [2,10,4,22,16,10,18,26,34,17,28,14,20,24,28,26,34,34,46,26,36,60,80,20,26,54,32,40,32,40]
            a = b = 0.0
            rate = float(sys.argv[1])
            with open('own.csv', 'w') as own:
                own.write('step,loss\\n')
                for step in range(1, 201):
                    e = [a * u + b - v for u, v in zip(x, y)]
                    loss = sum(k * k for k in e) / len(e)
                    a -= rate * 2 * sum(k * u for k, u in zip(e, x)) / len(e)
                    b -= rate * 2 * sum(e) / len(e)
                    own.write('%d,%r\\n' % (step, loss))
                    sys.stderr.write('\\rstep %d/200 [%s] loss=%r ' % (step, '=' * (step // 20), loss))
            """;
    private static final String R = """
            x <- mtcars$wt; y <- mtcars$mpg; a <- 0; b <- 0
            own <- file("own.csv", "w"); writeLines("step,loss", own)
            for (step in 1:100) {
              e <- a * x + b - y; loss <- mean(e^2)
              cat(sprintf("iter %d value %.17g\\n", step, loss))
              writeLines(sprintf("%d,%.17g", step, loss), own)
              a <- a - 0.02 * mean(2 * e * x); b <- b - 0.02 * mean(2 * e)
            }
            close(own); saveRDS(c(a, b), "model.rds")
            """;

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void findServices() throws BundleException {
        shell = new Shell(folder, Shell.installed());
    }

    private Shell.Said external(String spec) throws IOException {
        Files.writeString(folder.resolve("spec.json"), spec);
        return shell.say("external", "spec.json", "--workspace", "w", "--json", "--quiet");
    }

    /** The values of a metric as the run has them. */
    static List<String> captured(JsonObject document, String metric) {
        List<String> values = new ArrayList<>();
        for (JsonElement row : document.getAsJsonObject("tables").getAsJsonObject("metrics").getAsJsonArray("rows")) {
            JsonArray cells = row.getAsJsonArray();
            if (cells.get(0).getAsString().equals(metric)) {
                values.add(Math.round(cells.get(1).getAsDouble()) + "," + (cells.get(3).isJsonNull() ? "nan" : cells.get(3).getAsDouble()));
            }
        }
        return values;
    }

    private List<String> own() throws IOException {
        return Files.readAllLines(folder.resolve("own.csv")).stream().skip(1).map(line -> line.split(","))
                .map(cells -> cells[0] + "," + Double.parseDouble(cells[1])).toList();
    }

    @Test
    void theBarOfAPythonProgramGivesTheSeriesThatItWroteItself() throws Exception {
        Files.writeString(folder.resolve("train.py"), PYTHON);
        Shell.Said said = external("""
                {"name": "gradient descent", "command": ["python3", "train.py", "${param:rate}"], "workingDirectory": ".",
                 "parameters": {"rate": 0.003}, "metrics": [{"format": "key-value"}], "progress": {"current": "step", "total": 200},
                 "artifacts": ["own.csv"]}""");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        JsonObject document = said.json();
        assertEquals("gradient descent", document.get("name").getAsString());
        assertEquals(200, own().size());
        assertEquals(own(), captured(document, "loss"));
        assertEquals(0, document.getAsJsonObject("figures").get("exitCode").getAsInt());
        assertEquals("file.own.csv", document.getAsJsonArray("artifacts").get(0).getAsJsonObject().get("id").getAsString());
    }

    @Test
    void theLinesOfAnRProgramGiveTheSeriesThatItWroteItself() throws Exception {
        Files.writeString(folder.resolve("train.R"), R);
        Shell.Said said = external("""
                {"command": ["Rscript", "--vanilla", "train.R"], "workingDirectory": ".",
                 "metrics": [{"name": "loss", "pattern": "iter\\\\s+(?<step>\\\\d+) value (?<loss>[-0-9.eE]+)"}], "artifacts": ["*.rds"]}""");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        assertEquals(100, own().size());
        assertEquals(own(), captured(said.json(), "loss"));
        assertEquals("file.model.rds", said.json().getAsJsonArray("artifacts").get(0).getAsJsonObject().get("id").getAsString());
    }

    @Test
    void aCsvFileIsFollowedToItsLastRow() throws Exception {
        Files.writeString(folder.resolve("train.py"), PYTHON);
        Shell.Said said = external("""
                {"command": ["python3", "train.py", "0.003"], "workingDirectory": ".",
                 "metrics": [{"format": "csv", "file": "own.csv"}]}""");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        assertEquals(own(), captured(said.json(), "loss"));
    }

    @Test
    void aTrainingThatDivergesIsWarnedOf() throws Exception {
        Files.writeString(folder.resolve("diverge.py"), """
                import json
                loss = 1e300
                for epoch in range(1, 8):
                    print(json.dumps({'epoch': epoch, 'loss': loss}))
                    loss = loss * 1e8
                    if epoch > 4: loss = float('nan')
                """);
        Shell.Said said = external("""
                {"command": ["python3", "diverge.py"], "workingDirectory": ".", "metrics": [{"format": "json-lines"}]}""");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        assertTrue(said.out().contains("metric-not-finite"), said.out());
    }

    @Test
    void aProgramThatFailsLeavesWhatItHasSaid() throws Exception {
        Shell.Said said = external("""
                {"command": ["sh", "-c", "echo loss=0.25; echo no more memory >&2; exit 3"], "metrics": [{"format": "key-value"}]}""");
        assertEquals(ExitCode.FAILED, said.exit(), said.err());
        JsonObject document = said.json();
        assertFalse(document.get("status").getAsString().equals("COMPLETED"));
        assertEquals(3, document.getAsJsonObject("figures").get("exitCode").getAsInt());
        assertEquals(List.of("1,0.25"), captured(document, "loss"));
        assertTrue(document.getAsJsonArray("failures").toString().contains("exit code 3"), document.toString());
    }

    @Test
    void aProgramAndItsChildrenAreKilledWhenTheirTimeIsOver() throws Exception {
        Shell.Said said = external("""
                {"command": ["sh", "-c", "sleep 300 & echo $! > child.pid; echo started; wait"], "workingDirectory": ".",
                 "timeoutSeconds": 1, "killGraceSeconds": 0.2}""");
        assertEquals(ExitCode.FAILED, said.exit(), said.err());
        long child = Long.parseLong(Files.readString(folder.resolve("child.pid")).strip());
        // The system may take a moment to bury it; one that lives on would do so for five minutes.
        Optional<ProcessHandle> left = ProcessHandle.of(child);
        if (left.isPresent()) {
            left.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsWrongInADescriptionIsNamed() throws Exception {
        assertTrue(external("{\"comand\": [\"true\"]}").out().contains("comand"));
        Shell.Said said = external("{\"command\": [\"no-such-program\"]}");
        assertEquals(ExitCode.BAD_INPUT, said.exit());
        assertTrue(said.out().contains("no-such-program cannot be started"), said.out());
        Shell.Said pattern = external("{\"command\": [\"true\"], \"metrics\": [{\"pattern\": \"(\"}]}");
        assertEquals(ExitCode.BAD_INPUT, pattern.exit());
        assertTrue(pattern.out().contains("metrics[0].pattern"), pattern.out());
    }

    @Test
    void aStoppedTrainerSavesAndIsKeptAndARunThatGoesOnBeginsAtTheCheckpoint() throws Exception {
        Files.writeString(folder.resolve("train.py"), """
                import signal, sys, time, os
                start = int(open(sys.argv[2]).read()) if len(sys.argv) > 2 else 0
                step = start
                def end(*_):
                    open('at.ckpt', 'w').write(str(step))
                    sys.exit(0)
                signal.signal(signal.SIGTERM, end)
                while step < 5 or step < 8 and start == 0:
                    step += 1
                    print('step=%d loss=%r' % (step, 1 / step), flush=True)
                    if step == 3 and start == 0:
                        open('ready', 'w').close()
                        time.sleep(60)
                """);
        CompletableFuture<Void> stopper = CompletableFuture.runAsync(() -> {
            while (!Files.exists(folder.resolve("ready"))) {
                LockSupport.parkNanos(10_000_000);
            }
            assertEquals(ExitCode.COMPLETED, shell.say("stop", "1", "--workspace", "w", "--json", "--quiet").exit());
        });
        Shell.Said said = external("""
                {"command": ["python3", "-u", "train.py"], "workingDirectory": ".", "metrics": [{"format": "key-value"}],
                 "resumeArguments": ["--from", "${checkpoint}"], "checkpoint": "*.ckpt", "artifacts": ["*.ckpt"]}""");
        stopper.get(60, TimeUnit.SECONDS);
        assertEquals("STOPPED_KEPT", said.json().get("status").getAsString());
        assertEquals(List.of("1,1.0", "2,0.5", "3," + 1 / 3.0), captured(said.json(), "loss"));
        Shell.Said on = shell.say("resume", "1", "--workspace", "w", "--json", "--quiet");
        assertEquals("COMPLETED", on.json().get("status").getAsString(), on.out());
        assertEquals(List.of("1,1.0", "2,0.5", "3," + 1 / 3.0, "4,0.25", "5,0.2"), captured(on.json(), "loss"));
    }

    @Test
    void everyReportedValueIsAmongWhatIsWrittenOut() throws Exception {
        Files.writeString(folder.resolve("spec.json"), """
                {"command": ["sh", "-c", "echo step=3 loss=0.5; echo step=4 loss=nan"], "metrics": [{"format": "key-value"}]}""");
        Shell.Said said = shell.say("external", "spec.json", "--workspace", "w", "--out", "out", "--quiet");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.err());
        List<String> lines = Files.readAllLines(folder.resolve("out/reported-values.csv"));
        assertEquals("unit,name,step,seconds,value", lines.get(0));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("program,loss,3,") && line.endsWith(",0.5")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("program,loss,4,") && line.endsWith(",")), lines.toString());
    }

    @Test
    void theLogOfARunIsReadAgainWithOtherPatterns() throws Exception {
        assertEquals(ExitCode.COMPLETED, external("{\"command\": [\"sh\", \"-c\", \"for i in 1 2 3; do echo it $i cost -$i.5e-1; done\"]}").exit());
        Files.writeString(folder.resolve("patterns.json"), "{\"metrics\": [{\"pattern\": \"it (?<step>\\\\d+) cost (?<cost>\\\\S+)\"}]}");
        Shell.Said said = shell.say("external", "reparse", "1", "--patterns", "patterns.json", "--workspace", "w", "--json", "--quiet");
        assertEquals(ExitCode.COMPLETED, said.exit(), () -> said.out() + said.err());
        assertEquals(List.of("1,-0.15", "2,-0.25", "3,-0.35"), captured(said.json(), "cost"));
        assertEquals(-0.35, said.json().getAsJsonObject("figures").get("cost.last").getAsDouble());
    }

    @Test
    void aPresetIsShownFilledInAndRefusedWithTheNamesThereAre() throws Exception {
        assertTrue(shell.say("external", "presets").out().contains("rave"));
        JsonObject rave = shell.say("external", "presets", "rave", "--json").json();
        assertTrue(rave.getAsJsonArray("command").toString().contains("--db_path=${param:db_path}"), rave.toString());
        Shell.Said said = shell.say("external", "preset:key-value", "--param", "script=" + Files.writeString(folder.resolve("t.py"),
                "import json\nfor e in (1, 2): print(json.dumps({'epoch': e, 'loss': e / 4}))\n"), "--data", Files.writeString(
                        folder.resolve("d.csv"), "a,b\n1,2\n3,4\n").toString(), "--workspace", "w", "--json", "--quiet");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.out() + said.err());
        assertEquals(List.of("1,0.25", "2,0.5"), captured(said.json(), "loss"));
        assertTrue(shell.say("external", "presets", "gann", "--json").out().contains("ctgan, key-value, rave"));
    }

    @Test
    void standardInputAndTheEncodingAreThoseAskedFor() throws Exception {
        Files.write(folder.resolve("in.txt"), "größe=0.5\n".getBytes(StandardCharsets.ISO_8859_1));
        Shell.Said said = external("""
                {"command": ["cat"], "standardInput": "in.txt", "charset": "ISO-8859-1", "nice": 5,
                 "metrics": [{"pattern": "größe=(?<size>\\\\S+)"}]}""");
        assertEquals(ExitCode.COMPLETED, said.exit(), said.out());
        assertEquals(List.of("1,0.5"), captured(said.json(), "size"));
        assertTrue(external("{\"command\": [\"cat\"], \"charset\": \"EBCDIC-9\"}").out().contains("EBCDIC-9"));
    }

    @Test
    void keptFilesStandWithTheirDigest() throws Exception {
        Shell.Said said = external("{\"command\": [\"sh\", \"-c\", \"printf abc > a.bin\"], \"artifacts\": [\"*.bin\"]}");
        // The digest of abc in FIPS 180-4.
        assertTrue(said.json().getAsJsonObject("tables").getAsJsonObject("artifacts").getAsJsonArray("rows").toString()
                .contains("[\"a.bin\",3,\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"]"), said.out());
    }
}
