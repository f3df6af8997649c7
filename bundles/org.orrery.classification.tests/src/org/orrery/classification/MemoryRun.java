package org.orrery.classification;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.orrery.analysis.AnalysisException;
import org.orrery.analysis.Input;
import org.orrery.analysis.InputSchemas;
import org.orrery.analysis.Inputs;
import org.orrery.analysis.Outcomes;
import org.orrery.analysis.PrepareContext;
import org.orrery.analysis.Problems;
import org.orrery.analysis.StoredRows;
import org.orrery.analysis.SummaryContext;
import org.orrery.analysis.ProcessSpec;
import org.orrery.analysis.Unit;
import org.orrery.analysis.UnitCompute;
import org.orrery.analysis.UnitContext;
import org.orrery.analysis.UnitOutput;
import org.orrery.analysis.UnitProgress;
import org.orrery.analysis.Workload;
import org.orrery.analysis.result.Result;
import org.orrery.analysis.settings.SettingsSchema;
import org.orrery.data.ColumnBlocks;
import org.orrery.data.ColumnVector;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;
import org.orrery.data.Schema;
import org.orrery.data.Table;
import org.orrery.data.TableCsv;
import org.orrery.math.CounterRandom;

/** A run of a classification in memory: no disk, no queue, units in order or on several threads. */
final class MemoryRun implements Outcomes<ClassificationOutcome> {
    private final ClassificationSettings settings;
    private final Dataset dataset;
    private final Table table;
    private final int threads;
    private final long seed;
    final List<String> warnings = new ArrayList<>();
    final List<String> errors = new ArrayList<>();
    /** The columns that were read with all their rows. */
    final List<String> heldWhole = new ArrayList<>();
    private final Map<String, ClassificationOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Gap> gaps = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Table>>> rows = new ConcurrentHashMap<>();
    final Map<String, byte[]> artifacts = new ConcurrentHashMap<>();
    private volatile boolean cancelled;
    private final List<Unit> declared = new ArrayList<>();
    private Workload<ClassificationOutcome> workload;

    MemoryRun(ClassificationSettings settings, Table table, int threads, long seed) {
        this.settings = settings;
        this.table = table;
        this.dataset = SampleTables.dataset("sample", table);
        this.threads = threads;
        this.seed = seed;
    }

    void cancel() {
        cancelled = true;
    }

    /** Takes errors as {@code code setting: sentence}, and no warnings. */
    static Problems problems(List<String> errors) {
        return problems(errors, new ArrayList<>());
    }

    private static Problems problems(List<String> errors, List<String> warnings) {
        return new Problems() {
            @Override
            public void error(AnalysisException.Code code, String setting, String message) {
                errors.add(code.id() + " " + setting + ": " + message);
            }

            @Override
            public void warning(String setting, String message) {
                warnings.add(setting + ": " + message);
            }
        };
    }

    /** Errors as {@code code setting: sentence}. */
    MemoryRun check() {
        new ClassificationAnalysis().check(settings, new InputSchemas(Map.of("data", List.of(dataset))), problems(errors, warnings));
        return this;
    }

    @SuppressWarnings("unchecked")
    MemoryRun prepare() throws AnalysisException {
        workload = (Workload<ClassificationOutcome>) new ClassificationAnalysis().prepare(settings, inputs(), new PrepareContext() {
            @Override
            public void checkCancelled() {
                MemoryRun.this.checkCancelled();
            }

            @Override
            public long seed() {
                return seed;
            }

            @Override
            public int threads() {
                return threads;
            }

            @Override
            public Progress progress(String label) {
                return Progress.NONE;
            }

            @Override
            public void warning(String code, String message) {
                warnings.add(code + ": " + message);
            }
        });
        return this;
    }

