package org.orrery.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IPerspectiveRegistry;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.internal.registry.PerspectiveDescriptor;
import org.eclipse.ui.internal.registry.PerspectiveRegistry;

/** The arrangements of the parts of a window that a user has given a name: perspectives of the platform. On the user interface thread. */
final class Layouts {
    private final IWorkbenchWindow window;
    private final IPerspectiveRegistry registry;

    Layouts(IWorkbenchWindow window) {
        this.window = window;
        this.registry = window.getWorkbench().getPerspectiveRegistry();
    }

    /** All in order of name, the one that Orrery comes with among them. */
    List<IPerspectiveDescriptor> all() {
        return Arrays.stream(registry.getPerspectives()).sorted(Comparator.comparing(IPerspectiveDescriptor::getLabel, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** The one that the window shows. */
    IPerspectiveDescriptor current() {
        return window.getActivePage().getPerspective();
    }

    Optional<IPerspectiveDescriptor> find(String name) {
        return all().stream().filter(layout -> layout.getLabel().equalsIgnoreCase(name)).findFirst();
    }

    /** Whether the user has made it, so that it may be written over or deleted. */
    boolean own(IPerspectiveDescriptor layout) {
        return !layout.getId().equals(registry.getDefaultPerspective());
    }

    /** Keeps what the window shows under that name. */
    void save(String name) {
        window.getActivePage().savePerspectiveAs(find(name).orElseGet(() -> make(name)));
    }

    /** The public way, {@link IPerspectiveRegistry#clonePerspective}, does nothing in the platform of today; its own dialog goes this one. */
    @SuppressWarnings("restriction")
    private IPerspectiveDescriptor make(String name) {
        return ((PerspectiveRegistry) registry).createPerspective(name, (PerspectiveDescriptor) current());
    }

    /** Arranges the window so. */
    void open(IPerspectiveDescriptor layout) {
        window.getActivePage().setPerspective(layout);
    }

    /** Forgets it; a window that shows it goes back to the usual one. */
    void delete(IPerspectiveDescriptor layout) {
        if (layout.equals(current())) {
            open(registry.findPerspectiveWithId(registry.getDefaultPerspective()));
        }
        window.getActivePage().closePerspective(layout, false, false);
        registry.deletePerspective(layout);
    }

    /** Puts every part back where this layout had it when it was kept. */
    void reset() {
        window.getActivePage().resetPerspective();
    }
}
