package org.orrery.history;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Ways to spoil a database. */
final class Damage {
    private Damage() {
    }

    static void delete(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).filter(path -> !path.equals(root)).toList()) {
                Files.delete(path);
            }
        }
    }

    static void truncate(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }

    /** Overwrites the middle of every file of that ending. */
    static void overwrite(Path folder, String ending) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(folder)) {
            files = tree.filter(path -> path.toString().endsWith(ending)).toList();
        }
        for (Path path : files) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                byte[] noise = new byte[(int) Math.min(5_000, file.length() / 2)];
                java.util.Arrays.fill(noise, (byte) 0xFF);
                file.seek(file.length() / 4);
                file.write(noise);
            }
        }
    }
}
