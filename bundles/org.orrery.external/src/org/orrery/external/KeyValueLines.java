package org.orrery.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines with {@code name=number} or {@code name: number}, any number of them. A number with a decimal comma is none rather than another. */
final class KeyValueLines implements LineFormat {
    private static final Pattern PAIR = Pattern.compile("(?<![\\w./-])([A-Za-z_][\\w./-]*)\\s*[=:]\\s*(" + NumberText.FORM + ")(?![\\w.:]|,\\d)");
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

    @Override
    public List<Capture> captures(String line) {
        List<Capture> captures = new ArrayList<>();
        OF.matcher(line).results().limit(1).forEach(of -> captures.add(new Capture(of.group(1).toLowerCase(Locale.ROOT), of.start(2), of.end(2))));
        PAIR.matcher(line).results().forEach(pair -> captures.add(new Capture(pair.group(1), pair.start(2), pair.end(2))));
        return captures;
    }
}
