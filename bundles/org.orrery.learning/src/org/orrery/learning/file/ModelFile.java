package org.orrery.learning.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.AnalysisException.Code;
import org.orrery.data.Table;
import org.orrery.learning.ClassifierKind;
import org.orrery.learning.ClassifierModel;
import org.orrery.learning.FittedClassifier;
import org.orrery.learning.ProjectedModel;
import org.orrery.learning.calibration.CalibratedModel;
import org.orrery.learning.calibration.Calibrator;
import org.orrery.learning.encoding.Encoder;
import org.orrery.learning.encoding.PrincipalComponents;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * A trained classifier as it is kept: the whole pipeline with what is needed to know where it came from. The bytes depend on
 * these values alone.
 *
 * @param target the column it predicts
 * @param positive the class that binary measures are about; empty for more than two classes
 * @param threshold the probability of the positive class from which it is predicted; NaN: the most probable class
 * @param trainedRows on how many rows it was trained
 * @param dataset the name of the data set
 * @param dataSha256 the digest of its file
 * @param seed the seed of the run
 * @param program the version of the program that trained it; empty when not known
 * @param profiles how each feature of the encoder was distributed in training
 * @param classifier encoder and model
 * @param extras the model card, and rows with which predictions are compared to explain them
 */
public record ModelFile(String target, String positive, double threshold, long trainedRows, String dataset, String dataSha256,
        long seed, String program, List<FeatureProfile> profiles, FittedClassifier classifier,
        ModelExtras extras) {
    /** The ending of model files. */
    public static final String ENDING = ".orrerymodel";
    /** The media type of model files. */
    public static final String MEDIA_TYPE = "application/x-orrery-model";

    private static final int MAGIC = 0x4F52524D;
    private static final int VERSION = 3;
    /** Of files with a model of principal components, which came later: all others stay readable by earlier programs. */
    private static final int PROJECTED = 4;
    private static final int HEADER = 8;
    private static final int DIGEST = 32;

    public ModelFile {
        profiles = List.copyOf(profiles);
        if (profiles.size() != classifier.encoder().features().size()) {
            throw new IllegalArgumentException(profiles.size() + " profiles for " + classifier.encoder().features().size() + " features");
        }
    }

    /** Without a card and without rows to compare with. */
    public ModelFile(String target, String positive, double threshold, long trainedRows, String dataset, String dataSha256, long seed,
            String program, List<FeatureProfile> profiles, FittedClassifier classifier) {
        this(target, positive, threshold, trainedRows, dataset, dataSha256, seed, program, profiles, classifier, ModelExtras.NONE);
    }

    /** The version of this program; empty outside the framework. */
    public static String currentProgram() {
        Bundle bundle = FrameworkUtil.getBundle(ModelFile.class);
        return bundle == null ? "" : bundle.getVersion().toString();
    }

    /** How the features of a trained classifier are distributed in these rows of a table. */
    public static List<FeatureProfile> profiles(FittedClassifier classifier, Table table, int[] rows) {
        return classifier.encoder().features().stream().map(feature -> FeatureProfile.of(feature, table.column(feature.name()), rows)).toList();
    }

    /**
     * The content of the file: the letters ORRM, the version, the values, and the SHA-256 digest of all before.
     *
     * @throws IllegalStateException when reading the bytes back does not give the same bytes again
     */
    public byte[] bytes() {
        byte[] bytes = encode();
        try {
            if (!Arrays.equals(bytes, read(bytes).encode())) {
                throw new IllegalStateException("The model file does not read back as it was written");
            }
        } catch (AnalysisException e) {
            throw new IllegalStateException("The model file does not read back", e);
        }
        return bytes;
    }

    private byte[] encode() {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (ModelOutput out = new ModelOutput(buffer)) {
            out.writeInt(MAGIC);
            out.writeInt(classifier.model().plain() instanceof ProjectedModel ? PROJECTED : VERSION);
            out.writeText(classifier.model().kind().id());
            out.writeText(target);
            out.writeText(positive);
            out.writeDouble(threshold);
            out.writeLong(trainedRows);
            out.writeText(dataset);
            out.writeText(dataSha256);
            out.writeLong(seed);
            out.writeText(program);
            out.writeTexts(classifier.classes());
            classifier.encoder().write(out);
            for (FeatureProfile profile : profiles) {
                profile.write(out);
            }
            classifier.model().write(out);
            writeCalibration(out);
            extras.write(out);
            out.write(digest(buffer.toByteArray(), buffer.size()));
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be written", e);
        }
        return buffer.toByteArray();
    }

    private void writeCalibration(ModelOutput out) throws IOException {
        List<Calibrator> calibrators = classifier.model() instanceof CalibratedModel calibrated ? calibrated.calibrators() : List.of();
        out.writeInt(calibrators.size());
        for (Calibrator calibrator : calibrators) {
            calibrator.write(out);
        }
    }

    private static ClassifierModel readCalibration(ClassifierModel model, ModelInput in) throws IOException {
        int count = in.readInt();
        if (count == 0) {
            return model;
        }
        if (count != (model.classes() == 2 ? 1 : model.classes())) {
            throw new IOException(count + " calibrations do not fit " + model.classes() + " classes");
        }
        List<Calibrator> calibrators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calibrators.add(Calibrator.read(in));
        }
        return new CalibratedModel(model, calibrators);
    }

    /**
     * Reads the content of a file.
     *
     * @throws AnalysisException bad-data when it is no model file, is damaged, or was written by a later version
     */
    public static ModelFile read(byte[] bytes) throws AnalysisException {
        try (ModelInput in = new ModelInput(bytes)) {
            if (bytes.length < HEADER + DIGEST || in.readInt() != MAGIC) {
                throw new AnalysisException(Code.BAD_DATA, Messages.ModelFile_none);
            }
            int version = in.readInt();
            if (version != VERSION && version != PROJECTED) {
                throw new AnalysisException(Code.BAD_DATA, NLS.bind(Messages.ModelFile_version, version, PROJECTED));
            }
            int end = bytes.length - DIGEST;
            byte[] stored = Arrays.copyOfRange(bytes, end, bytes.length);
            if (!MessageDigest.isEqual(stored, digest(bytes, end))) {
                throw new AnalysisException(Code.BAD_DATA, Messages.ModelFile_damaged);
            }
            return content(in, version == PROJECTED);
        } catch (IOException e) {
            throw new AnalysisException(Code.BAD_DATA, NLS.bind(Messages.ModelFile_content, e.getMessage()));
        }
    }

    private static ModelFile content(ModelInput in, boolean projected) throws IOException {
        String kindId = in.readText();
        ClassifierKind kind = ClassifierKind.byId(kindId).orElseThrow(() -> new IOException("Unknown kind of model: " + kindId));
        String target = in.readText();
        String positive = in.readText();
        double threshold = in.readDouble();
        long rows = in.readLong();
        String dataset = in.readText();
        String sha256 = in.readText();
        long seed = in.readLong();
        String program = in.readText();
        List<String> classes = in.readTexts();
        Encoder encoder = Encoder.read(in);
        List<FeatureProfile> profiles = new ArrayList<>();
        for (int i = 0; i < encoder.features().size(); i++) {
            profiles.add(FeatureProfile.read(in));
        }
        ClassifierModel model = projected ? new ProjectedModel(PrincipalComponents.read(in), kind.read(in)) : kind.read(in);
        FittedClassifier classifier = new FittedClassifier(encoder, readCalibration(model, in), classes);
        return new ModelFile(target, positive, threshold, rows, dataset, sha256, seed, program, profiles, classifier, ModelExtras.read(in));
    }

    /** The digest of these bytes, lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes, bytes.length));
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
