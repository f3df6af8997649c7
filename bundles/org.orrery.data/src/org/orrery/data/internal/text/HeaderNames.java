package org.orrery.data.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataWarning;
import org.orrery.data.DisplayText;

/** Makes the names of columns unique and whole, and says what it had to change. */
final class HeaderNames {
    private static final int SHOWN = 10;

    private final List<DataWarning> warnings = new ArrayList<>();

    /** Names for columns of a file without a header: column_1 and so on. */
    static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column_" + i);
        }
        return names;
    }

    /** The names of a header of two rows: what stands in both, with a blank between. */
    static List<String> joined(List<String> first, List<String> second) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            names.add((first.get(i).strip() + " " + second.get(i).strip()).strip());
        }
        return names;
    }

    /** The names of the header: without blanks around them, column_7 for an empty one, a_2 for the second a. */
    List<String> of(List<String> cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            taken.add(cell.strip());
        }
        Set<String> given = new HashSet<>();
        List<String> empty = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            if (name.isEmpty()) {
                name = free("column_" + (i + 1), taken, given);
                empty.add(name);
            } else if (given.contains(name)) {
                name = free(name, taken, given);
                renamed.add(name);
            }
            given.add(name);
            names.add(name);
        }
        warn("empty-header", Messages.HeaderNames_empty, empty);
        warn("duplicate-header", Messages.HeaderNames_duplicate, renamed);
        warn("invisible-characters", Messages.HeaderNames_invisible, names.stream().filter(DisplayText::hasInvisible).toList());
        warn("similar-header", Messages.HeaderNames_similar, similar(names));
        return names;
    }

    private static String free(String wish, Set<String> taken, Set<String> given) {
        if (!taken.contains(wish) && !given.contains(wish)) {
            return wish;
        }
        for (int i = 2;; i++) {
            String name = wish + "_" + i;
            if (!taken.contains(name) && !given.contains(name)) {
                return name;
            }
        }
    }

    private static List<String> similar(List<String> names) {
        Map<String, String> seen = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        for (String name : names) {
            String key = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
            String other = seen.putIfAbsent(key, name);
            if (other != null) {
                pairs.add(DisplayText.of(other) + " / " + DisplayText.of(name));
            }
        }
        return pairs;
    }

    private void warn(String code, String sentence, List<String> names) {
        if (!names.isEmpty()) {
            String shown = names.stream().limit(SHOWN).map(DisplayText::of).collect(Collectors.joining(", "));
            warnings.add(new DataWarning(code, NLS.bind(sentence, names.size() > SHOWN ? shown + ", …" : shown)));
        }
    }

    List<DataWarning> warnings() {
        return warnings;
    }
}
