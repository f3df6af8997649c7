package org.orrery.data.internal.text;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.ReadOptions;
import org.orrery.data.internal.ImportTarget;
import org.orrery.data.internal.Imported;
import org.orrery.data.internal.SourceFile;

/** The passes of an import over a text in memory: the beginning of a file. */
final class TextPasses {
    private static final int MOST_PASSES = 6;

    private final Path file;
    private final ReadOptions asked;
    private final TextDetection.Proposal proposal;
    private final String sample;
    private final ImportTarget target;

    TextPasses(Path file, ReadOptions asked, TextDetection.Proposal proposal, String sample, ImportTarget target) {
        this.file = file;
        this.asked = asked;
        this.proposal = proposal;
        this.sample = sample;
        this.target = target;
    }

    /**
     * What an import of the text gives.
     *
     * @param whole whether the file ends with it; else its last record may be cut, and its last lines are not those of the file
     */
    Imported imported(SourceFile.Stamp stamp, boolean whole) throws DataException {
        Dialect dialect = whole ? proposal.dialect() : proposal.dialect().withSkip(proposal.dialect().skip(), 0);
        TextPass pass = learn(dialect);
        if (asked.header().isEmpty() && dialect.headerRows() == 1 && pass.firstRowIsData()) {
            dialect = dialect.withHeaderRows(0);
            pass = learn(dialect);
        }
        for (int i = 0; i < MOST_PASSES; i++) {
            TypeResolution types = new TypeResolution(pass.scans(), proposal.options());
            TextPass full = new TextPass(file, proposal.options(), dialect, pass.fields() == 0 ? null : types.plans(), target);
            run(full, dialect, whole);
            requireRows(full);
            TypeResolution all = new TypeResolution(full.scans(), proposal.options());
            if (TextImport.settled(full.scans(), all.plans())) {
                Dialect said = dialect.withSkip(proposal.dialect().skip(), proposal.dialect().skipEnd());
                return new TextSummary(file, asked, proposal.options(), full, all, said, proposal.warnings()).imported(stamp);
            }
            pass = full;
        }
        throw new IllegalStateException("The types of " + file + " do not settle");
    }

    private TextPass learn(Dialect dialect) {
        TextPass pass = new TextPass(file, proposal.options(), dialect, null, null);
        try {
            new FastCsvParser(file).parse(new StringReader(sample), dialect, pass);
        } catch (DataException | IOException left) {
            // The strict pass says what is wrong.
            return pass;
        }
        return pass;
    }

    private void run(TextPass pass, Dialect dialect, boolean whole) throws DataException {
        try {
            new FastCsvParser(file).parse(new StringReader(sample), dialect, pass);
            pass.flush();
        } catch (IOException impossible) {
            throw new IllegalStateException("A text in memory can be read", impossible);
        } catch (DataException refused) {
            if (whole || !isCut(dialect)) {
                throw refused;
            }
            // Different texts are counted with their block.
            pass.flush();
            pass.flush();
        }
    }

    /** Whether only the end of the beginning is missing a quote. */
    private boolean isCut(Dialect dialect) {
        boolean refused = SampleRows.of(file, sample, dialect).refusal().isPresent();
        return refused && SampleRows.of(file, sample + dialect.quote(), dialect).refusal().isEmpty();
    }

    private void requireRows(TextPass pass) throws DataException {
        if (pass.fields() == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_empty, file), Where.in(file));
        }
        if (pass.rows() == 0) {
            throw new DataException(Code.BAD_DATA, NLS.bind(Messages.TextImport_headerOnly, file), Where.at(file, pass.firstLine()));
        }
    }
}
