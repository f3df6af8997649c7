package org.orrery.data.internal.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.ReadOptions;

/**
 * The columnar copies of data sets, by the digest of the file and how it was read. An entry is written aside and takes its
 * place by one rename, so that any number of processes may share the folder. When the quota is passed, what was not used
 * for the longest goes first; what was used within the last hour stays, since someone may be reading it.
 */
public final class ColumnarCache {
    private static final String ASIDE = "new-";
    private static final Duration IN_USE = Duration.ofHours(1);
    private static final Duration ABANDONED = Duration.ofDays(7);

    private final Path folder;
    private final long quota;
    private final Clock clock;
    private final Map<String, CacheEntry> verified = new ConcurrentHashMap<>();

    /** @param quota how many bytes the entries may take together */
    public ColumnarCache(Path folder, long quota, Clock clock) {
        this.folder = folder;
        this.quota = quota;
        this.clock = clock;
    }

    /** The name of the entry of a file with that digest, read in that way. */
    public static String key(String sha256, ReadOptions options) {
        StringBuilder text = new StringBuilder(CacheEntry.FORMAT);
        for (Object part : List.of(sha256, options.delimiter(), options.quote(), options.escape(), options.comment(),
                options.trailingDelimiter(), options.encoding(), options.skip(), options.skipEnd(), options.header(),
                options.secondHeader(), options.decimal(), options.grouping(), options.missing(), types(options), options.ignored(),
                options.dateOrder(), options.zone(), options.widths(), options.sheet())) {
            String word = part.toString();
            text.append('\n').append(word.length()).append(' ').append(word);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static Map<String, ColumnType> types(ReadOptions options) {
        return new TreeMap<>(options.types());
    }

    /** The entry of that name, checked to the byte the first time it is asked for. */
    public Optional<CacheEntry> find(String key) {
        CacheEntry known = verified.get(key);
        if (known == null || !known.isThere()) {
            known = CacheEntry.read(folder.resolve(key)).orElse(null);
        }
        if (known == null) {
            verified.remove(key);
            return Optional.empty();
        }
        verified.put(key, known);
        touch(known.folder());
        return Optional.of(known);
    }

    /** Checks every byte of that entry, because reading it has failed, and removes it when it is damaged. */
    public void doubt(String key) throws DataException {
        CacheEntry known = verified.remove(key);
        try {
            if (known != null && !known.isWhole()) {
                moveAway(known.folder());
            }
        } catch (IOException cause) {
            throw CacheFailure.writing(folder, cause);
        }
    }

    /** A folder of our own to write an entry into. */
    Path newFolder() throws IOException {
        return Files.createDirectories(folder.resolve(ASIDE + UUID.randomUUID()));
    }

    /** Gives a finished entry its name. When another process was first, its entry is taken and ours is dropped. */
    CacheEntry publish(String key, CacheEntry aside) throws DataException {
        Path place = folder.resolve(key);
        try {
            for (int i = 0; i < 3; i++) {
                Optional<CacheEntry> other = CacheEntry.read(place);
                if (other.isPresent()) {
                    delete(aside.folder());
                    return remember(key, other.get());
                }
                if (Files.exists(place)) {
                    moveAway(place);
                }
                if (moved(aside.folder(), place)) {
                    CacheEntry entry = remember(key, aside.movedTo(place));
                    evict(key);
                    return entry;
                }
            }
            throw new FileSystemException(place.toString(), null, "the entry cannot be put in its place");
        } catch (IOException cause) {
            throw CacheFailure.writing(folder, cause);
        }
    }

    private CacheEntry remember(String key, CacheEntry entry) {
        verified.put(key, entry);
        touch(entry.folder());
        return entry;
    }

    private static boolean moved(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException taken) {
            if (Files.exists(to)) {
                return false;
            }
            throw taken;
        }
    }

    /** A damaged entry goes aside by a rename too, since a reader may still hold its files. */
    private void moveAway(Path place) throws IOException {
        Path away = folder.resolve(ASIDE + UUID.randomUUID());
        try {
            Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
        delete(away);
    }

    private void touch(Path entry) {
        try {
            Files.setLastModifiedTime(entry.resolve(CacheEntry.LIST), FileTime.from(clock.instant()));
        } catch (IOException readOnly) {
            // Without the time of use the entry only loses its place in the order of removal.
            return;
        }
    }

    /** Removes entries until the quota holds, and what a process left behind that died while writing. */
    void evict(String newest) throws IOException {
        record Used(Path folder, Instant last, long bytes) {
        }
        List<Used> entries = new ArrayList<>();
        Instant now = clock.instant();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path entry : folders) {
                try {
                    Path list = entry.resolve(CacheEntry.LIST);
                    boolean aside = entry.getFileName().toString().startsWith(ASIDE);
                    Instant last = Files.getLastModifiedTime(Files.exists(list) ? list : entry).toInstant();
                    if (aside && last.isBefore(now.minus(ABANDONED))) {
                        delete(entry);
                    } else if (!aside && Files.exists(list)) {
                        entries.add(new Used(entry, last, size(entry)));
                    }
                } catch (NoSuchFileException gone) {
                    // Another process tidies up at the same time and was faster with this one.
                    continue;
                }
            }
        }
        entries.sort(Comparator.comparing(Used::last));
        long total = entries.stream().mapToLong(Used::bytes).sum();
        for (Used entry : entries) {
            String name = entry.folder().getFileName().toString();
            if (total <= quota || entry.last().isAfter(now.minus(IN_USE))) {
                break;
            }
            if (!name.equals(newest)) {
                verified.remove(name);
                moveAway(entry.folder());
                total -= entry.bytes();
            }
        }
    }

    private static long size(Path entry) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(entry)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Removes a folder and what is in it; what another process removes meanwhile is no failure. */
    public static void delete(Path entry) throws IOException {
        List<Path> inside = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(entry)) {
            all.forEach(inside::add);
        } catch (NoSuchFileException gone) {
            return;
        }
        for (Path path : inside) {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                delete(path);
            } else {
                Files.deleteIfExists(path);
            }
        }
        Files.deleteIfExists(entry);
    }
}
