package org.orrery.external;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines with {@code name=number} or {@code name: number}, any number of them. */
final class KeyValueLines implements LineFormat {
    private static final Pattern PAIR = Pattern.compile("(?<![\\w./-])([A-Za-z_][\\w./-]*)\\s*[=:]\\s*(" + NumberText.FORM + ")(?![\\w.:])");
    /** What a progress bar writes before its end: Epoch 3/10. */
    private static final Pattern OF = Pattern.compile("(?i)\\b(epoch|step|iteration|iter)\\s*[:=]?\\s*\\[?(\\d+)\\s*/\\s*\\d+");

    @Override
    public Optional<Readings> read(String line) {
        Map<String, Double> named = new LinkedHashMap<>();
        Matcher of = OF.matcher(line);
        if (of.find()) {
            named.put(of.group(1).toLowerCase(Locale.ROOT), Double.parseDouble(of.group(2)));
        }
        Matcher pair = PAIR.matcher(line);
        boolean metric = false;
        while (pair.find()) {
            named.putIfAbsent(pair.group(1), NumberText.parse(pair.group(2)).orElseThrow());
            metric = true;
        }
        return metric ? Optional.of(Readings.of(named)) : Optional.empty();
    }
}
