package org.orrery.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.widgets.Shell;

/** What belongs to the desktop and not to Orrery: its own window to choose a file in, its browser. A service. To be used on the user interface thread. */
public interface Desktop {
    /**
     * What is offered when a file is to be written.
     *
     * @param title of the window
     * @param name of the file, with its ending
     * @param endings without the dot, one a kind of file
     * @param kinds what the kinds are called, in the same order
     */
    record Offer(String title, String name, List<String> endings, List<String> kinds) {
        public Offer {
            endings = List.copyOf(endings);
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * A file that the user has chosen.
     *
     * @param kind the place of the kind of file, from 0
     */
    record Choice(Path file, int kind) {
    }

    /** Asks where to write; what is there already is asked about. Empty when the user does not want to. */
    Optional<Choice> write(Shell shell, Offer offer);

    /** Shows a page in the browser of the desktop; whether there is one. */
    boolean browse(URI page);
}
