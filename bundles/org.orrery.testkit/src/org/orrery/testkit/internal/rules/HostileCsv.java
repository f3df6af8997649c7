package org.orrery.testkit.internal.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Makes hostile data of a good CSV text: the same columns, what is in them spoiled. */
final class HostileCsv {
    private static final int MANY = 300;
    private static final int MIXTURES = 6;
    private static final int WAYS = 7;
    private static final List<String> NOT_FINITE = List.of("NaN", "Infinity", "-Infinity", "1e400", "-1e999");
    private final List<String> header;
    private final List<List<String>> rows;

    HostileCsv(String text) {
        List<List<String>> lines = parse(text);
        header = lines.isEmpty() ? List.of() : lines.get(0);
        rows = lines.isEmpty() ? List.of() : lines.subList(1, lines.size());
    }

    /** The spoiled texts by what is wrong with them. */
    Map<String, String> variants() {
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put("no byte at all", "");
        variants.put("names of columns only", write(List.of()));
        variants.put("one row", write(rows.subList(0, Math.min(1, rows.size()))));
        variants.put("two rows", write(rows.subList(0, Math.min(2, rows.size()))));
        variants.put("everything missing", write(each((row, cell) -> "")));
        variants.put("every second row missing", write(each((row, cell) -> row % 2 == 0 ? "" : cell)));
        variants.put("every row the same", write(rows.stream().map(row -> rows.get(0)).toList()));
        variants.put("unicode", write(each((row, cell) -> number(cell) ? cell : "Ω≈ç√ \uD83D\uDE00 \u202Eגּ e\u0301 " + cell)));
        variants.put("huge numbers", write(each((row, cell) -> !number(cell) ? cell : row % 2 == 0 ? "1.7e308" : "-1.7e308")));
        variants.put("tiny numbers", write(each((row, cell) -> number(cell) ? "4.9e-324" : cell)));
        variants.put("infinite numbers", write(each((row, cell) -> !number(cell) ? cell : row % 3 == 0 ? "Infinity" : row % 3 == 1 ? "-Infinity" : "NaN")));
        variants.put("a level of its own in every row", write(many()));
        for (int seed = 1; seed <= MIXTURES; seed++) {
            variants.put("mixture " + seed, write(mixture(new SplittableRandom(seed))));
        }
        variants.put("words for numbers", write(each((row, cell) -> number(cell) ? "about " + cell : cell)));
        return variants;
    }

    /** So many rows as chance will have, each column spoiled in its own way: not finite, empty, constant, huge, or left alone. */
    private List<List<String>> mixture(SplittableRandom random) {
        List<List<String>> mixed = new ArrayList<>();
        if (rows.isEmpty()) {
            return mixed;
        }
        int[] ways = random.ints(header.size(), 0, WAYS).toArray();
        double[] shares = random.doubles(header.size()).toArray();
        int count = 1 + random.nextInt(2 * rows.size());
        for (int i = 0; i < count; i++) {
            List<String> row = rows.get(random.nextInt(rows.size()));
            List<String> line = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                line.add(random.nextDouble() < shares[column] ? spoil(row, column, ways[column], random) : row.get(column));
            }
            mixed.add(line);
        }
        return mixed;
    }

    private String spoil(List<String> row, int column, int way, SplittableRandom random) {
        String cell = row.get(column);
        return switch (way) {
            case 0 -> "";
            case 1 -> rows.get(0).get(column);
            case 2 -> number(cell) ? NOT_FINITE.get(random.nextInt(NOT_FINITE.size())) : "";
            case 3 -> number(cell) ? (random.nextBoolean() ? "-" : "") + "9" + "e" + random.nextInt(290, 309) : cell.repeat(200);
            case 4 -> number(cell) ? random.nextInt(-3, 4) + "e-" + random.nextInt(290, 324) : cell + random.nextInt();
            case 5 -> number(cell) ? Long.toString(random.nextLong()) : " " + cell;
            default -> cell;
        };
    }

    private List<List<String>> many() {
        List<List<String>> many = new ArrayList<>();
        for (int i = 0; i < MANY && !rows.isEmpty(); i++) {
            int number = i;
            many.add(rows.get(i % rows.size()).stream().map(cell -> number(cell) ? cell : cell + " " + number).toList());
        }
        return many;
    }

    private static boolean number(String cell) {
        return cell.matches("[-+]?[0-9]+([.][0-9]*)?([eE][-+]?[0-9]+)?");
    }

    private List<List<String>> each(BiFunction<Integer, String, String> change) {
        List<List<String>> changed = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            changed.add(rows.get(i).stream().map(cell -> change.apply(row, cell)).toList());
        }
        return changed;
    }

    private String write(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        line(text, header);
        lines.forEach(line -> line(text, line));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            // A line of one empty field would be no line.
            boolean quoted = cell.matches("(?s).*[\",\\r\\n].*") || cell.isEmpty() && cells.size() == 1;
            text.append(i == 0 ? "" : ",").append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        text.append('\n');
    }

    private static List<List<String>> parse(String text) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(text.charAt(++i));
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"') {
                quoted = true;
                any = true;
            } else if (c == ',') {
                line.add(take(cell));
                any = true;
            } else if (c == '\n') {
                if (any || cell.length() > 0) {
                    line.add(take(cell));
                    lines.add(line);
                }
                line = new ArrayList<>();
                any = false;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (any || cell.length() > 0) {
            line.add(take(cell));
            lines.add(line);
        }
        return lines;
    }

    private static String take(StringBuilder cell) {
        String text = cell.toString();
        cell.setLength(0);
        return text;
    }
}
