package org.orrery.app;

import java.net.URISyntaxException;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.URIUtil;
import org.eclipse.osgi.service.datalocation.Location;

/** Which workspace this process opens: the property {@code orrery.workspace}, else {@code -data}, else the one of the command line. */
final class WorkspaceFolder {
    private static final String PROPERTY = "orrery.workspace"; //$NON-NLS-1$
    private static final String DEFAULT = "orrery"; //$NON-NLS-1$

    private WorkspaceFolder() {
    }

    static Path choose() {
        String named = System.getProperty(PROPERTY, ""); //$NON-NLS-1$
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        Location location = Platform.getInstanceLocation();
        if (location.isSet()) {
            try {
                return Path.of(URIUtil.toURI(location.getURL())).toAbsolutePath().normalize();
            } catch (URISyntaxException e) {
                throw new IllegalStateException("The framework has made a location that is no address: " + location.getURL(), e); //$NON-NLS-1$
            }
        }
        return Path.of(System.getProperty("user.home"), DEFAULT).toAbsolutePath().normalize(); //$NON-NLS-1$
    }
}
