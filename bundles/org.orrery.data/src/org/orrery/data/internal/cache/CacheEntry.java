package org.orrery.data.internal.cache;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32C;

/**
 * The values of one data set on disk: a folder of Parquet files and a list of them with size and checksum, without which
 * the folder counts as damaged.
 *
 * @param folder the folder
 * @param parts the files in the order of their rows
 * @param scales decimal places by column
 * @param rows the rows of all parts
 */
public record CacheEntry(Path folder, List<Path> parts, List<Integer> scales, long rows) {
    /** Changes whenever what is written changes its form. */
    static final String FORMAT = "1";
    static final String LIST = "parts.properties";

    public CacheEntry {
        parts = List.copyOf(parts);
        scales = List.copyOf(scales);
    }

    /** Writes the list of files, last of all. */
    static CacheEntry write(Path folder, List<Path> parts, List<Integer> scales, long rows) throws IOException {
        Properties list = new Properties();
        list.setProperty("format", FORMAT);
        list.setProperty("rows", Long.toString(rows));
        list.setProperty("scales", String.join(" ", scales.stream().map(String::valueOf).toList()));
        list.setProperty("parts", Integer.toString(parts.size()));
        for (int i = 0; i < parts.size(); i++) {
            list.setProperty("part." + i, parts.get(i).getFileName() + " " + checksum(parts.get(i)));
        }
        try (Writer writer = Files.newBufferedWriter(folder.resolve(LIST))) {
            list.store(writer, null);
        }
        return new CacheEntry(folder, parts, scales, rows);
    }

    /** The entry in that folder when it is there, whole and undamaged to the byte. */
    static Optional<CacheEntry> read(Path folder) {
        Properties list = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(LIST))) {
            list.load(reader);
            List<Path> parts = new ArrayList<>();
            for (int i = 0; i < Integer.parseInt(list.getProperty("parts", "0")); i++) {
                String[] words = list.getProperty("part." + i, "").split(" ", 2);
                Path part = folder.resolve(words[0]);
                if (words.length < 2 || !Files.isRegularFile(part) || !checksum(part).equals(words[1])) {
                    return Optional.empty();
                }
                parts.add(part);
            }
            List<Integer> scales = new ArrayList<>();
            for (String scale : list.getProperty("scales", "").split(" ")) {
                scales.add(Integer.valueOf(scale));
            }
            boolean whole = FORMAT.equals(list.getProperty("format")) && !parts.isEmpty();
            return whole ? Optional.of(new CacheEntry(folder, parts, scales, Long.parseLong(list.getProperty("rows", "")))) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            // An entry that cannot be read is the same as one that is not there: it is built again from the source.
            return Optional.empty();
        }
    }

    private static String checksum(Path part) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        try (InputStream input = new BufferedInputStream(Files.newInputStream(part))) {
            for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
                crc.update(buffer, 0, read);
                size += read;
            }
        }
        return size + " " + Long.toHexString(crc.getValue());
    }
}
