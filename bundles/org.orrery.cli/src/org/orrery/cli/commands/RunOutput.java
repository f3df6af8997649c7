package org.orrery.cli.commands;

import java.io.IOException;
import java.io.StringWriter;

import org.orrery.jobs.StoredRun;
import org.orrery.jobs.document.RunDocument;

/** The document of a run on the standard output. */
final class RunOutput {
    private final Session session;

    RunOutput(Session session) {
        this.session = session;
    }

    void document(StoredRun run) throws IOException {
        write(RunDocument.of(run));
    }

    void document(StoredRun run, OutFolder out) throws IOException {
        write(out.document(run));
    }

    private void write(RunDocument document) throws IOException {
        if (session.terminal().json()) {
            StringWriter text = new StringWriter();
            document.write(text);
            session.terminal().document(text.toString().stripTrailing());
        }
    }
}
