package org.orrery.benchmarks.importing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Writes the file of the import benchmark: 16 columns as they come out of business systems, with quoted text that holds
 * delimiters, quotes and line breaks, letters of several scripts, ids with leading zeros, missing values written in four
 * ways, decimals, days and instants. The same seed gives the same bytes.
 */
final class DirtyCsv {
    private static final String[] NAMES = {"Müller", "García", "Smith", "Øberg", "Çelik", "Ivanova", "Nguyễn", "王", "O'Neill", "Kowalski",
            "Rossi", "Dubois", "Tanaka", "Hernández", "Jóhannsson", "Papadopoulos"};
    private static final String[] CITIES = {"Berlin", "København", "São Paulo", "Zürich", "New York", "İstanbul", "Łódź", "大阪", "Paris",
            "Córdoba", "Lyon", "Wien", "Oslo", "Nairobi", "Lima", "Quito", "Praha", "Roma", "Perth", "Seoul"};
    private static final String[] NOTES = {"ok", "called back", "size 5\"\" pipe, cut", "see above, twice", "line one\nline two", "n. a.",
            "paid", "überfällig"};

    private final SplittableRandom random;
    private final StringBuilder row = new StringBuilder();
    private final boolean late;

    /** @param late whether a column of whole numbers turns into text far down in the file */
    DirtyCsv(long seed, boolean late) {
        this.random = new SplittableRandom(seed);
        this.late = late;
    }

    void write(Path file, long rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            out.write(("id,account,name,city,amount,price,quantity,day,moment,active,code,ratio,due,note,stamp,mixed\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < rows; i++) {
                row.setLength(0);
                row(i);
                out.write(row.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void row(long i) {
        row.append(i + 1).append(',');
        digits(random.nextInt(100_000_000), 8);
        row.append(",\"").append(NAMES[random.nextInt(NAMES.length)]).append(", ").append((char) ('A' + random.nextInt(26)))
                .append(random.nextInt(1_000)).append("\",").append(CITIES[random.nextInt(CITIES.length)]).append(',');
        missing(random.nextInt(33), "NA", () -> decimal(random.nextInt(2_000_000) - 500_000, 2));
        missing(random.nextInt(50), "", () -> decimal(random.nextInt(100_000_000), 4));
        missing(random.nextInt(20), "null", () -> row.append(random.nextInt(500)));
        row.append(LocalDate.ofEpochDay(15_000 + random.nextInt(6_000))).append(',');
        row.append(LocalDate.ofEpochDay(18_000 + random.nextInt(3_000))).append(' ');
        digits(random.nextInt(24), 2);
        row.append(':');
        digits(random.nextInt(60), 2);
        row.append(':');
        digits(random.nextInt(60), 2);
        row.append(',');
        missing(random.nextInt(40), "N/A", () -> row.append(random.nextInt(3) == 0 ? "false" : "true"));
        row.append((char) ('A' + random.nextInt(26))).append('-').append(random.nextInt(200)).append(',');
        missing(random.nextInt(100), "", () -> row.append(random.nextInt(50) == 0 ? random.nextDouble() * 1e-5
                : (double) Math.round(random.nextDouble() * 1e6) / 1e6));
        LocalDate due = LocalDate.ofEpochDay(19_000 + random.nextInt(1_000));
        digits(due.getDayOfMonth(), 2);
        row.append('/');
        digits(due.getMonthValue(), 2);
        row.append('/').append(due.getYear()).append(',');
        if (random.nextInt(3) == 0) {
            row.append('"').append(NOTES[random.nextInt(NOTES.length)]).append('"');
        }
        row.append(',').append(1_600_000_000L + random.nextInt(100_000_000)).append(',');
        boolean word = late ? i > 1_000_000 && random.nextInt(500_000) == 0 : random.nextInt(30) == 0;
        row.append(word ? "unknown" : String.valueOf(random.nextInt(100_000))).append('\n');
    }

    private void missing(int draw, String marker, Runnable value) {
        if (draw == 0) {
            row.append(marker);
        } else {
            value.run();
        }
        row.append(',');
    }

    private void digits(int value, int width) {
        String text = String.valueOf(value);
        row.repeat('0', width - text.length()).append(text);
    }

    private void decimal(int unscaled, int places) {
        int power = places == 2 ? 100 : 10_000;
        row.append(unscaled < 0 ? "-" : "").append(Math.abs(unscaled) / power).append('.');
        digits(Math.abs(unscaled) % power, places);
    }

    /** Arguments: file, rows, seed and, for the second form of the file, late. */
    public static void main(String[] arguments) throws IOException {
        new DirtyCsv(Long.parseLong(arguments[2]), arguments.length > 3 && arguments[3].equals("late"))
                .write(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    }
}
