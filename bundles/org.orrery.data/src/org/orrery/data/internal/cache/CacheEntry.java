package org.orrery.data.internal.cache;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * The values of one data set on disk: a folder with a file of segments, their index, and a list of what belongs to it,
 * without which the folder counts as damaged. The index is checked when the entry is opened, each segment when it is read.
 *
 * @param folder the folder
 * @param index where the segments lie
 * @param scales decimal places by column
 */
public record CacheEntry(Path folder, BlockIndex index, List<Integer> scales) {
    /** Changes whenever what is written changes its form. */
    static final String FORMAT = "2";
    static final String LIST = "entry.properties";
    static final String VALUES = "values.segments";
    static final String INDEX = "values.index";

    public CacheEntry {
        scales = List.copyOf(scales);
    }

    /** How many rows there are. */
    public long rows() {
        return index.firstRow(index.blocks());
    }

    /** How many bytes each column takes. */
    public List<Long> bytes() {
        return IntStream.range(0, scales.size()).mapToObj(column -> IntStream.range(0, index.blocks()).mapToLong(block -> index.length(block, column)).sum())
                .toList();
    }

    /** The file of the segments. */
    Path values() {
        return folder.resolve(VALUES);
    }

    /** Whether its files are still there. */
    boolean isThere() {
        return Files.isRegularFile(values());
    }

    /** Whether every segment is as it was written. */
    boolean isWhole() {
        try (SegmentFile file = new SegmentFile(this)) {
            for (int block = 0; block < index.blocks(); block++) {
                for (int column = 0; column < scales.size(); column++) {
                    file.segment(block, column);
                }
            }
            return true;
        } catch (IOException damaged) {
            // It is built again from the source.
            return false;
        }
    }

    /** The same entry under another name. */
    CacheEntry movedTo(Path place) {
        return new CacheEntry(place, index, scales);
    }

    /** Writes the list of files, last of all. */
    static CacheEntry write(Path folder, BlockIndex index, List<Integer> scales) throws IOException {
        Properties list = new Properties();
        list.setProperty("format", FORMAT);
        list.setProperty("bytes", Long.toString(Files.size(folder.resolve(VALUES))));
        list.setProperty("scales", String.join(" ", scales.stream().map(String::valueOf).toList()));
        try (Writer writer = Files.newBufferedWriter(folder.resolve(LIST))) {
            list.store(writer, null);
        }
        return new CacheEntry(folder, index, scales);
    }

    /** The entry in that folder when it is there and whole. */
    static Optional<CacheEntry> read(Path folder) {
        Properties list = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(LIST))) {
            list.load(reader);
            List<Integer> scales = new ArrayList<>();
            for (String scale : list.getProperty("scales", "").split(" ")) {
                scales.add(Integer.valueOf(scale));
            }
            boolean whole = FORMAT.equals(list.getProperty("format"))
                    && Files.size(folder.resolve(VALUES)) == Long.parseLong(list.getProperty("bytes", ""));
            return whole ? Optional.of(new CacheEntry(folder, BlockIndex.read(folder.resolve(INDEX)), scales)) : Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            // An entry that cannot be read is the same as one that is not there: it is built again from the source.
            return Optional.empty();
        }
    }
}
