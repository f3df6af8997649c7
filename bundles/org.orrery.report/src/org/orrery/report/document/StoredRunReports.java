package org.orrery.report.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.render.RenderRequest;
import org.orrery.analysis.render.ResultRenderer;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.RunReports;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Turns stored runs into a request and hands it to the renderer of the format. */
@Component
public final class StoredRunReports implements RunReports {
    private final AnalysisCatalog catalog;
    private final List<ResultRenderer> renderers;

    /** Made by the service framework. */
    @Activate
    public StoredRunReports(@Reference AnalysisCatalog catalog,
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE, policyOption = ReferencePolicyOption.GREEDY) List<ResultRenderer> renderers) {
        this.catalog = catalog;
        this.renderers = List.copyOf(renderers);
    }

    @Override
    public List<String> formats() {
        return renderers.stream().map(ResultRenderer::format).sorted().distinct().toList();
    }

    @Override
    public void write(List<StoredRun> runs, String format, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // Not a temporary file of the system: those are for their owner's eyes only, and a report is to be passed on.
        Path draft = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                write(runs, format, out);
            }
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void write(List<StoredRun> runs, String format, OutputStream out) throws IOException {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("A report needs a run");
        }
        ResultRenderer renderer = renderers.stream().filter(one -> one.format().equals(format)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No report format " + format + ", only " + formats()));
        RunSections sections = new RunSections(catalog);
        String title = runs.size() == 1 ? sections.title(runs.get(0)) : NLS.bind(Messages.StoredRunReports_title, runs.size());
        renderer.render(new RenderRequest(title, runs.stream().map(sections::section).toList()), out);
    }
}
