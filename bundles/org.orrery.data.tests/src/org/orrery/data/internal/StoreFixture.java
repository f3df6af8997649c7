package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.DataException;
import org.orrery.data.DataStore;
import org.orrery.data.DataWarning;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.Table;
import org.orrery.samples.Samples;

/** A store over an empty folder, and short words for what tests do with it. */
abstract class StoreFixture {
    @TempDir
    Path folder;
    DataStore store;

    @BeforeEach
    void openStore() throws DataException {
        store = new DuckDataStores().open(folder.resolve("cache"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    Path file(String name, String content) throws IOException {
        return file(name, content, StandardCharsets.UTF_8);
    }

    Path file(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    Path sample(String id) throws IOException {
        Path file = folder.resolve(id + ".csv");
        try (InputStream stream = Samples.class.getResourceAsStream("/data/" + id + ".csv")) {
            Files.write(file, stream.readAllBytes());
        }
        return file;
    }

    Dataset read(Path file) throws DataException {
        return store.importFile(file, ReadOptions.DETECT, Progress.NONE);
    }

    Dataset read(String content) throws DataException, IOException {
        return read(file("data.csv", content));
    }

    Dataset read(String content, Map<String, ColumnType> types) throws DataException, IOException {
        return store.importFile(file("data.csv", content), with(types), Progress.NONE);
    }

    static ReadOptions with(Map<String, ColumnType> types) {
        return ReadOptions.DETECT.change().types(types).options();
    }

    Table values(Dataset dataset) throws DataException {
        return store.table(dataset, dataset.schema().names(), Progress.NONE);
    }

    /** The values of one column, boxed. */
    Object[] values(Dataset dataset, String column) throws DataException {
        Table table = store.table(dataset, List.of(column), Progress.NONE);
        Object[] values = new Object[table.rows()];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.value(i, 0);
        }
        return values;
    }

    static ColumnType type(Dataset dataset, String column) {
        return column(dataset, column).type();
    }

    static Column column(Dataset dataset, String column) {
        return dataset.schema().find(column).orElseThrow();
    }

    static List<String> codes(Dataset dataset) {
        return dataset.warnings().stream().map(DataWarning::code).toList();
    }

    DataException refused(Path file) {
        return assertThrows(DataException.class, () -> read(file));
    }

    DataException refused(String content) throws IOException {
        return refused(file("bad.csv", content));
    }
}
