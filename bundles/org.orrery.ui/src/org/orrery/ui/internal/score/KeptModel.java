package org.orrery.ui.internal.score;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.score.ModelCard;
import org.orrery.analysis.score.Scorer;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.StoredRun;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * A model that a run keeps.
 *
 * @param artifact its file
 * @param card what it is
 * @param scorer what applies it
 * @param trained how the file of its training data was read, but for the types of columns
 */
public record KeptModel(StoredRun.Artifact artifact, ModelCard card, Scorer scorer, ReadOptions trained) {
    /** The models of a run that can be applied. Reads files: never on the user interface thread. */
    public static List<KeptModel> of(StoredRun run) throws AnalysisException {
        List<KeptModel> models = new ArrayList<>();
        for (StoredRun.Artifact artifact : run.artifacts()) {
            for (Scorer scorer : scorers()) {
                if (scorer.mediaType().equals(artifact.mediaType())) {
                    models.add(new KeptModel(artifact, scorer.card(artifact.path()), scorer, trained(run)));
                }
            }
        }
        return models;
    }

    private static ReadOptions trained(StoredRun run) {
        return run.request().inputs().values().stream().flatMap(List::stream).findFirst().map(data -> data.options().change().types(Map.of()).options())
                .orElse(ReadOptions.DETECT);
    }

    private static List<Scorer> scorers() {
        BundleContext context = FrameworkUtil.getBundle(KeptModel.class).getBundleContext();
        try {
            Collection<ServiceReference<Scorer>> references = context.getServiceReferences(Scorer.class, null);
            return references.stream().sorted().map(context::getService).filter(service -> service != null).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter was given", e); //$NON-NLS-1$
        }
    }
}
