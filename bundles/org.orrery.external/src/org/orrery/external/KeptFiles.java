package org.orrery.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.orrery.analysis.UnitOutput;

/** The files of a working directory that patterns name. */
final class KeptFiles {
    private final Path directory;

    KeptFiles(Path directory) {
        this.directory = directory;
    }

    /** Copies those that fit to the run. */
    List<ExternalOutcome.KeptFile> keep(List<String> patterns, UnitOutput output) throws IOException {
        List<ExternalOutcome.KeptFile> kept = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : new FoundFiles(directory).matching(patterns)) {
            String name = directory.relativize(file).toString().replace('\\', '/');
            String id = unique(ids, "file." + name.replaceAll("[^A-Za-z0-9._-]", "_"));
            MessageDigest digest = sha256();
            long[] bytes = new long[1];
            output.artifact(id, file.getFileName().toString(), "application/octet-stream",
                    out -> bytes[0] = Files.copy(file, new DigestOutputStream(out, digest)));
            kept.add(new ExternalOutcome.KeptFile(name, bytes[0], HexFormat.of().formatHex(digest.digest())));
        }
        return kept;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The one that was written last of those that fit; empty when there is none. */
    Optional<Path> newest(String pattern) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (Path file : new FoundFiles(directory).matching(List.of(pattern))) {
            if (newest.isEmpty() || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(newest.get())) >= 0) {
                newest = Optional.of(file);
            }
        }
        return newest;
    }

    private static String unique(Set<String> ids, String wanted) {
        String id = wanted;
        for (int i = 2; !ids.add(id); i++) {
            id = wanted + "." + i;
        }
        return id;
    }
}
