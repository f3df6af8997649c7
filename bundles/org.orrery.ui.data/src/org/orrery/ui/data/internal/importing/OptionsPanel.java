package org.orrery.ui.data.internal.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.orrery.data.ReadOptions;
import org.orrery.data.ReadOptions.Change;
import org.orrery.data.ReadOptions.DateOrder;
import org.orrery.data.ReadOptions.Escape;
import org.orrery.ui.Formats;

/**
 * How a text file is read: each option is detected until the user sets it; what was detected is shown. Holds no options
 * itself: it shows those it is given, and hands changes on.
 */
final class OptionsPanel extends Composite {
    private static final int TYPING_MS = 500;
    private static final int COLUMNS = 8;
    /** What only a file of text has. */
    private static final Set<String> TEXT_ONLY = Set.of("import.delimiter", "import.encoding", "import.comment", "import.trailing", "import.quote", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
            "import.escape"); //$NON-NLS-1$

    /** Takes options that the user has changed. */
    interface Listener {
        void changed(ReadOptions options);
    }

    /** A choice among values, the first entry of which gives the option back to detection. */
    private final class Field<T> {
        private final Combo combo;
        private final Function<ReadOptions, Optional<T>> value;
        private final Function<T, String> name;
        private final List<T> values;

        Field(Composite parent, String label, String id, List<T> values, Function<T, String> name,
                Function<ReadOptions, Optional<T>> value, BiConsumer<Change, T> set) {
            this(parent, label, id, values, name, value, set, null);
        }

