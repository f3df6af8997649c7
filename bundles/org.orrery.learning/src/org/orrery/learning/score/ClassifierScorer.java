package org.orrery.learning.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.score.GateProblem;
import org.orrery.analysis.score.ModelCard;
import org.orrery.analysis.score.ScoreReport;
import org.orrery.analysis.score.ScoreRequest;
import org.orrery.analysis.score.Scorer;
import org.orrery.analysis.score.WhatIf;
import org.orrery.data.Column;
import org.orrery.data.DataStore;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.TableExporter;
import org.orrery.learning.file.ModelFile;
import org.orrery.learning.onnx.OnnxFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Applies kept classifiers. */
@Component
public final class ClassifierScorer implements Scorer {
    private final TableExporter exporter;

    /** Made by the service framework. */
    @Activate
    public ClassifierScorer(@Reference TableExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public String mediaType() {
        return ModelFile.MEDIA_TYPE;
    }

    @Override
    public ModelCard card(Path model) throws AnalysisException {
        ModelFile file = read(model);
        Schema features = new Schema(file.classifier().encoder().features().stream()
                .map(feature -> Column.of(feature.name(), feature.type())).toList());
        return new ModelCard(file.classifier().model().kind().id(), file.target(), file.classifier().classes(), features, file.trainedRows(),
                file.dataset(), file.dataSha256(), file.seed(), file.program(), facts(file));
    }

    private static List<ModelCard.Fact> facts(ModelFile file) {
        return file.extras().facts().stream().map(fact -> new ModelCard.Fact(fact.id(), fact.label(), fact.value())).toList();
    }

    @Override
    public List<GateProblem> gate(Path model, Schema columns) throws AnalysisException {
        return new SchemaGate(read(model).classifier().encoder().features()).problems(columns);
    }

    @Override
    public WhatIf whatIf(Path model) throws AnalysisException {
        return new ClassifierWhatIf(read(model));
    }

    @Override
    public ScoreReport score(ScoreRequest request, DataStore store, Progress progress) throws AnalysisException {
        return new Scoring(read(request.model()), request, store, exporter, progress).run();
    }

    @Override
    public List<String> endings() {
        return List.of(OnnxFile.ENDING);
    }

    @Override
    public void translate(Path model, Path file) throws AnalysisException {
        byte[] bytes = new OnnxFile(read(model)).bytes();
        Path absolute = file.toAbsolutePath();
        Path draft = absolute.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(absolute.getParent());
            try {
                Files.write(draft, bytes);
                Files.move(draft, absolute, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new AnalysisException(Code.OUT_OF_DISK, NLS.bind(Messages.ScoreWriter_disk, file, e.getMessage()));
        }
    }

    private static ModelFile read(Path model) throws AnalysisException {
        try {
            return ModelFile.read(Files.readAllBytes(model));
        } catch (IOException e) {
            throw new AnalysisException(Code.UNREADABLE_FILE, NLS.bind(Messages.ModelFiles_unreadable, model));
        }
    }
}
