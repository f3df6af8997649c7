package org.orrery.testkit.internal.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.orrery.analysis.Analysis;
import org.orrery.data.DataException;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.ReadOptions;
import org.orrery.jobs.RunRequest;
import org.orrery.jobs.RunSummary;
import org.orrery.jobs.Workspace;
import org.orrery.testkit.Conformance;
import org.orrery.testkit.internal.stage.ClassDescriptor;
import org.orrery.testkit.internal.stage.Gate;
import org.orrery.testkit.internal.stage.Probe;
import org.orrery.testkit.internal.stage.ProbedCatalog;
import org.orrery.testkit.internal.stage.Services;
import org.orrery.testkit.internal.stage.Stage;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;

/** Carries out one run in this process. The parent reads single lines from standard output. */
public final class ChildApplication implements IApplication {
    /** Said when the unit to be killed in is at work. */
    static final String WAITING = "conformance: waiting";
    /** Said with the state in which the run ended. */
    static final String ENDED = "conformance: ended ";
    /** Its exit code when it could not do its work. */
    private static final Integer TROUBLE = 13;

    /** Not System.out, which the framework may have replaced. */
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    static Gson json() {
        return new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues()
                .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
    }

    @Override
    public Object start(IApplicationContext context) throws Exception {
        try {
            return run(context);
        } catch (Exception e) {
            // Said to the parent, which ends this process then.
            say(ENDED + "with " + e);
            return TROUBLE;
        }
    }

    private Object run(IApplicationContext context) throws Exception {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length == 0) {
            return TROUBLE;
        }
        ChildSpec spec = json().fromJson(Files.readString(Path.of(arguments[arguments.length - 1])), ChildSpec.class);
        Services services = Services.running();
        ProbedCatalog catalog = new ProbedCatalog(spec.analysis().isEmpty()
                ? new ClassDescriptor(subject(spec), ClassDescriptor.inputs(spec.inputs().keySet()))
                : services.installed().find(spec.analysis()));
        catalog.observe(spec.waitsIn().isEmpty() ? Probe.NONE : new Gate(spec.waitsIn(), Gate.Place.INSIDE, this::waitForTheEnd));
        RunSummary summary;
        try (Workspace workspace = services.workspaces().open(Path.of(spec.workspace()), catalog)) {
            long run = workspace.runs().submit(new RunRequest(catalog.subject().id(), spec.name(), datasets(spec, workspace),
                    spec.settings(), spec.seed(), 1));
            summary = Stage.await(workspace.runs(), run);
        }
        say(ENDED + summary.state());
        return EXIT_OK;
    }

    private void waitForTheEnd() throws InterruptedException, IOException {
        say(WAITING);
        new CountDownLatch(1).await();
    }

    private void say(String line) throws IOException {
        out.write((line + '\n').getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("unchecked")
    private static Conformance.Unregistered subject(ChildSpec spec) throws ClassNotFoundException {
        for (Bundle bundle : FrameworkUtil.getBundle(ChildApplication.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals(spec.bundle())) {
                return new Conformance.Unregistered((Class<? extends Analysis<?>>) bundle.loadClass(spec.analysisClass()).asSubclass(Analysis.class),
                        bundle.loadClass(spec.settingsClass()).asSubclass(Record.class));
            }
        }
        throw new ClassNotFoundException(spec.analysisClass() + " in " + spec.bundle());
    }

    private static Map<String, List<Dataset>> datasets(ChildSpec spec, Workspace workspace) throws DataException {
        Map<String, List<Dataset>> datasets = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> input : spec.inputs().entrySet()) {
            List<Dataset> list = new ArrayList<>();
            for (String file : input.getValue()) {
                list.add(workspace.data().importFile(Path.of(file), ReadOptions.DETECT, Progress.NONE));
            }
            datasets.put(input.getKey(), list);
        }
        return datasets;
    }

    @Override
    public void stop() {
        // The parent kills this process when it is not wanted any more.
    }
}
