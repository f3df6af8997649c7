package org.orrery.ui.data.internal.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.orrery.data.ColumnType;
import org.orrery.data.ReadOptions;

/** How a text file is read: each option is detected until the user sets it; what was detected is shown. */
final class OptionsPanel extends Composite {
    private static final String[] DELIMITERS = {",", ";", "\t", "|"}; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    private static final String[] ENCODINGS = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16"}; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    private static final Character[] DECIMALS = {'.', ','};

    private final Combo delimiter;
    private final Combo encoding;
    private final Combo header;
    private final Combo decimal;

    OptionsPanel(Composite parent, Runnable changed) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 6).applyTo(this);
        delimiter = combo(Messages.OptionsPanel_delimiter, "import.delimiter", changed, Messages.OptionsPanel_comma, //$NON-NLS-1$
                Messages.OptionsPanel_semicolon, Messages.OptionsPanel_tab, Messages.OptionsPanel_bar);
        encoding = combo(Messages.OptionsPanel_encoding, "import.encoding", changed, ENCODINGS); //$NON-NLS-1$
        header = combo(Messages.OptionsPanel_header, "import.header", changed, Messages.OptionsPanel_yes, Messages.OptionsPanel_no); //$NON-NLS-1$
        decimal = combo(Messages.OptionsPanel_decimal, "import.decimal", changed, Messages.OptionsPanel_point, Messages.OptionsPanel_commaMark); //$NON-NLS-1$
    }

    private Combo combo(String label, String id, Runnable changed, String... items) {
        new Label(this, SWT.NONE).setText(label);
        Combo combo = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.add(Messages.OptionsPanel_detect);
        for (String item : items) {
            combo.add(item);
        }
        combo.select(0);
        combo.setData("orrery.id", id); //$NON-NLS-1$
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> changed.run()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private static <T> T chosen(Combo combo, T[] values) {
        int index = combo.getSelectionIndex() - 1;
        return index < 0 ? null : values[index];
    }

    ReadOptions options(Map<String, ColumnType> types, List<String> ignored) {
        return ReadOptions.DETECT.change().delimiter(chosen(delimiter, DELIMITERS)).encoding(chosen(encoding, ENCODINGS))
                .header(chosen(header, new Boolean[] {true, false})).decimal(chosen(decimal, DECIMALS)).types(types).ignored(ignored)
                .options();
    }

    /** Shows in the first entry of each choice what was detected. */
    void detected(ReadOptions found) {
        show(delimiter, found.delimiter().map(OptionsPanel::delimiterName));
        show(encoding, found.encoding());
        show(header, found.header().map(yes -> yes ? Messages.OptionsPanel_yes : Messages.OptionsPanel_no));
        show(decimal, found.decimal().map(mark -> mark == ',' ? Messages.OptionsPanel_commaMark : Messages.OptionsPanel_point));
        layout();
    }

    private static String delimiterName(String text) {
        return switch (text) {
            case "," -> Messages.OptionsPanel_comma; //$NON-NLS-1$
            case ";" -> Messages.OptionsPanel_semicolon; //$NON-NLS-1$
            case "\t" -> Messages.OptionsPanel_tab; //$NON-NLS-1$
            case "|" -> Messages.OptionsPanel_bar; //$NON-NLS-1$
            default -> text;
        };
    }

    private static void show(Combo combo, Optional<String> found) {
        if (combo.getSelectionIndex() == 0) {
            combo.setItem(0, found.map(text -> NLS.bind(Messages.OptionsPanel_detected, text)).orElse(Messages.OptionsPanel_detect));
            combo.select(0);
        }
    }
}
