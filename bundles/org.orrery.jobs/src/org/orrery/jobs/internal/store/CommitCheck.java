package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;
import org.orrery.jobs.internal.store.JournalEntry.Committed;
import org.orrery.jobs.internal.store.JournalEntry.KeptFile;
import org.orrery.jobs.internal.store.JournalEntry.KeptState;

/**
 * Finds the commits whose data cannot be trusted any more. A unit that handed on a state is only as good as those after it
 * in its chain: done again it would read the newest state instead of the one before it, so that with it everything later
 * in the chain is done again too, from the newest generation that is left, or from the start.
 */
final class CommitCheck {
    private final RunFolder folder;
    private final RunImage image;
    private final Map<String, String> lost = new LinkedHashMap<>();

    CommitCheck(RunFolder folder, RunImage image) {
        this.folder = folder;
        this.image = image;
    }

    /** The units to do again, each with the reason. */
    Map<String, String> lost() {
        for (Committed commit : image.committed().values()) {
            try {
                read(commit);
            } catch (IOException e) {
                lost.put(commit.unit(), String.valueOf(e.getMessage()));
            }
        }
        int before;
        do {
            // A unit may stand in several chains.
            before = lost.size();
            chains().values().forEach(this::check);
        } while (lost.size() > before);
        return lost;
    }

    private void read(Committed commit) throws IOException {
        new ChainedFrames(folder.outcomes()).read(commit.outcome());
        for (Map.Entry<String, List<Segment>> rows : commit.rows().entrySet()) {
            new ChainedFrames(folder.rows(rows.getKey())).read(rows.getValue(), frame -> {
            });
        }
        for (KeptFile file : commit.files()) {
            Path path = folder.artifact(file.id(), file.file());
            if (!Files.exists(path) || Files.size(path) != file.bytes() || !digest(path).equals(file.sha256())) {
                throw new IOException(Messages.bind(Messages.CommitCheck_fileDamaged, file.id()));
            }
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Frame.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private record Link(String unit, KeptState state) {
    }

    /** The links of each chain in order of their generation. */
    private Map<String, List<Link>> chains() {
        Map<String, List<Link>> chains = new LinkedHashMap<>();
        for (Committed commit : image.committed().values()) {
            for (KeptState state : commit.states()) {
                chains.computeIfAbsent(state.chain(), chain -> new ArrayList<>()).add(new Link(commit.unit(), state));
            }
        }
        chains.values().forEach(links -> links.sort(Comparator.comparingLong(link -> link.state().generation())));
        return chains;
    }

    private void check(List<Link> chain) {
        OptionalInt firstLost = IntStream.range(0, chain.size()).filter(i -> lost.containsKey(chain.get(i).unit())).findFirst();
        for (int i = firstLost.orElse(chain.size()); i < chain.size(); i++) {
            lost.putIfAbsent(chain.get(i).unit(), Messages.bind(Messages.CommitCheck_chainBroken, chain.get(firstLost.getAsInt()).unit()));
        }
        for (int i = firstLost.orElse(chain.size()) - 1; i >= 0 && !readable(chain.get(i)); i--) {
            continue;
        }
    }

    /** Whether the work can go on from that state; if not, its unit is lost. */
    private boolean readable(Link link) {
        Path file = folder.state(link.state().chain(), link.state().generation());
        try {
            new ChainedFrames(file).read(link.state().segment());
            return true;
        } catch (IOException e) {
            lost.put(link.unit(), Messages.bind(Messages.CommitCheck_stateDamaged, file.getFileName()));
            return false;
        }
    }
}
