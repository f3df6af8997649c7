package org.orrery.cli.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.orrery.analysis.sample.SampleSettings;
import org.orrery.jobs.RunException;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.SampleAdvice;

/** Tells before a run begins that a sample of its rows is advised, and the option that takes it. */
final class SampleNote {
    private SampleNote() {
    }

    /** The advice, which the user has then been told. */
    static Optional<SampleAdvice> tell(Session session, RunRequest request) throws RunException {
        Runtime machine = Runtime.getRuntime();
        Optional<SampleAdvice> advice = SampleAdvice.of(session.services().analyses().find(request.analysis()), request.settings(), request.inputs(),
                SampleAdvice.room(request, machine.totalMemory() - machine.freeMemory()));
        advice.ifPresent(found -> session.terminal().message(Messages.bind(Messages.SampleNote_option, found.message(), option(found))));
        return advice;
    }

    private static String option(SampleAdvice advice) {
        return "--set " + SampleSettings.SETTING + '.' + SampleSettings.ROWS + '=' + advice.rows();
    }

    /** For a JSON document; null without advice. */
    static Map<String, Object> plain(Optional<SampleAdvice> advice) {
        return advice.map(found -> {
            Map<String, Object> plain = new LinkedHashMap<>();
            plain.put("degree", found.degree().id());
            plain.put("rows", found.rows());
            plain.put("of", found.of());
            plain.put("option", option(found));
            plain.put("message", found.message());
            return plain;
        }).orElse(null);
    }
}
