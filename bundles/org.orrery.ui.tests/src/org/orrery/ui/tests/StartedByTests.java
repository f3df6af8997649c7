package org.orrery.ui.tests;

import java.util.Map;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What an application is told about its start, when tests start it. */
final class StartedByTests implements IApplicationContext {
    @Override
    public Map<String, Object> getArguments() {
        return Map.of(APPLICATION_ARGS, new String[0]);
    }

    @Override
    public void applicationRunning() {
        // There is no splash to end.
    }

    @Override
    public String getBrandingApplication() {
        return "org.orrery.app.workbench";
    }

    @Override
    public String getBrandingName() {
        return "Orrery";
    }

    @Override
    public String getBrandingDescription() {
        return "";
    }

    @Override
    public String getBrandingId() {
        return "org.orrery.app.product";
    }

    @Override
    public String getBrandingProperty(String key) {
        return null;
    }

    @Override
    public Bundle getBrandingBundle() {
        return FrameworkUtil.getBundle(StartedByTests.class);
    }

    @Override
    public void setResult(Object result, IApplication application) {
        throw new UnsupportedOperationException("The result is returned by start");
    }
}
