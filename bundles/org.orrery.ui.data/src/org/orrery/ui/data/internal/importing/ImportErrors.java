package org.orrery.ui.data.internal.importing;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;

/** What is wrong with a file, with its line when the sentence does not name it. */
final class ImportErrors {
    private ImportErrors() {
    }

    static String sentence(DataException error) {
        String message = error.getMessage();
        if (error.where().line().isEmpty() || message.contains(Long.toString(error.where().line().getAsLong()))) {
            return message;
        }
        return NLS.bind(Messages.ImportErrors_line, message, error.where().line().getAsLong());
    }
}
