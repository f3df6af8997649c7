package org.orrery.learning.score;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.analysis.score.WhatIf;
import org.orrery.analysis.settings.Nearest;
import org.orrery.data.Column;
import org.orrery.data.ColumnType;
import org.orrery.data.ColumnVector;
import org.orrery.data.DoubleVector;
import org.orrery.data.LongVector;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TextVector;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.encoding.Feature;
import org.orrery.learning.explain.Contributions;
import org.orrery.learning.explain.TreePath;
import org.orrery.learning.file.FeatureProfile;
import org.orrery.learning.file.ModelFile;

/** Asks a kept classifier about rows made up by hand. */
final class ClassifierWhatIf implements WhatIf {
    private static final double DAY_SECONDS = 86_400;
    private static final Runnable NEVER = () -> {
    };

    private final ModelFile model;
    private final List<Feature> features;

    ClassifierWhatIf(ModelFile model) {
        this.model = model;
        this.features = model.classifier().encoder().features();
    }

    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            FeatureProfile profile = model.profiles().get(i);
            double[] edges = profile.edges();
            boolean known = edges.length > 0;
            Optional<String> typical = feature.type().isText() ? profile.levels().stream().findFirst()
                    : known ? Optional.of(text(feature.type(), edges[edges.length / 2])) : Optional.empty();
            fields.add(new Field(feature.name(), feature.type(), profile.levels(), known ? edges[0] : Double.NaN,
                    known ? edges[edges.length - 1] : Double.NaN, typical));
        }
        return fields;
    }

    /** Profiles count days and seconds; people write dates. */
    private static String text(ColumnType type, double value) {
        return switch (type) {
            case INTEGER -> Long.toString(Math.round(value));
            case BOOLEAN -> Boolean.toString(value >= 0.5);
            case DATE -> LocalDate.ofEpochDay(Math.round(value)).toString();
            case TIMESTAMP -> Instant.ofEpochSecond(Math.round(value * DAY_SECONDS)).toString();
            case DURATION -> Duration.ofMillis(Math.round(value * 1000)).toString();
            default -> Double.toString(value);
        };
    }

    @Override
    public Prediction predict(Map<String, String> values) throws AnalysisException {
        List<String> names = features.stream().map(Feature::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new AnalysisException(Code.BAD_SETTING, name, Nearest.hint(NLS.bind(Messages.WhatIf_noColumn, name), Nearest.of(name, names)));
            }
        }
        List<Column> columns = new ArrayList<>();
        List<ColumnVector> vectors = new ArrayList<>();
        for (Feature feature : features) {
            columns.add(Column.of(feature.name(), feature.type()));
            vectors.add(vector(feature, Optional.ofNullable(values.get(feature.name())).filter(text -> !text.isBlank())));
        }
        return predict(new Table(new Schema(columns), vectors));
    }

    private Prediction predict(Table row) {
        FittedClassifier fitted = model.classifier();
        double[] all = fitted.probabilities(row, new int[] {0}, NEVER);
        Map<String, Double> probabilities = new LinkedHashMap<>();
        int best = 0;
        for (int label = 0; label < all.length; label++) {
            probabilities.put(fitted.classes().get(label), all[label]);
            best = all[label] > all[best] ? label : best;
        }
        int positive = fitted.classes().indexOf(model.positive());
        if (all.length == 2 && positive >= 0 && !Double.isNaN(model.threshold())) {
            best = all[positive] >= model.threshold() ? positive : 1 - positive;
        }
        int explained = positive >= 0 ? positive : best;
        Map<String, Double> contributions = new LinkedHashMap<>();
        double base = Double.NaN;
        if (model.extras().background().rows() > 0) {
            Contributions game = new Contributions(fitted.model(), fitted.encoder().starts(), model.extras().background());
            base = game.base(explained, NEVER);
            double[] own = game.of(fitted.encoder().encode(row, new int[] {0}, NEVER), 0, explained, model.seed(), NEVER);
            for (int i = 0; i < own.length; i++) {
                contributions.put(features.get(i).name(), own[i]);
            }
        }
        return new Prediction(fitted.classes().get(best), probabilities, fitted.classes().get(explained), base, contributions,
                TreePath.of(fitted, row, 0, NEVER));
    }

    private static ColumnVector vector(Feature feature, Optional<String> text) throws AnalysisException {
        BitSet absent = new BitSet();
        absent.set(0, text.isEmpty());
        if (feature.type().isText()) {
            return text.isEmpty() ? TextVector.of(new int[] {-1}, 1, List.of()) : TextVector.of(new int[1], 1, List.of(text.get()));
        }
        try {
            String value = text.map(String::strip).orElse("");
            return switch (feature.type()) {
                // A whole number may lie between two: the model takes any number.
                case REAL, DECIMAL, INTEGER -> DoubleVector.of(new double[] {text.isEmpty() ? 0 : finite(value)}, 1, absent);
                default -> LongVector.of(new long[] {text.isEmpty() ? 0 : whole(feature.type(), value)}, 1, absent, 0);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new AnalysisException(Code.BAD_SETTING, feature.name(),
                    NLS.bind(Messages.WhatIf_noValue, new Object[] {text.orElse(""), feature.name(), feature.type().id()}));
        }
    }

    private static long whole(ColumnType type, String value) {
        return switch (type) {
            case BOOLEAN -> {
                if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                    throw new NumberFormatException(value);
                }
                yield Boolean.parseBoolean(value) ? 1 : 0;
            }
            case DATE -> LocalDate.parse(value).toEpochDay();
            case TIMESTAMP -> ChronoUnit.MICROS.between(Instant.EPOCH,
                    value.endsWith("Z") ? Instant.parse(value) : LocalDateTime.parse(value).toInstant(ZoneOffset.UTC));
            case DURATION -> Duration.parse(value).toNanos() / 1000;
            default -> throw new IllegalStateException(type + " is no type of whole numbers");
        };
    }

    private static double finite(String value) {
        double number = Double.parseDouble(value);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(value);
        }
        return number;
    }
}
