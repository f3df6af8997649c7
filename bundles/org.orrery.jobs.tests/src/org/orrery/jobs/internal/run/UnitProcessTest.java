package org.orrery.jobs.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.analysis.ProcessSpec;

@DisabledOnOs(OS.WINDOWS)
class UnitProcessTest {
    @TempDir
    Path folder;
    private final CancelSignal signal = new CancelSignal(ForkJoinPool.commonPool());
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();

    private ProcessSpec spec(Optional<Duration> limit, Consumer<String> heard, String... command) {
        return new ProcessSpec(List.of(command), folder, Map.of("ORRERY_WORD", "a b"), limit, Duration.ofMillis(200), heard, err::add);
    }

    private static Supplier<Optional<Duration>> timeOf(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        return () -> Optional.of(Duration.ofNanos(end - System.nanoTime()));
    }

    private ProcessSpec.End run(String... command) throws Exception {
        return new UnitProcess(spec(Optional.empty(), out::add, command), signal, () -> false).run(Optional::empty);
    }

    @Test
    void wordsReachTheProgramAsTheyAreAndItsLinesAndExitCodeComeBack() throws Exception {
        ProcessSpec.End end = run("sh", "-c", "echo \"$1\"; echo \"$ORRERY_WORD\" >&2; pwd; cat; exit 3", "sh", "; echo $HOME *");
        assertEquals(3, end.exitCode());
        assertFalse(end.outOfTime());
        assertEquals(List.of("; echo $HOME *", folder.toRealPath().toString()), out);
        assertEquals(List.of("a b"), err);
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        assertThrows(IOException.class, () -> run("no-such-program-of-orrery"));
    }

    /** The parent of the one that is left has ended long before, so that the system has given it another. */
    @Test
    void whatAProgramHasLeftBehindEndsWithItAlsoWhenItsParentIsGone() throws Exception {
        run("sh", "-c", "sh -c 'sleep 300 & echo $!; sleep 1'; sleep 0.5");
        Optional<ProcessHandle> left = ProcessHandle.of(Long.parseLong(out.get(0)));
        if (left.isPresent()) {
            left.get().onExit().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatTheProgramUsesIsToldWhileItRuns() throws Exception {
        List<ProcessSpec.Usage> heard = new CopyOnWriteArrayList<>();
        ProcessSpec spec = new ProcessSpec(List.of("sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; sleep 1.5"), folder, Map.of(),
                Optional.empty(), Duration.ZERO, out::add, err::add, StandardCharsets.UTF_8, Optional.empty(), false, heard::add);
        ProcessSpec.End end = new UnitProcess(spec, signal, () -> false).run(Optional::empty);
        assertFalse(heard.isEmpty());
        assertTrue(heard.stream().allMatch(usage -> usage.seconds() > 0 && usage.seconds() <= end.seconds()), heard.toString());
        assertTrue(heard.stream().noneMatch(usage -> usage.cpuPercent() < 0 || usage.rssMiB() > end.peakRssMiB()), heard.toString());
    }

    @Test
    void cancelEndsTheWholeTreeThoughItDoesNotHear() throws Exception {
        CompletableFuture<Long> child = new CompletableFuture<>();
        ProcessSpec spec = spec(Optional.empty(), line -> child.complete(Long.valueOf(line)), "sh", "-c",
                "trap '' TERM; sh -c 'trap \"\" TERM; sleep 60 & echo $$; wait; sleep 60' & wait; sleep 60");
        CompletableFuture<ProcessSpec.End> end = CompletableFuture.supplyAsync(() -> {
            try {
                return new UnitProcess(spec, signal, () -> false).run(Optional::empty);
            } catch (IOException | InterruptedException e) {
                throw new CompletionException(e);
            }
        });
        long pid = child.get(20, TimeUnit.SECONDS);
        assertTrue(ProcessHandle.of(pid).isPresent());
        signal.give();
        assertThrows(CancellationException.class, () -> {
            try {
                end.join();
            } catch (CompletionException e) {
                throw e.getCause();
            }
        });
        // Any of them alone would go on for a minute.
        ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }

    @Test
    void aProgramWhoseTimeIsOverIsEndedAndSaysSo() throws Exception {
        ProcessSpec.End own = new UnitProcess(spec(Optional.of(Duration.ofMillis(150)), out::add, "sleep", "60"), signal, () -> false).run(Optional::empty);
        assertTrue(own.outOfTime() && own.seconds() < 10);
        ProcessSpec.End unit = new UnitProcess(spec(Optional.empty(), out::add, "sleep", "60"), signal, () -> false)
                .run(timeOf(Duration.ofMillis(150)));
        assertTrue(unit.outOfTime() && unit.seconds() < 10);
    }

    @Test
    void aStopLetsATrainerSaveBeforeItsHelpersAreEnded() throws Exception {
        AtomicBoolean stopping = new AtomicBoolean();
        ProcessSpec plain = spec(Optional.empty(), line -> {
            out.add(line);
            stopping.compareAndSet(false, line.equals("ready"));
        }, "bash", "-c", "sleep 60 & child=$!; trap 'kill -0 $child && echo saved; exit 0' TERM; echo ready; wait");
        ProcessSpec spec = new ProcessSpec(plain.command(), folder, Map.of(), Optional.empty(), Duration.ofSeconds(10), plain.out(), plain.err(),
                StandardCharsets.UTF_8, Optional.empty(), true, usage -> { });
        ProcessSpec.End end = new UnitProcess(spec, signal, stopping::get).run(Optional::empty);
        assertTrue(end.stopped());
        assertEquals(List.of("ready", "saved"), out);
        assertEquals(0, end.exitCode());
    }

    @Test
    void aFileIsReadFromStandardInputAndItsBytesAreThoseOfTheCharset() throws Exception {
        Path input = Files.write(folder.resolve("input"), "Länge\n".getBytes(StandardCharsets.ISO_8859_1));
        ProcessSpec spec = new ProcessSpec(List.of("cat"), folder, Map.of(), Optional.empty(), Duration.ZERO, out::add, err::add,
                StandardCharsets.ISO_8859_1, Optional.of(input), false, usage -> { });
        new UnitProcess(spec, signal, () -> true).run(Optional::empty);
        assertEquals(List.of("Länge"), out);
    }

    @Test
    void aListenerThatFailsEndsTheProgram() {
        ProcessSpec spec = spec(Optional.empty(), line -> {
            throw new IllegalStateException("Not a number: " + line);
        }, "sh", "-c", "echo x; exec sleep 60");
        assertThrows(IllegalStateException.class, () -> new UnitProcess(spec, signal, () -> false).run(Optional::empty));
    }
}
