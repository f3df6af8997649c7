package org.orrery.jobs.internal.run;

import java.util.List;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Input;
import org.orrery.analysis.Inputs;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableBuilder;

/**
 * Inputs cut after some rows; no more is read.
 *
 * @param whole the inputs
 * @param rows at most so many of each
 */
record FirstRows(Inputs whole, int rows) implements Inputs {
    @Override
    public List<Input> all(String name) {
        return whole.all(name).stream().<Input>map(input -> new Head(input, rows)).toList();
    }

    private record Head(Input input, int rows) implements Input {
        @Override
        public Dataset dataset() {
            return input.dataset();
        }

        @Override
        public Table table(List<String> columns, Progress progress) throws AnalysisException {
            try (HeadBlocks blocks = new HeadBlocks(input.blocks(columns), rows)) {
                TableBuilder builder = Table.builder(blocks.schema());
                for (Table block = blocks.next(); block != null; block = blocks.next()) {
                    progress.checkCancelled();
                    HeadBlocks.append(builder, block, block.rows());
                }
                return builder.build();
            } catch (DataException e) {
                throw new AnalysisException(e);
            }
        }

        @Override
        public ColumnBlocks blocks(List<String> columns) throws AnalysisException {
            return new HeadBlocks(input.blocks(columns), rows);
        }
    }

    private static final class HeadBlocks implements ColumnBlocks {
        private final ColumnBlocks blocks;
        private int left;

        HeadBlocks(ColumnBlocks blocks, int rows) {
            this.blocks = blocks;
            this.left = rows;
        }

        @Override
        public Schema schema() {
            return blocks.schema();
        }

        @Override
        public Table next() throws DataException {
            Table block = left == 0 ? null : blocks.next();
            if (block == null || block.rows() <= left) {
                left -= block == null ? 0 : block.rows();
                return block;
            }
            TableBuilder builder = Table.builder(block.schema());
            append(builder, block, left);
            left = 0;
            return builder.build();
        }

        static void append(TableBuilder builder, Table block, int rows) {
            Object[] values = new Object[block.schema().size()];
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < values.length; column++) {
                    values[column] = block.value(row, column);
                }
                builder.row(values);
            }
        }

        @Override
        public void close() {
            blocks.close();
        }
    }
}
