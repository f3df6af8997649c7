package org.orrery.external;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The lines of a CSV file with a header: each column of numbers is a metric. For one file, from its first line on. */
final class CsvLines implements LineFormat {
    /** What some programs write before all else to say that this is Unicode. */
    private static final String MARK = "\uFEFF";

    private List<String> header;
    private char delimiter;

    @Override
    public Optional<Readings> read(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        if (header == null) {
            delimiter = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') < 0 && line.indexOf(';') >= 0 ? ';' : ',';
            header = cells(line.startsWith(MARK) ? line.substring(1) : line);
            return Optional.empty();
        }
        List<String> cells = cells(line);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
            OptionalDouble value = NumberText.parse(cells.get(i));
            if (value.isPresent() && !header.get(i).isEmpty()) {
                named.put(header.get(i), value.getAsDouble());
            }
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(Readings.of(named));
    }

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
