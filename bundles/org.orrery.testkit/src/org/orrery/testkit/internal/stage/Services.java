package org.orrery.testkit.internal.stage;

import java.util.List;
import java.util.Objects;

import org.orrery.data.Dataset;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.Workspaces;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What the kit uses of the product.
 *
 * @param workspaces opens workspaces
 * @param installed the registered analyses
 */
public record Services(Workspaces workspaces, AnalysisCatalog installed) {
    public Services {
        Objects.requireNonNull(workspaces, "workspaces");
        Objects.requireNonNull(installed, "installed");
    }

    /**
     * Those of the OSGi framework in which this runs.
     *
     * @throws IllegalStateException when there is none, or a service is missing
     */
    public static Services running() {
        for (Class<?> user : List.of(Workspaces.class, Dataset.class, Services.class)) {
            start(FrameworkUtil.getBundle(user));
        }
        return new Services(service(Workspaces.class), service(AnalysisCatalog.class));
    }

    /** Test runtimes start few bundles by themselves, and services come from started ones only. */
    private static void start(Bundle bundle) {
        if (bundle == null) {
            throw new IllegalStateException("The conformance kit runs inside OSGi, in a test fragment or bundle.");
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            for (BundleWire wire : wiring.getRequiredWires(BundleRevision.BUNDLE_NAMESPACE)) {
                Bundle required = wire.getProvider().getBundle();
                if (required.getSymbolicName().startsWith("org.orrery.")) {
                    required.start(Bundle.START_TRANSIENT);
                }
            }
        } catch (BundleException e) {
            throw new IllegalStateException(bundle.getSymbolicName() + " does not start", e);
        }
    }

    private static <T> T service(Class<T> type) {
        BundleContext context = FrameworkUtil.getBundle(Services.class).getBundleContext();
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("There is no service " + type.getName() + "; is its bundle started?");
        }
        return context.getService(reference);
    }
}
