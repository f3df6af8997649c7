package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.result.ChartSpec;
import org.orrery.analysis.result.Figure;
import org.orrery.analysis.result.Finding;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.result.ResultTable;
import org.orrery.analysis.result.Warning;
import org.orrery.data.TableCsv;
import org.orrery.jobs.document.RunDocument;
import org.orrery.jobs.internal.codec.PlainJson;
import org.orrery.jobs.internal.codec.TableCodec;
import org.orrery.jobs.internal.files.ChainedFrames;
import org.orrery.jobs.internal.files.ChainedLog;
import org.orrery.jobs.internal.files.DurableFiles;
import org.orrery.jobs.internal.files.Frame;
import org.orrery.jobs.internal.files.Segment;

/**
 * Results as files: {@code result.json} with all but the rows, {@code tables.ors} with the rows of tables that were in
 * memory, and a CSV file for each table that is too long for the document of a run. Needs no class of the analysis, so
 * that a result opens when its bundle is gone.
 */
public final class ResultStore {
    private static final int FORMAT = 1;
    private static final String JSON = "result.json";
    private static final String TABLES = "tables.ors";

    private ResultStore() {
    }

    /** Where the rows of a table are: in the tables of the result, or in rows that units have written. */
    private record StoredTable(String id, String title, String rowsName, boolean inMemory, List<Segment> segments,
            Map<String, String> labels) {
    }

    private record StoredResult(int format, List<Figure> figures, List<StoredTable> tables, List<ChartSpec> charts, List<Finding> findings,
            List<Warning> warnings, String best, Result.Better better) {
    }

    /**
     * Writes a result beside the old one; it takes its place when the journal names it and {@link #settle} is called.
     *
     * @return the digest for the journal
     */
    public static String write(DurableFiles files, RunFolder folder, Result result) throws IOException {
        Path made = folder.newResult();
        files.delete(made);
        files.createFolders(made);
        List<StoredTable> tables = new ArrayList<>();
        try (ChainedLog log = ChainedLog.create(files, made.resolve(TABLES))) {
            for (ResultTable table : result.tables()) {
                tables.add(store(log, table));
            }
            log.force();
        }
        for (ResultTable table : result.tables()) {
            if (table.rows().count() > RunDocument.MOST_ROWS) {
                Path csv = made.resolve(table.id() + ".csv");
                try (OutputStream out = files.stream(csv)) {
                    TableCsv.write(out, blocks -> RunDocument.forEachBlock(table, blocks));
                }
                files.force(csv);
            }
        }
        byte[] json = PlainJson.write(new StoredResult(FORMAT, result.figures(), tables, result.charts(), result.findings(),
                result.warnings(), result.best(), result.better()));
        files.replace(made.resolve(JSON), json);
        return digest(json);
    }

    private static StoredTable store(ChainedLog log, ResultTable table) throws IOException {
        return switch (table.rows()) {
            case ResultTable.InMemory memory -> {
                Segment segment = log.append((byte) 0, TableCodec.encode(memory.table())).holding(memory.table().rows());
                yield new StoredTable(table.id(), table.title(), "", true, List.of(segment), table.labels());
            }
            case ResultTable.OnDisk disk -> {
                if (!(disk.stored() instanceof SegmentRows rows)) {
                    throw new IOException("Table " + table.id() + " does not hold rows of this run");
                }
                yield new StoredTable(table.id(), table.title(), rows.name(), false, rows.segments(), table.labels());
            }
        };
    }

    /** Puts a new result that the journal names into its place, and deletes any other new one. Done twice it does no harm. */
    public static void settle(DurableFiles files, RunFolder folder, Optional<String> named) throws IOException {
        if (!Files.isDirectory(folder.newResult())) {
            return;
        }
        if (named.isPresent() && digestOf(folder.newResult()).equals(named)) {
            files.delete(folder.result());
            files.move(folder.newResult(), folder.result());
            files.forceFolder(folder.path());
        } else {
            files.delete(folder.newResult());
        }
    }

    private static Optional<String> digestOf(Path result) throws IOException {
        Path json = result.resolve(JSON);
        return Files.isRegularFile(json) ? Optional.of(digest(Files.readAllBytes(json))) : Optional.empty();
    }

    private static String digest(byte[] json) {
        return HexFormat.of().formatHex(Frame.sha256().digest(json));
    }

    /**
     * The stored result with that digest, wherever it is.
     *
     * @throws IOException when it is gone or damaged
     */
    static Result read(RunFolder folder, String named) throws IOException {
        Path place = place(folder, named);
        return assemble(folder, place, stored(place));
    }

    /** The figures of a stored result alone. Those of one that is gone or damaged are none: a line in a list must not fail for them. */
    static List<Figure> figures(RunFolder folder, String named) {
        try {
            return stored(place(folder, named)).figures().stream().map(ResultStore::exact).toList();
        } catch (IOException e) {
            // Whoever opens the run is told.
            return List.of();
        }
    }

    private static Path place(RunFolder folder, String named) throws IOException {
        for (Path place : List.of(folder.result(), folder.newResult())) {
            if (digestOf(place).equals(Optional.of(named))) {
                return place;
            }
        }
        throw new IOException("The result in " + folder.result() + " is gone or damaged");
    }

    private static StoredResult stored(Path place) throws IOException {
        StoredResult stored = PlainJson.read(Files.readAllBytes(place.resolve(JSON)), StoredResult.class);
        if (stored.format() != FORMAT) {
            throw new IOException("A result of format " + stored.format() + ", which this version does not read");
        }
        return stored;
    }

    private static Result assemble(RunFolder folder, Path place, StoredResult stored) throws IOException {
        List<ResultTable> tables = new ArrayList<>();
        for (StoredTable table : stored.tables()) {
            long count = table.segments().stream().mapToLong(Segment::rows).sum();
            ResultTable.Rows rows;
            if (table.inMemory() && count <= RunDocument.MOST_ROWS) {
                Frame frame = new ChainedFrames(place.resolve(TABLES)).read(table.segments().get(0));
                rows = new ResultTable.InMemory(TableCodec.decode(frame.payload()));
            } else if (table.inMemory()) {
                rows = new ResultTable.OnDisk(new SegmentRows(table.id(), place.resolve(TABLES), table.segments()));
            } else {
                rows = new ResultTable.OnDisk(new SegmentRows(table.rowsName(), folder.rows(table.rowsName()), table.segments()));
            }
            tables.add(new ResultTable(table.id(), table.title(), rows, table.labels()));
        }
        List<Figure> figures = stored.figures().stream().map(ResultStore::exact).toList();
        return new Result(figures, tables, stored.charts(), stored.findings(), stored.warnings(), stored.best(), stored.better());
    }

    /** A NaN or an infinity is a word in JSON and comes back as one. */
    static Figure exact(Figure figure) {
        return switch (figure.value()) {
            case String text when text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity") ->
                new Figure(figure.name(), Double.valueOf(text), figure.label(), figure.format());
            default -> figure;
        };
    }
}
