package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.text.TextDetection.Advice;

/**
 * What may be meant by a line far behind the beginning of a file that does not fit: a comment, or the first of some last lines
 * that are no data. Reads the file once more, which only a refusal costs.
 */
final class LateAdvice {
    private static final int MOST_LAST_LINES = 100;

    private final long wanted;
    private long line = 1;
    private boolean blank = true;
    private boolean returned;
    private char first;
    private int lines;

    private LateAdvice(long wanted) {
        this.wanted = wanted;
    }

    /**
     * Looks at the line and those behind it.
     *
     * @param mark how many bytes a byte order mark has
     * @param wanted the line that was refused, from 1
     */
    static Optional<Advice> of(Path file, ReadOptions options, Charset charset, int mark, long wanted, Progress progress) throws DataException {
        LateAdvice advice = new LateAdvice(wanted);
        try (SourceFile source = SourceFile.open(file, progress)) {
            InputStream input = source.content();
            input.skipNBytes(mark);
            advice.read(new StrictReader(input, charset, mark));
        } catch (InvalidTextException broken) {
            // It is refused already, for something before this.
            return Optional.empty();
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
        return advice.found(options);
    }

    private Optional<Advice> found(ReadOptions options) {
        if (first == '#' && options.comment().isEmpty()) {
            return Optional.of(new Advice(Messages.LateAdvice_comment, "comment"));
        }
        boolean few = lines > 0 && lines <= MOST_LAST_LINES;
        return few && options.skipEnd().isEmpty() ? Optional.of(new Advice(NLS.bind(Messages.TextDetection_after, lines), "skip-end"))
                : Optional.empty();
    }

    private void read(Reader reader) throws IOException {
        char[] buffer = new char[1 << 14];
        for (int read = reader.read(buffer, 0, buffer.length); read >= 0 && lines <= MOST_LAST_LINES; read = reader.read(buffer, 0, buffer.length)) {
            for (int i = 0; i < read; i++) {
                take(buffer[i]);
            }
        }
        end();
    }

    private void take(char value) {
        if (value == '\n' && returned) {
            returned = false;
            return;
        }
        returned = value == '\r';
        if (value == '\n' || value == '\r') {
            end();
            line++;
        } else if (line >= wanted && blank && value > ' ') {
            blank = false;
            first = line == wanted ? value : first;
        }
    }

    private void end() {
        lines += blank ? 0 : 1;
        blank = true;
    }
}
