package org.orrery.jobs.internal.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.internal.codec.PlainJson;

/**
 * One ended run as one file: a zip archive of its folder with a list of all files and their digests. Whoever reads one trusts
 * nothing in it: names, sizes and digests are checked before anything of it counts.
 */
public final class RunArchive {
    private static final int FORMAT = 1;
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_FILES = 10_000;
    private static final long MOST_BYTES = 2L << 30;
    private static final int LARGEST_MANIFEST = 8 << 20;
    /** Shortcuts and leftovers that belong to this place alone. */
    private static final Set<String> LOCAL = Set.of("summary.json", "worker.lock", "scratch", "damaged", "late", "result.new");
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

    private RunArchive() {
    }

    private record Content(String path, long bytes, String sha256) {
    }

    private record Manifest(int format, long run, Instant exported, List<Content> files) {
    }

    /**
     * Writes the run in that folder.
     *
     * @param file replaced when it is there, and only when all went well
     * @throws RunException bad-usage when it is too large
     */
    public static void write(RunFolder folder, long run, Path file) throws IOException, RunException {
        List<Path> files = files(folder.path());
        long bytes = 0;
        for (Path each : files) {
            bytes += Files.size(each);
        }
        if (files.size() >= MOST_FILES || bytes > MOST_BYTES) {
            throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.RunArchive_tooLarge, new Object[] {run, files.size(), bytes >> 20}));
        }
        Path parent = file.toAbsolutePath().getParent();
        Path made = Files.createTempFile(parent, ".export", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(made); ZipOutputStream zip = new ZipOutputStream(out)) {
                List<Content> contents = new ArrayList<>();
                for (Path each : files) {
                    String name = folder.path().relativize(each).toString().replace('\\', '/');
                    zip.putNextEntry(entry(name));
                    MessageDigest digest = sha256();
                    DigestOutputStream counted = new DigestOutputStream(zip, digest);
                    long length = Files.copy(each, counted);
                    zip.closeEntry();
                    contents.add(new Content(name, length, HexFormat.of().formatHex(digest.digest())));
                }
                zip.putNextEntry(entry(MANIFEST));
                zip.write(PlainJson.write(new Manifest(FORMAT, run, Instant.now(), contents)));
                zip.closeEntry();
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // The time of a file says nothing, and the same run makes the same bytes but for the manifest.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    private static List<Path> files(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return root.equals(folder.getParent()) && LOCAL.contains(folder.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                boolean local = root.equals(file.getParent()) && LOCAL.contains(file.getFileName().toString());
                if (attributes.isRegularFile() && !local && !file.getFileName().toString().endsWith(".tmp")) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has this digest", e);
        }
    }

    /**
     * Unpacks an archive.
     *
     * @param into a folder that is not there yet; the caller deletes it when this fails
     * @throws RunException bad-data when the file is no archive of a run, damaged, or wants more than it may
     */
    public static void read(Path file, Path into) throws IOException, RunException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(file, zip);
            check(file, zip, manifest);
            Files.createDirectories(into);
            Path root = into.toAbsolutePath().normalize();
            for (Content each : manifest.files()) {
                Path target = root.resolve(each.path()).normalize();
                if (!target.startsWith(root)) {
                    throw refused(file, Messages.bind(Messages.RunArchive_name, each.path()));
                }
                Files.createDirectories(target.getParent());
                unpack(file, zip, each, target);
            }
            verify(file, root);
        } catch (ZipException | EOFException e) {
            // A damaged part may also want more bytes than there are.
            throw refused(file, String.valueOf(e.getMessage()));
        }
    }

    /** The digests are those that the archive names; this looks at what it says. */
    private static void verify(Path file, Path root) throws RunException {
        FolderRun run;
        try {
            run = FolderRun.read(new RunFolder(root), owner -> false);
        } catch (IOException | RuntimeException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
        boolean inside = run.artifacts().stream().allMatch(artifact -> artifact.path().toAbsolutePath().normalize().startsWith(root));
        if (!run.summary().state().ended() || !inside) {
            throw refused(file, Messages.RunArchive_none);
        }
    }

    private static void unpack(Path file, ZipFile zip, Content content, Path target) throws IOException, RunException {
        MessageDigest digest = sha256();
        long length = 0;
        try (InputStream in = zip.getInputStream(zip.getEntry(content.path())); OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
                if (length > content.bytes()) {
                    break;
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        if (length != content.bytes() || !HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
            throw refused(file, Messages.bind(Messages.RunArchive_digest, content.path()));
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException, RunException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null || zip.size() > MOST_FILES) {
            throw refused(file, Messages.RunArchive_none);
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LARGEST_MANIFEST);
        }
        try {
            Manifest manifest = PlainJson.read(bytes, Manifest.class);
            if (manifest.format() != FORMAT || manifest.files() == null) {
                throw refused(file, Messages.bind(Messages.RunArchive_format, manifest.format()));
            }
            return manifest;
        } catch (IOException e) {
            throw refused(file, Messages.RunArchive_none);
        }
    }

    private static void check(Path file, ZipFile zip, Manifest manifest) throws RunException {
        Set<String> names = new HashSet<>();
        long bytes = 0;
        for (Content each : manifest.files()) {
            boolean fine = each.path() != null && each.sha256() != null && each.bytes() >= 0 && zip.getEntry(each.path()) != null
                    && names.add(each.path().toLowerCase(Locale.ROOT)) && named(each.path());
            if (!fine) {
                throw refused(file, Messages.bind(Messages.RunArchive_name, each.path()));
            }
            bytes += each.bytes();
            if (bytes > MOST_BYTES) {
                throw refused(file, Messages.bind(Messages.RunArchive_bytes, MOST_BYTES >> 20));
            }
        }
        if (names.size() + 1 != zip.size() || !names.contains("request.json") || !names.contains("journal.orj")) {
            throw refused(file, Messages.RunArchive_none);
        }
    }

    /** Whether a file of that name may be made anywhere. */
    private static boolean named(String path) {
        for (String part : path.split("/", -1)) {
            String base = part.contains(".") ? part.substring(0, part.indexOf('.')) : part;
            if (part.isBlank() || part.equals(".") || part.equals("..") || part.chars().anyMatch(c -> c < ' ' || ":\\*?\"<>|".indexOf(c) >= 0)
                    || RESERVED.contains(base.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return !LOCAL.contains(path.split("/")[0]);
    }

    private static RunException refused(Path file, String why) {
        return new RunException(Code.BAD_DATA, Messages.bind(Messages.RunArchive_refused, file, why));
    }
}
