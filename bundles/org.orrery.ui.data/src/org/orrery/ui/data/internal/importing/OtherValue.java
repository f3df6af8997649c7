package org.orrery.ui.data.internal.importing;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;

/** Asks for a value of an option that is not among those that are offered. */
final class OtherValue {
    private OtherValue() {
    }

    /**
     * Asks.
     *
     * @param label what the value is
     * @param parse what a text means; empty when it cannot be meant
     * @return empty when the user has none
     */
    static <T> Optional<T> ask(Shell shell, String label, Function<String, Optional<T>> parse) {
        InputDialog dialog = new InputDialog(shell, Messages.ImportPage_title, label, "", //$NON-NLS-1$
                text -> text.isEmpty() ? "" : parse.apply(text).isPresent() ? null : NLS.bind(Messages.OtherValue_bad, text)); //$NON-NLS-1$
        return dialog.open() == Window.OK ? parse.apply(dialog.getValue()) : Optional.empty();
    }

    /** Any text; {@code \\t} is a tab. */
    static Optional<String> text(String typed) {
        return Optional.of(typed.replace("\\t", "\t")).filter(text -> !text.isEmpty()); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** One character. */
    static Optional<Character> character(String typed) {
        return typed.length() == 1 ? Optional.of(typed.charAt(0)) : Optional.empty();
    }

    /** A whole number that is not negative. */
    static Optional<Integer> count(String typed) {
        try {
            return Optional.of(Integer.valueOf(typed.strip())).filter(number -> number >= 0);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whole numbers above zero, between commas. */
    static Optional<List<Integer>> widths(String typed) {
        List<Integer> widths = new ArrayList<>();
        for (String word : typed.split(",", -1)) { //$NON-NLS-1$
            Optional<Integer> width = count(word).filter(number -> number > 0);
            if (width.isEmpty()) {
                return Optional.empty();
            }
            widths.add(width.get());
        }
        return Optional.of(widths);
    }

    /** A character set of this Java. */
    static Optional<String> encoding(String typed) {
        try {
            return Optional.of(Charset.forName(typed.strip()).name());
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** A time zone. */
    static Optional<String> zone(String typed) {
        try {
            return Optional.of(ZoneId.of(typed.strip()).getId());
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
