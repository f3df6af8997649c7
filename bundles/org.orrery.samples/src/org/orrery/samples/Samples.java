package org.orrery.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The bundled data sets; a service, safe for any number of threads. */
public interface Samples {
    /** All of them, in a fixed order. */
    List<Sample> list();

    /** The one with that id; empty when there is none. */
    Optional<Sample> find(String id);

    /**
     * The bytes of the CSV file; to be closed by the caller.
     *
     * @throws java.util.NoSuchElementException when there is no sample of that id
     */
    InputStream open(String id) throws IOException;

    /**
     * Writes the CSV file into that folder, which is made when it is not there, and gives its path. A file of the same
     * content is left as it is; one of other content is never overwritten.
     *
     * @throws java.util.NoSuchElementException when there is no sample of that id
     * @throws java.nio.file.FileAlreadyExistsException when a file of that name with other content is there
     */
    Path materialise(String id, Path folder) throws IOException;
}
