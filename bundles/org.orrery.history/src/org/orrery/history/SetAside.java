package org.orrery.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Keeps what is left of an unusable database for whoever wants to know why, at most two of them. */
final class SetAside {
    private static final String PREFIX = "unusable-";
    private static final int KEPT = 2;

    private final Path home;
    private final BiConsumer<String, Throwable> log;

    SetAside(Path home, BiConsumer<String, Throwable> log) {
        this.home = home;
        this.log = log;
    }

    /** Moves the database out of the way and says where it is now. */
    Path move() throws IOException {
        List<Path> earlier = earlier();
        int number = earlier.isEmpty() ? 1 : number(earlier.get(earlier.size() - 1)) + 1;
        Path index = home.resolve("index");
        Path target = home.resolve(PREFIX + number);
        if (Files.exists(index)) {
            Files.move(index, target);
        }
        for (Path old : earlier.subList(0, Math.max(0, earlier.size() + 1 - KEPT))) {
            delete(old);
        }
        return target;
    }

    private List<Path> earlier() throws IOException {
        try (Stream<Path> children = Files.list(home)) {
            return children.filter(child -> number(child) > 0).sorted(Comparator.comparingInt(SetAside::number)).toList();
        }
    }

    private static int number(Path path) {
        String name = path.getFileName().toString();
        return name.matches(PREFIX + "\\d{1,9}") ? Integer.parseInt(name.substring(PREFIX.length())) : 0;
    }

    private void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            log.accept(Messages.bind(Messages.SetAside_notDeleted, folder), e);
        }
    }
}
