package org.orrery.cli;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.orrery.analysis.program.Programs;
import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.score.Scorer;
import org.orrery.data.DataStores;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunMonitors;
import org.orrery.jobs.Workspaces;
import org.orrery.jobs.RunReports;
import org.orrery.samples.Samples;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The services of the running framework. They stay in use until the process ends. */
final class OsgiServices implements Services {
    private final BundleContext context;

    OsgiServices(BundleContext context) {
        this.context = context;
    }

    @Override
    public Workspaces workspaces() throws RunException {
        return one(Workspaces.class);
    }

    @Override
    public AnalysisCatalog analyses() throws RunException {
        return one(AnalysisCatalog.class);
    }

    @Override
    public Samples samples() throws RunException {
        return one(Samples.class);
    }

    @Override
    public RunReports reports() throws RunException {
        return one(RunReports.class);
    }

    @Override
    public List<Scorer> scorers() {
        return all(Scorer.class);
    }

    @Override
    public RunMonitors monitors() throws RunException {
        return one(RunMonitors.class);
    }

    @Override
    public Programs programs() throws RunException {
        return one(Programs.class);
    }

    @Override
    public DataStores stores() throws RunException {
        return one(DataStores.class);
    }

    @Override
    public Background background() {
        return new BackgroundProcess();
    }

    @Override
    public List<ChartRenderer> pictures() {
        return all(ChartRenderer.class);
    }

    private <S> S one(Class<S> type) throws RunException {
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService)
                .orElseThrow(() -> new RunException(RunException.Code.INTERNAL,
                        Messages.bind(Messages.OsgiServices_missing, type.getSimpleName())));
    }

    private <S> List<S> all(Class<S> type) {
        try {
            Collection<ServiceReference<S>> references = context.getServiceReferences(type, null);
            return references.stream().sorted().map(context::getService).filter(service -> service != null).toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter was given", e);
        }
    }
}
