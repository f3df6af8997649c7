package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.orrery.jobs.Curve;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunFolders;
import org.orrery.jobs.RunState;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.StoredRun;
import org.orrery.jobs.UnitCounts;
import org.orrery.jobs.internal.Reporter;
import org.orrery.jobs.internal.lease.ProcessIdentity;
import org.orrery.jobs.search.RunFacts;
import org.orrery.jobs.search.RunSearch;

/** The runs in a folder, one sub-folder each, named by the number. Writes nothing. Thread-safe. */
public final class DirectoryRunFolders implements RunFolders {
    private final Path runs;
    private final Predicate<ProcessIdentity> dead;
    private final Reporter reporter;
    private final Supplier<Map<Long, Enlisted>> unbegun;
    private final RunShelf shelf;

    /**
     * The runs in that folder, and those that the journal of its queue has.
     *
     * @param dead whether the owner of a run is gone
     * @param reporter hears of folders that cannot be read
     */
    public DirectoryRunFolders(Path runs, Predicate<ProcessIdentity> dead, Reporter reporter) {
        this.runs = runs;
        this.dead = dead;
        this.reporter = reporter;
        this.unbegun = this::readQueue;
        this.shelf = new RunShelf(runs, Optional.empty());
    }

    /**
     * The same where the queue is known, for the owner.
     *
     * @param unbegun has the runs that wait for their first turn, by number
     * @param shelf where what runs can be found by is kept together
     */
    public DirectoryRunFolders(Path runs, Predicate<ProcessIdentity> dead, Reporter reporter, Supplier<Map<Long, Enlisted>> unbegun, RunShelf shelf) {
        this.runs = runs;
        this.dead = dead;
        this.reporter = reporter;
        this.unbegun = unbegun;
        this.shelf = shelf;
    }

    private Map<Long, Enlisted> readQueue() {
        try {
            return QueueJournal.read(runs).runs().stream().filter(run -> run.request().isPresent())
                    .collect(Collectors.toMap(Enlisted::run, run -> run));
        } catch (IOException e) {
            reporter.report(Messages.bind(Messages.DirectoryRunFolders_noQueue, runs), e);
            return Map.of();
        }
    }

    @Override
    public List<RunSummary> list() {
        return find(RunSearch.ALL);
    }

    /** Reads several at a time, and each once: ten thousand files are little work, each with a wait. */
    @Override
    public List<RunSummary> find(RunSearch search) {
        // The queue first: a run that begins meanwhile is then in both, not in neither.
        Map<Long, Enlisted> waiting = new HashMap<>(unbegun.get());
        List<Long> numbers = numbers();
        numbers.forEach(waiting::remove);
        List<RunSummary> begun = begun(numbers, search);
        if (waiting.isEmpty()) {
            return begun;
        }
        List<RunSummary> found = search.of(waiting.values().stream().map(Enlisted::summary).toList(), this::facts);
        return Stream.concat(begun.stream(), found.stream()).sorted(Comparator.comparingLong(RunSummary::id).reversed()).toList();
    }

    private List<RunSummary> begun(List<Long> numbers, RunSearch search) {
        RunBook book = shelf.open(numbers.size());
        LongAdder missed = new LongAdder();
        List<RunSummary> found = numbers.parallelStream().map(run -> {
            Optional<RunFacts> facts = known(book, run, missed);
            // Where a figure rules a run out its line is not made.
            if (facts.flatMap(search::fits).filter(fits -> !fits).isPresent()) {
                return Optional.<RunSummary>empty();
            }
            return facts.isEmpty() ? line(run, search) : fitting(book.line(run).orElseThrow(), search, facts::orElseThrow);
        }).flatMap(Optional::stream).toList();
        shelf.missed(book, missed.sum());
        return found;
    }

    /** What the book says of a run, if that is true now. */
    private Optional<RunFacts> known(RunBook book, long run, LongAdder missed) {
        Optional<RunFacts> known = book.facts(run).filter(facts -> book.holds(run, folder(run)));
        if (known.isEmpty()) {
            missed.increment();
        }
        return known;
    }

    @Override
    public List<RunSummary> find(RunSearch search, Collection<RunSummary> among) {
        RunBook book = shelf.open(among.size());
        LongAdder missed = new LongAdder();
        List<RunSummary> found = search.of(among, run -> known(book, run, missed).orElseGet(() -> facts(run)));
        shelf.missed(book, missed.sum());
        return found;
    }

    /** Empty when the run does not fit, or is deleted meanwhile. */
    private Optional<RunSummary> line(long run, RunSearch search) {
        RunFolder folder = folder(run);
        try {
            Optional<SummaryFile.Content> known = SummaryFile.content(folder);
            // Where a figure rules a run out its line is not made.
            if (known.flatMap(SummaryFile.Content::facts).flatMap(search::fits).filter(fits -> !fits).isPresent()) {
                return Optional.empty();
            }
            Optional<RunSummary> told = known.flatMap(SummaryFile.Content::summary);
            RunSummary line = told.isPresent() ? told.get() : FolderRun.summary(folder, dead);
            return fitting(line, search, () -> known.flatMap(SummaryFile.Content::facts).orElseGet(() -> facts(run)));
        } catch (IOException e) {
            if (!Files.isDirectory(folder.path())) {
                return Optional.empty();
            }
            reporter.report(Messages.bind(Messages.DirectoryRunFolders_unreadable, run, folder.path()), e);
            return fitting(damaged(run, e), search, () -> RunFacts.NONE);
        }
    }