        /** @param other what a text means that the user types instead; null when no other values can be meant */
        Field(Composite parent, String label, String id, List<T> values, Function<T, String> name,
                Function<ReadOptions, Optional<T>> value, BiConsumer<Change, T> set, Function<String, Optional<T>> other) {
            this.values = new ArrayList<>(values);
            this.value = value;
            this.name = name;
            new Label(parent, SWT.NONE).setText(label);
            combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
            combo.setData("orrery.id", id); //$NON-NLS-1$
            combo.add(Messages.OptionsPanel_detect);
            this.values.forEach(known -> combo.add(name.apply(known)));
            if (other != null) {
                combo.add(Messages.OptionsPanel_other);
            }
            combo.select(0);
            combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen(label, set, other)));
            GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(combo);
            fields.add(this);
        }

        private void chosen(String label, BiConsumer<Change, T> set, Function<String, Optional<T>> other) {
            int index = combo.getSelectionIndex() - 1;
            if (index == values.size()) {
                Optional<T> typed = OtherValue.ask(getShell(), label, other);
                typed.ifPresentOrElse(given -> changed(set, given), () -> combo.select(value.apply(options).map(values::indexOf).orElse(-1) + 1));
            } else {
                changed(set, index < 0 ? null : values.get(index));
            }
        }

        private void changed(BiConsumer<Change, T> set, T given) {
            Change change = options.change();
            set.accept(change, given);
            OptionsPanel.this.changed(change.options());
        }

        void show(ReadOptions found) {
            Optional<T> said = value.apply(options);
            if (said.isPresent() && !values.contains(said.get())) {
                values.add(said.get());
                combo.add(name.apply(said.get()), values.size());
            }
            String first = found == null ? Messages.OptionsPanel_detect : value.apply(found).map(name)
                    .map(text -> NLS.bind(Messages.OptionsPanel_detected, text)).orElse(Messages.OptionsPanel_detect);
            if (said.isEmpty() || combo.getItem(0).isEmpty()) {
                combo.setItem(0, first);
            }
            combo.select(said.map(values::indexOf).orElse(-1) + 1);
            boolean text = found == null || found.delimiter().isPresent() || !found.widths().isEmpty();
            combo.setEnabled(text || said.isPresent() || !TEXT_ONLY.contains(String.valueOf(combo.getData("orrery.id")))); //$NON-NLS-1$
        }
    }

    private final List<Field<?>> fields = new ArrayList<>();
    private final Listener listener;
    private final Text missing;
    private final Composite more;
    private ReadOptions options = ReadOptions.DETECT;
    private boolean showing;

    OptionsPanel(Composite parent, Listener listener) {
        super(parent, SWT.NONE);
        this.listener = listener;
        GridLayoutFactory.fillDefaults().spacing(8, 4).applyTo(this);
        Composite usual = row();
        createUsual(usual);
        Button toggle = new Button(this, SWT.CHECK);
        toggle.setText(Messages.OptionsPanel_more);
        toggle.setData("orrery.id", "import.more"); //$NON-NLS-1$ //$NON-NLS-2$
        more = row();
        createLayoutFields();
        createValueFields();
        new Label(more, SWT.NONE).setText(Messages.OptionsPanel_missing);
        missing = new Text(more, SWT.BORDER);
        missing.setMessage(Messages.OptionsPanel_missingHint);
        missing.setToolTipText(Messages.OptionsPanel_missingTip);
        missing.setData("orrery.id", "import.missing"); //$NON-NLS-1$ //$NON-NLS-2$
        missing.addModifyListener(event -> {
            if (!showing) {
                missing.getDisplay().timerExec(TYPING_MS, this.typed);
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(missing);
        toggle.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> reveal(toggle.getSelection())));
        reveal(false);
    }

    private final Runnable typed = this::missingTyped;

    private Composite row() {
        Composite row = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(8, 6).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        return row;
    }

    private void reveal(boolean shown) {
        more.setVisible(shown);
        ((GridData) more.getLayoutData()).exclude = !shown;
        getParent().layout(true, true);
    }

    private void createUsual(Composite parent) {
        new Field<>(parent, Messages.OptionsPanel_delimiter, "import.delimiter", List.of(",", ";", "\t", "|"), OptionsPanel::delimiterName, //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
                ReadOptions::delimiter, Change::delimiter, OtherValue::text);
        new Field<>(parent, Messages.OptionsPanel_encoding, "import.encoding", //$NON-NLS-1$
                List.of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16", "Shift_JIS", "GB18030", "KOI8-R", "windows-1251"), Function.identity(), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
                ReadOptions::encoding, Change::encoding, OtherValue::encoding);
        new Field<>(parent, Messages.OptionsPanel_header, "import.header", List.of(1, 0, 2), OptionsPanel::headerName, ReadOptions::headerRows, //$NON-NLS-1$
                (change, rows) -> {
                    change.header(rows == null ? null : rows > 0);
                    change.secondHeader(rows == null ? null : rows > 1);
                });
        new Field<>(parent, Messages.OptionsPanel_decimal, "import.decimal", List.of('.', ','), OptionsPanel::markName, ReadOptions::decimal, //$NON-NLS-1$
                Change::decimal);
    }

    private void createLayoutFields() {
        new Field<>(more, Messages.OptionsPanel_skip, "import.skip", counts(), String::valueOf, ReadOptions::skip, Change::skip, //$NON-NLS-1$
                OtherValue::count);
        new Field<>(more, Messages.OptionsPanel_skipEnd, "import.skipEnd", counts(), String::valueOf, ReadOptions::skipEnd, Change::skipEnd, //$NON-NLS-1$
                OtherValue::count);
        new Field<>(more, Messages.OptionsPanel_comment, "import.comment", List.of(ReadOptions.NONE, '#', '%', '!', ';'), OptionsPanel::markName, //$NON-NLS-1$
                ReadOptions::comment, Change::comment, OtherValue::character);
        new Field<>(more, Messages.OptionsPanel_trailing, "import.trailing", List.of(true, false), //$NON-NLS-1$
                yes -> yes ? Messages.OptionsPanel_yes : Messages.OptionsPanel_no, ReadOptions::trailingDelimiter, Change::trailingDelimiter);
        new Field<>(more, Messages.OptionsPanel_quote, "import.quote", List.of('"', '\'', ReadOptions.NONE), OptionsPanel::markName, //$NON-NLS-1$
                ReadOptions::quote, Change::quote, OtherValue::character);
        new Field<>(more, Messages.OptionsPanel_escape, "import.escape", Arrays.asList(Escape.values()), //$NON-NLS-1$
                escape -> escape == Escape.DOUBLED ? Messages.OptionsPanel_doubled : Messages.OptionsPanel_backslash, ReadOptions::escape,
                Change::escape);
        new Field<List<Integer>>(more, Messages.OptionsPanel_widths, "import.widths", List.of(), OptionsPanel::widthsName, //$NON-NLS-1$
                from -> Optional.of(from.widths()).filter(widths -> !widths.isEmpty()), (change, widths) -> change.widths(widths == null ? List.of() : widths),
                OtherValue::widths);
        new Field<Integer>(more, Messages.OptionsPanel_maxColumns, "import.maxColumns", List.of(16_384, 100_000, 1_000_000), number -> Formats.count(number), //$NON-NLS-1$
                ReadOptions::maxColumns, Change::maxColumns, OtherValue::count);
    }

    private void createValueFields() {
        new Field<>(more, Messages.OptionsPanel_grouping, "import.grouping", List.of(ReadOptions.NONE, ',', '.', ' ', '\''), //$NON-NLS-1$
                OptionsPanel::markName, ReadOptions::grouping, Change::grouping);
        new Field<>(more, Messages.OptionsPanel_dateOrder, "import.dateOrder", Arrays.asList(DateOrder.values()), //$NON-NLS-1$
                order -> order == DateOrder.DAY_FIRST ? Messages.OptionsPanel_dayFirst : Messages.OptionsPanel_monthFirst, ReadOptions::dateOrder,
                Change::dateOrder);
        List<String> zones = new ArrayList<>(List.of("UTC")); //$NON-NLS-1$
        String here = java.time.ZoneId.systemDefault().getId();
        if (!zones.contains(here)) {
            zones.add(here);
        }
        new Field<>(more, Messages.OptionsPanel_zone, "import.zone", zones, Function.identity(), ReadOptions::zone, Change::zone, //$NON-NLS-1$
                OtherValue::zone);
    }

    private static List<Integer> counts() {
        return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    private void missingTyped() {
        if (missing.isDisposed()) {
            return;
        }
        String text = missing.getText();
        List<String> markers = text.isBlank() ? List.of() : Arrays.stream(text.split(",", -1)).map(String::strip).toList(); //$NON-NLS-1$
        if (!markers.equals(options.missing())) {
            changed(options.change().missing(markers).options());
        }
    }

    private void changed(ReadOptions next) {
        options = next;
        listener.changed(next);
    }

    /**
     * Shows options.
     *
     * @param said what the user has set
     * @param found the same with what was detected; null when nothing was
     */
    void show(ReadOptions said, ReadOptions found) {
        options = said;
        showing = true;
        try {
            fields.forEach(field -> field.show(found));
            String markers = String.join(", ", said.missing()); //$NON-NLS-1$
            if (!missing.isFocusControl() && !Objects.equals(markers, missing.getText())) {
                missing.setText(markers);
            }
        } finally {
            showing = false;
        }
        layout(true, true);
    }

    private static String headerName(Integer rows) {
        return rows == 0 ? Messages.OptionsPanel_no : rows == 1 ? Messages.OptionsPanel_yes : Messages.OptionsPanel_twoRows;
    }

    private static String widthsName(List<Integer> widths) {
        return widths.stream().map(String::valueOf).collect(Collectors.joining(", ")); //$NON-NLS-1$
    }

    private static String delimiterName(String text) {
        return switch (text) {
            case "," -> Messages.OptionsPanel_comma; //$NON-NLS-1$
            case ";" -> Messages.OptionsPanel_semicolon; //$NON-NLS-1$
            case "\t" -> Messages.OptionsPanel_tab; //$NON-NLS-1$
            case "|" -> Messages.OptionsPanel_bar; //$NON-NLS-1$
            default -> org.orrery.data.DisplayText.of(text);
        };
    }

    private static String markName(Character mark) {
        return switch (mark) {
            case ReadOptions.NONE -> Messages.OptionsPanel_none;
            case ',' -> Messages.OptionsPanel_commaMark;
            case '.' -> Messages.OptionsPanel_point;
            case ' ' -> Messages.OptionsPanel_blank;
            default -> org.orrery.data.DisplayText.of(mark.toString());
        };
    }
}
