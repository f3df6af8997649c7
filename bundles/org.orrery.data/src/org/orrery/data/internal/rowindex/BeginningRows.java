package org.orrery.data.internal.rowindex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.data.DataException;
import org.orrery.data.FileRows;
import org.orrery.data.ImportPreview;
import org.orrery.data.Progress;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;
import org.orrery.data.internal.text.RawText;

/** The first rows of a file of which others can only be read by an import. */
public final class BeginningRows implements FileRows {
    private final ImportPreview preview;
    private final List<String> names;

    /** @param preview what was read of it */
    public BeginningRows(ImportPreview preview) {
        this.preview = preview;
        int widest = preview.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        List<String> all = new ArrayList<>(preview.names());
        for (int i = all.size(); i < widest; i++) {
            all.add(Integer.toString(i + 1));
        }
        this.names = List.copyOf(all);
    }

    @Override
    public ImportPreview preview() {
        return preview;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Extent extent() {
        return new Extent(preview.rows().size(), Reach.BEGINNING_ONLY, Optional.empty());
    }

    @Override
    public void index(Progress progress) {
        // More is not known without an import.
    }

    private String cell(int row, int column) {
        List<String> cells = preview.rows().get(row).cells();
        return column < cells.size() ? cells.get(column) : "";
    }

    @Override
    public Table window(List<String> columns, long first, int count) throws DataException {
        int[] positions = TextRows.positions(preview.file(), names, columns);
        TableBuilder table = TextRows.builder(columns);
        for (long row = first; row < Math.min(preview.rows().size(), first + count); row++) {
            Object[] cells = new Object[positions.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell((int) row, positions[i]);
            }
            table.row(cells);
        }
        return table.build();
    }

    @Override
    public Optional<Place> find(String text, Place after, boolean forwards, Progress progress) {
        RawText wanted = RawText.of(text);
        int cells = names.size();
        long last = (long) preview.rows().size() * cells;
        long begin = after.row() * cells + after.column();
        for (long at = begin + (forwards ? 1 : -1); at >= 0 && at < last; at += forwards ? 1 : -1) {
            if (wanted.isIn(cell((int) (at / cells), (int) (at % cells)))) {
                return Optional.of(new Place(at / cells, (int) (at % cells)));
            }
        }
        return Optional.empty();
    }
}
