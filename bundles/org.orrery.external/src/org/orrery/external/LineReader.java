package org.orrery.external;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;

/** Reads lines by a list of sources; the first that fits a line takes it. Sources of CSV have a header to remember: for one thread. */
public final class LineReader {
    private final List<Optional<LineFormat>> formats = new ArrayList<>();

    /**
     * What a line says.
     *
     * @param source the number of the source that took it, from 0
     * @param step its place, when the line gives one
     * @param values the metrics by name
     * @param captures where the numbers stand; empty when the form does not tell
     */
    public record Found(int source, OptionalDouble step, Map<String, Double> values, List<Capture> captures) {
    }

    /**
     * Reads what is printed; sources that read files are left out.
     *
     * @throws AnalysisException bad-setting with the source to blame
     */
    public LineReader(List<MetricSource> sources) throws AnalysisException {
        for (int i = 0; i < sources.size(); i++) {
            Optional<MetricCheck.Flaw> flaw = MetricCheck.of(sources.get(i), "metrics[" + i + "]");
            if (flaw.isPresent()) {
                throw new AnalysisException(Code.BAD_SETTING, flaw.get().setting(), flaw.get().message());
            }
            formats.add(sources.get(i).file().isPresent() ? Optional.empty() : Optional.of(sources.get(i).lineFormat()));
        }
    }

    /** What a line without colours says. */
    Optional<Readings> readings(String plain) {
        for (Optional<LineFormat> format : formats) {
            Optional<Readings> readings = format.isEmpty() ? Optional.empty() : format.get().read(plain);
            if (readings.isPresent()) {
                return readings;
            }
        }
        return Optional.empty();
    }

    /** What the line says; empty when no source fits. Colours of terminals are taken out first: captures are places in the plain line. */
    public Optional<Found> read(String line) {
        String plain = AnsiText.strip(line);
        for (int i = 0; i < formats.size(); i++) {
            Optional<LineFormat> format = formats.get(i);
            Optional<Readings> readings = format.flatMap(each -> each.read(plain));
            if (readings.isPresent()) {
                return Optional.of(new Found(i, readings.get().step(), readings.get().values(), format.orElseThrow().captures(plain)));
            }
        }
        return Optional.empty();
    }

    /** Numbers, from 1, of the sources that were given up because they took too long on a line. */
    public List<Integer> tooSlow() {
        List<Integer> slow = new ArrayList<>();
        for (int i = 0; i < formats.size(); i++) {
            if (formats.get(i).orElse(null) instanceof PatternLines lines && lines.tooSlow()) {
                slow.add(i + 1);
            }
        }
        return slow;
    }
}
