package org.orrery.testkit.internal.stage;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitOutput;
import org.orrery.analysis.UnitProgress;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;

/** The context of a unit under observation. */
final class ProbedContext implements UnitContext, UnitCompute, UnitProgress, UnitOutput {
    private final Unit unit;
    private final UnitContext context;
    private final Probe probe;
    private final AtomicBoolean called = new AtomicBoolean();

    ProbedContext(Unit unit, UnitContext context, Probe probe) {
        this.unit = unit;
        this.context = context;
        this.probe = probe;
    }

    private void called() {
        if (!called.get() && called.compareAndSet(false, true)) {
            probe.inside(unit);
        }
    }

    @Override
    public UnitCompute compute() {
        return this;
    }

    @Override
    public UnitProgress progress() {
        return this;
    }

    @Override
    public UnitOutput output() {
        return this;
    }

    @Override
    public void checkCancelled() {
        called();
        context.compute().checkCancelled();
    }

    @Override
    public int threads() {
        return context.compute().threads();
    }

    @Override
    public void parallel(int count, Part part) throws Exception {
        called();
        context.compute().parallel(count, part);
    }

    @Override
    public RandomGenerator random(String stream) {
        return context.compute().random(stream);
    }

    @Override
    public Optional<Instant> deadline() {
        return context.compute().deadline();
    }

    @Override
    public int attempt() {
        return context.compute().attempt();
    }

    @Override
    public ProcessSpec.End process(ProcessSpec spec) throws IOException, InterruptedException {
        called();
        return context.compute().process(spec);
    }

    @Override
    public Registration onCancel(Runnable action) {
        return context.compute().onCancel(action);
    }

    @Override
    public void worked(long done, long total, String what) {
        called();
        probe.worked(unit, done, total);
        context.progress().worked(done, total, what);
    }

    @Override
    public void metric(String name, long step, double value) {
        called();
        context.progress().metric(name, step, value);
    }

    @Override
    public void log(Level level, String message) {
        called();
        context.progress().log(level, message);
    }

    @Override
    public void rows(String name, Table rows) throws IOException {
        context.output().rows(name, rows);
        probe.rows(unit, name, rows);
        called();
    }

    @Override
    public void artifact(String id, String fileName, String mediaType, Writer content) throws IOException {
        context.output().artifact(id, fileName, mediaType, content);
        called();
    }

    @Override
    public void dataset(String name, TableCsv.Blocks content) throws IOException {
        context.output().dataset(name, content);
        called();
    }

    @Override
    public Optional<byte[]> state(String chain) throws IOException {
        return context.output().state(chain);
    }

    @Override
    public void state(String chain, byte[] state) throws IOException {
        context.output().state(chain, state);
        called();
    }
}
