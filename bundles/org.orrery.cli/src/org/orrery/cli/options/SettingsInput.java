package org.orrery.cli.options;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.DataException;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunException.Code;
import org.orrery.jobs.RunException.Problem;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;

/** Settings from a JSON file and from single values, the values over the file. */
public final class SettingsInput {
    private static final Pattern LINE = Pattern.compile("at line (\\d+)");
    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

    private final SettingsSchema<?> schema;

    /** For the settings of one analysis. */
    public SettingsInput(SettingsSchema<?> schema) {
        this.schema = schema;
    }

    /**
     * The settings in plain form.
     *
     * @param file an object of settings
     * @param sets texts {@code path=value}
     * @throws RunException unreadable-file, or bad-setting with the place or the setting
     */
    public Map<String, Object> read(Optional<Path> file, List<String> sets) throws RunException {
        Map<String, Object> values = file.isPresent() ? fromFile(file.get()) : new LinkedHashMap<>();
        for (String set : sets) {
            int equals = set.indexOf('=');
            if (equals <= 0) {
                throw new RunException(Code.BAD_USAGE, Messages.bind(Messages.SettingsInput_form, set));
            }
            String path = set.substring(0, equals);
            Optional<String> trouble = schema.set(values, path, set.substring(equals + 1));
            if (trouble.isPresent()) {
                throw new RunException(List.of(new Problem(Code.BAD_SETTING, path, trouble.get(), Optional.empty())), null);
            }
        }
        return values;
    }

    private static Map<String, Object> fromFile(Path file) throws RunException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            JsonObject object = GSON.fromJson(reader, JsonObject.class);
            if (object == null) {
                throw new JsonParseException("The file is empty");
            }
            return GSON.fromJson(object, new TypeToken<LinkedHashMap<String, Object>>() { }.getType());
        } catch (JsonParseException | ClassCastException e) {
            throw malformed(file, e);
        } catch (IOException e) {
            Problem problem = new Problem(Code.UNREADABLE_FILE, "", Messages.bind(Messages.SettingsInput_unreadable, file),
                    Optional.of(DataException.Where.in(file)));
            throw new RunException(List.of(problem), e);
        }
    }

    private static RunException malformed(Path file, RuntimeException cause) {
        String detail = cause.getMessage() == null ? "" : cause.getMessage();
        Matcher line = LINE.matcher(detail);
        DataException.Where where = line.find() ? DataException.Where.at(file, Long.parseLong(line.group(1)))
                : DataException.Where.in(file);
        String message = where.line().isPresent()
                ? Messages.bind(Messages.SettingsInput_malformedAt, file, where.line().getAsLong())
                : Messages.bind(Messages.SettingsInput_malformed, file);
        return new RunException(List.of(new Problem(Code.BAD_SETTING, "", message, Optional.of(where))), cause);
    }
}