    /** Does all units, those that wait for none on several threads. */
    MemoryRun execute() throws Exception {
        List<Unit> first = units().stream().filter(unit -> unit.after().isEmpty()).toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<?> done : pool.invokeAll(first.stream().map(unit -> (Callable<Void>) () -> execute(unit)).toList())) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
        List<Unit> left = units();
        while (!left.isEmpty()) {
            for (Unit unit : left) {
                if (!outcomes.containsKey(unit.id())) {
                    execute(unit);
                }
            }
            left = workload.more(this);
            declared.addAll(left);
        }
        return this;
    }

    /** Does one unit. */
    Void execute(Unit unit) throws Exception {
        outcomes.put(unit.id(), workload.execute(unit, this, context(unit)));
        return null;
    }

    void fail(Unit unit, String message) {
        gaps.put(unit.id(), new Gap(unit, Status.FAILED, message));
    }

    Result summarise() throws AnalysisException {
        return workload.summarise(this, new SummaryContext() {
            @Override
            public boolean live() {
                return outcomes.size() + gaps.size() < units().size();
            }

            @Override
            public void checkCancelled() {
                MemoryRun.this.checkCancelled();
            }
        });
    }

    private void checkCancelled() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    private Inputs inputs() {
        Input input = new Input() {
            @Override
            public Dataset dataset() {
                return dataset;
            }

            @Override
            public Table table(List<String> columns, Progress progress) {
                heldWhole.addAll(columns);
                return part(columns);
            }

            private Table part(List<String> columns) {
                List<ColumnVector> vectors = columns.stream().map(table::column).toList();
                return new Table(new Schema(columns.stream().map(name -> table.schema().find(name).orElseThrow()).toList()), vectors);
            }

            @Override
            public ColumnBlocks blocks(List<String> columns) {
                return new TableBlocks(part(columns));
            }
        };
        return name -> name.equals("data") ? List.of(input) : List.of();
    }

    private UnitContext context(Unit unit) {
        return new UnitContext() {
            @Override
            public UnitCompute compute() {
                return new Compute(unit);
            }

            @Override
            public UnitProgress progress() {
                return new QuietProgress();
            }

            @Override
            public UnitOutput output() {
                return new MemoryOutput(unit);
            }
        };
    }

    @Override
    public List<Unit> units() {
        return Stream.concat(workload.units().stream(), declared.stream()).toList();
    }

    @Override
    public Status status(String unitId) {
        return outcomes.containsKey(unitId) ? Status.SUCCEEDED : gaps.containsKey(unitId) ? Status.FAILED : Status.PENDING;
    }

    @Override
    public Optional<ClassificationOutcome> get(String unitId) {
        return Optional.ofNullable(outcomes.get(unitId));
    }

    @Override
    public void forEach(BiConsumer<Unit, ClassificationOutcome> action) {
        units().forEach(unit -> get(unit.id()).ifPresent(outcome -> action.accept(unit, outcome)));
    }

    @Override
    public List<Gap> gaps() {
        return units().stream().map(unit -> gaps.get(unit.id())).filter(gap -> gap != null).toList();
    }

    @Override
    public int succeeded() {
        return outcomes.size();
    }

    @Override
    public StoredRows rows(String name) {
        List<Table> blocks = units().stream().filter(unit -> outcomes.containsKey(unit.id()))
                .flatMap(unit -> rows.getOrDefault(unit.id(), Map.of()).getOrDefault(name, List.of()).stream()).toList();
        return new StoredRows() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Schema schema() {
                return blocks.isEmpty() ? new Schema(List.of()) : blocks.get(0).schema();
            }

            @Override
            public long count() {
                return blocks.stream().mapToLong(Table::rows).sum();
            }

            @Override
            public void forEachBlock(Consumer<Table> action) {
                blocks.forEach(action);
            }
        };
    }

    private final class Compute implements UnitCompute {
        private final Unit unit;

        Compute(Unit unit) {
            this.unit = unit;
        }

        @Override
        public void checkCancelled() {
            MemoryRun.this.checkCancelled();
        }

        @Override
        public int threads() {
            return threads;
        }

        @Override
        public void parallel(int count, Part part) throws Exception {
            try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
                for (Future<?> done : pool.invokeAll(IntStream.range(0, count).mapToObj(index -> (Callable<Void>) () -> {
                    part.run(index);
                    return null;
                }).toList())) {
                    done.get();
                }
            } catch (ExecutionException e) {
                throw (Exception) e.getCause();
            }
        }

        @Override
        public RandomGenerator random(String stream) {
            return CounterRandom.of(seed, unit.id(), stream);
        }

        @Override
        public Optional<Instant> deadline() {
            return Optional.empty();
        }

        @Override
        public ProcessSpec.End process(ProcessSpec spec) {
            throw new UnsupportedOperationException("No unit of this test starts a program");
        }

        @Override
        public Registration onCancel(Runnable action) {
            return () -> {
            };
        }
    }

    private static final class QuietProgress implements UnitProgress {
        @Override
        public void worked(long done, long total, String what) {
            // Nobody listens.
        }

        @Override
        public void metric(String name, long step, double value) {
            // Nobody listens.
        }

        @Override
        public void log(Level level, String message) {
            // Nobody listens.
        }
    }

    private final class MemoryOutput implements UnitOutput {
        private final Map<String, List<Table>> own;

        MemoryOutput(Unit unit) {
            own = rows.computeIfAbsent(unit.id(), id -> new TreeMap<>());
        }

        @Override
        public void rows(String name, Table block) {
            own.computeIfAbsent(name, key -> new ArrayList<>()).add(block);
        }

        @Override
        public void artifact(String id, String fileName, String mediaType, Writer content) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.write(bytes);
            artifacts.put(id, bytes.toByteArray());
        }

        @Override
        public void dataset(String name, TableCsv.Blocks content) {
            throw new UnsupportedOperationException("A classification makes no data set");
        }

        @Override
        public Optional<byte[]> state(String chain) {
            return Optional.empty();
        }

        @Override
        public void state(String chain, byte[] state) {
            throw new UnsupportedOperationException();
        }
    }

    /** Settings by defaults and these values in the plain form; three models unless they are named, so that tests are quick. */
    static ClassificationSettings settings(Map<String, ?> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putIfAbsent("models", List.of("most-frequent", "logistic-regression", "decision-tree"));
        all.putIfAbsent("baselines", false);
        return SettingsSchema.of(ClassificationSettings.class).bind(all, (path, message) -> {
            throw new IllegalArgumentException(path + ": " + message);
        }).orElseThrow();
    }
}