    private static Optional<RunSummary> fitting(RunSummary line, RunSearch search, Supplier<RunFacts> facts) {
        boolean fits = search.fits(line).orElseGet(() -> search.fits(line, facts.get()));
        return fits ? Optional.of(line) : Optional.empty();
    }

    /** The line of a run of which too little can be read: it must not vanish from the list. */
    private RunSummary damaged(long run, IOException why) {
        String analysis = "";
        String name = Messages.bind(Messages.DirectoryRunFolders_run, run);
        try {
            FrozenRequest request = FrozenRequest.read(folder(run));
            analysis = request.request().analysis();
            name = request.request().name();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
        String sentence = Messages.bind(Messages.DirectoryRunFolders_damaged, new Object[] {run, folder(run).path(), why.getMessage()});
        return new RunSummary(run, analysis, Messages.bind(Messages.DirectoryRunFolders_name, name), RunState.FAILED, made(run), Optional.empty(),
                Optional.empty(), "", "", Double.NaN, new UnitCounts(0, 0, 0, 0, 0), false, List.of(), sentence);
    }

    private Instant made(long run) {
        try {
            return Files.getLastModifiedTime(folder(run).path()).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** The line of one run. */
    public RunSummary summary(RunFolder folder) throws IOException {
        Optional<RunSummary> known = SummaryFile.read(folder);
        return known.isPresent() ? known.get() : FolderRun.summary(folder, dead);
    }

    /** The numbers of all runs that have a folder, the largest first. */
    public List<Long> numbers() {
        try {
            return RunNumbers.in(runs);
        } catch (IOException e) {
            reporter.report(Messages.bind(Messages.DirectoryRunFolders_noList, runs), e);
            return List.of();
        }
    }

    @Override
    public StoredRun open(long run) throws RunException {
        Optional<Enlisted> waiting = waits(run);
        return waiting.isPresent() ? new UnbegunRun(waiting.get(), folder(run).path()) : read(run, folder -> FolderRun.read(folder, dead));
    }

    /** Whether a run waits for its first turn. */
    private Optional<Enlisted> waits(long run) {
        return Files.isDirectory(folder(run).path()) ? Optional.empty() : Optional.ofNullable(unbegun.get().get(run));
    }

    @Override
    public List<Curve> curves(long run) throws RunException {
        return waits(run).isPresent() ? List.of() : read(run, CurveFile::read);
    }

    @Override
    public RunFacts facts(long run) {
        RunFolder folder = folder(run);
        Optional<RunFacts> known = SummaryFile.content(folder).flatMap(SummaryFile.Content::facts);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            Optional<Enlisted> waiting = waits(run);
            return waiting.isPresent() ? RunFacts.of(waiting.get().request().orElseThrow().request(), "", List.of())
                    : FolderRun.line(folder, dead).facts();
        } catch (IOException e) {
            if (Files.isDirectory(folder.path())) {
                reporter.report(Messages.bind(Messages.DirectoryRunFolders_unreadable, run, folder.path()), e);
            }
            return RunFacts.NONE;
        }
    }

    @Override
    public long bytes(long run) {
        Path folder = folder(run).path();
        long[] bytes = {0};
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) {
                    // It went while the folder was read.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            reporter.report(Messages.bind(Messages.DirectoryRunFolders_unreadable, run, folder), e);
        }
        return bytes[0];
    }

    @Override
    public void export(long run, Path file) throws RunException {
        RunState state = open(run).summary().state();
        if (!state.ended()) {
            throw new RunException(RunException.Code.BAD_USAGE, Messages.bind(Messages.RunArchive_notEnded, run, state));
        }
        read(run, folder -> {
            RunArchive.write(folder, run, file);
            return null;
        });
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(RunFolder folder) throws IOException, RunException;
    }

    private <T> T read(long run, Reading<T> reading) throws RunException {
        RunFolder folder = folder(run);
        if (!Files.isDirectory(folder.path())) {
            throw new RunException(RunException.Code.RUN_NOT_FOUND, Messages.bind(Messages.DirectoryRunFolders_notFound, run));
        }
        try {
            return reading.read(folder);
        } catch (IOException e) {
            throw new RunException(RunException.Code.INTERNAL,
                    Messages.bind(Messages.DirectoryRunFolders_damaged, new Object[] {run, folder.path(), e.getMessage()}), e);
        }
    }

    /** The folder that they all lie in. */
    public Path root() {
        return runs;
    }

    /** Where a run of that number lies. */
    public RunFolder folder(long run) {
        return new RunFolder(runs.resolve(Long.toString(run)));
    }
}
