package org.orrery.ui.data.internal.importing;

import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;

/** What is wrong with a file, with its line when the sentence does not name it, and with the option that may help. */
final class ImportErrors {
    private ImportErrors() {
    }

    static String sentence(DataException error) {
        String message = error.getMessage();
        boolean lineless = error.where().line().isEmpty() || message.contains(Long.toString(error.where().line().getAsLong()));
        String whole = lineless ? message : NLS.bind(Messages.ImportErrors_line, message, error.where().line().getAsLong());
        return error.where().option().map(ImportErrors::label).filter(label -> !label.isEmpty())
                .map(label -> NLS.bind(Messages.ImportErrors_option, whole, label)).orElse(whole);
    }

    /** What the wizard calls an option among its further ones; empty for one that is in sight anyway. */
    private static String label(String option) {
        String label = switch (option) {
            case "skip" -> Messages.OptionsPanel_skip; //$NON-NLS-1$
            case "skip-end" -> Messages.OptionsPanel_skipEnd; //$NON-NLS-1$
            case "escape" -> Messages.OptionsPanel_escape; //$NON-NLS-1$
            case "trailing-delimiter" -> Messages.OptionsPanel_trailing; //$NON-NLS-1$
            case "date-order" -> Messages.OptionsPanel_dateOrder; //$NON-NLS-1$
            case "widths" -> Messages.OptionsPanel_widths; //$NON-NLS-1$
            case "max-columns" -> Messages.OptionsPanel_maxColumns; //$NON-NLS-1$
            default -> ""; //$NON-NLS-1$
        };
        return label.endsWith(":") ? label.substring(0, label.length() - 1) : label; //$NON-NLS-1$
    }
}
