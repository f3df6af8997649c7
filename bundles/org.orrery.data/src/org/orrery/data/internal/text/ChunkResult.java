package org.orrery.data.internal.text;

/** What was learned from one chunk. Written by the thread that reads the chunk, then handed over. */
final class ChunkResult {
    private final Chunk chunk;
    private final ColumnFacts[] facts;
    private final int[] kinds;
    private final boolean[] broken;
    private final int rows;
    private final int blankRows;
    private final long breaks;
    private final FieldIndex.Trouble trouble;
    private final int troubleAt;
    private final int troubleFields;
    private final int badByte;
    private int refusedColumn = -1;
    private int refusedAt;
    private String refusedValue;

    ChunkResult(Chunk chunk, FieldIndex index, int columns) {
        this.chunk = chunk;
        this.facts = new ColumnFacts[columns];
        this.kinds = new int[columns];
        this.broken = new boolean[columns];
        this.rows = index.rows();
        this.blankRows = index.blankRows();
        this.breaks = chunk.breaks(chunk.first()) + index.lines();
        boolean cut = chunk.isOverlong() && index.trouble() != FieldIndex.Trouble.AFTER_QUOTE;
        this.trouble = cut ? FieldIndex.Trouble.TOO_LONG : index.trouble();
        this.troubleAt = cut ? chunk.first() : index.troubleAt();
        this.troubleFields = index.troubleFields();
        this.badByte = -1;
    }

    private ChunkResult(Chunk chunk, int badByte) {
        this.chunk = chunk;
        this.facts = new ColumnFacts[0];
        this.kinds = new int[0];
        this.broken = new boolean[0];
        this.rows = 0;
        this.blankRows = 0;
        this.breaks = 0;
        this.trouble = FieldIndex.Trouble.NONE;
        this.troubleAt = 0;
        this.troubleFields = 0;
        this.badByte = badByte;
    }

    /** A chunk that is no text from that byte on. */
    static ChunkResult broken(Chunk chunk, int badByte) {
        return new ChunkResult(chunk, badByte);
    }

    /** Notes what the cells of a column were. */
    void put(int column, ColumnScan scan) {
        facts[column] = scan.facts();
        kinds[column] = scan.kinds();
        broken[column] = scan.isBroken();
    }

    /** Notes the first cell that is not of the type that is asked for. */
    void refuse(int column, int at, String value) {
        refusedColumn = column;
        refusedAt = at;
        refusedValue = value;
    }

    Chunk chunk() {
        return chunk;
    }

    /** What the cells of the column were; null for one that was not read. */
    ColumnFacts facts(int column) {
        return facts[column];
    }

    int kinds(int column) {
        return kinds[column];
    }

    boolean isBroken(int column) {
        return broken[column];
    }

    int rows() {
        return rows;
    }

    int blankRows() {
        return blankRows;
    }

    /** How many line breaks the chunk holds. */
    long breaks() {
        return breaks;
    }

    FieldIndex.Trouble trouble() {
        return trouble;
    }

    int troubleAt() {
        return troubleAt;
    }

    int troubleFields() {
        return troubleFields;
    }

    /** The first byte that is no text; −1 when there is none. */
    int badByte() {
        return badByte;
    }

    /** The column of the first cell that is refused; −1 when none is. */
    int refusedColumn() {
        return refusedColumn;
    }

    /** Where the record of the refused cell begins. */
    int refusedAt() {
        return refusedAt;
    }

    String refusedValue() {
        return refusedValue;
    }
}
