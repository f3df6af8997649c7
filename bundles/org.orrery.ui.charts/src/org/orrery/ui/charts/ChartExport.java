package org.orrery.ui.charts;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.render.ChartRenderer.Size;
import org.orrery.analysis.result.ChartSpec;

/** Saves charts as files, off the user interface thread. Thread-safe. */
public final class ChartExport {
    private static final String PNG = "png";
    private final List<ChartRenderer> renderers;
    private final Executor background;
    private final Consumer<IOException> failed;

    /**
     * An export.
     *
     * @param renderers one for each format on offer
     * @param background carries out drawing and writing
     * @param failed takes what went wrong, on a thread of the executor
     */
    public ChartExport(List<ChartRenderer> renderers, Executor background, Consumer<IOException> failed) {
        this.renderers = renderers.stream().sorted(Comparator.comparing(ChartRenderer::format)).toList();
        this.background = Objects.requireNonNull(background, "background");
        this.failed = Objects.requireNonNull(failed, "failed");
    }

    /** The formats on offer, as endings of files without the dot. */
    public List<String> formats() {
        return renderers.stream().map(ChartRenderer::format).toList();
    }

    /** Whether {@link #draw} can draw. */
    public boolean draws() {
        return formats().contains(PNG);
    }

    /**
     * Draws the chart in that size as a picture for the clipboard; returns at once.
     *
     * @param drawn takes the bytes of the PNG, on a thread of the executor
     * @throws IllegalArgumentException when no such picture is on offer
     */
    public void draw(ChartSpec chart, Size size, Consumer<byte[]> drawn) {
        ChartRenderer renderer = renderer(PNG);
        background.execute(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                renderer.render(chart, size, out);
                drawn.accept(out.toByteArray());
            } catch (IOException e) {
                failed.accept(e);
            }
        });
    }

    private ChartRenderer renderer(String format) {
        return renderers.stream().filter(one -> one.format().equals(format)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No picture format " + format));
    }

    /**
     * Draws the chart in that size into a file, which is replaced when it is there; returns at once.
     *
     * @throws IllegalArgumentException when the format is not on offer
     */
    public void save(ChartSpec chart, String format, Size size, Path file) {
        ChartRenderer renderer = renderer(format);
        background.execute(() -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                renderer.render(chart, size, out);
            } catch (IOException e) {
                failed.accept(e);
            }
        });
    }
}
