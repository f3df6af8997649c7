package org.orrery.testkit.internal.stage;

import java.util.Objects;

import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.Workspaces;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

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
        return new Services(service(Workspaces.class), service(AnalysisCatalog.class));
    }

    private static <T> T service(Class<T> type) {
        Bundle bundle = FrameworkUtil.getBundle(Services.class);
        BundleContext context = bundle == null ? null : bundle.getBundleContext();
        if (context == null) {
            throw new IllegalStateException("The conformance kit runs inside OSGi, in a test fragment or bundle.");
        }
        ServiceReference<T> reference = context.getServiceReference(type);
        if (reference == null) {
            throw new IllegalStateException("There is no service " + type.getName() + "; is its bundle started?");
        }
        return context.getService(reference);
    }
}
