package org.orrery.jobs.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.orrery.jobs.RunRequest;
import org.orrery.jobs.internal.codec.PlainJson;

/**
 * The content of {@code request.json}: what was asked for and what it was asked of. Written once.
 *
 * @param format the version of this shape
 * @param run the number of the run
 * @param bundle the symbolic name of the bundle of the analysis
 * @param version the version of that bundle
 * @param request with every setting resolved
 */
public record FrozenRequest(int format, long run, String bundle, String version, RunRequest request) {
    /** The version that is written now. */
    public static final int FORMAT = 1;

    public FrozenRequest {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(request, "request");
    }

    /** Reads it from that folder. */
    static FrozenRequest read(RunFolder folder) throws IOException {
        return read(Files.readAllBytes(folder.request()));
    }

    /** @throws IOException when the bytes are none, or of a shape that this version does not know */
    static FrozenRequest read(byte[] bytes) throws IOException {
        FrozenRequest read = PlainJson.read(bytes, FrozenRequest.class);
        if (read.format() != FORMAT) {
            throw new IOException("A run of format " + read.format() + ", which this version does not read");
        }
        return read;
    }

    /** The same with settings that have grown since. */
    FrozenRequest extended(Optional<Map<String, Object>> settings) {
        return settings.map(grown -> new FrozenRequest(format, run, bundle, version, new RunRequest(request.analysis(), request.name(),
                request.inputs(), grown, request.seed(), request.threads(), request.isolation()))).orElse(this);
    }
}
