package org.orrery.ui.tests;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.orrery.ui.Desktop;

/** Stands in for the desktop, whose own windows no test can press buttons in, until it is closed. */
final class Desktops implements Desktop, AutoCloseable {
    private final Function<Offer, Optional<Choice>> user;
    private final Predicate<URI> browser;
    /** That of the workbench: what stands there is found before services. */
    private final IEclipseContext context;

    Desktops(Function<Offer, Optional<Choice>> user, Predicate<URI> browser) {
        this.user = user;
        this.browser = browser;
        context = PlatformUI.getWorkbench().getService(IEclipseContext.class);
        context.set(Desktop.class, this);
    }

    @Override
    public Optional<Choice> write(Shell shell, Offer offer) {
        return user.apply(offer);
    }

    @Override
    public boolean browse(URI page) {
        return browser.test(page);
    }

    @Override
    public void close() {
        context.remove(Desktop.class);
    }
}
