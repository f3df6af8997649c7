package org.orrery.screenshots;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;

/** The memory of Xvfb's screen, which it keeps in a file in the format of xwd (X11/XWDFile.h). Shows menus and dialogs as a user sees them. */
record Screen(Path file) {
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BYTE_ORDER = 7;
    private static final int BYTES_PER_LINE = 12;
    private static final int COLOURS = 19;
    private static final int COLOUR_BYTES = 12;

    void save(Path png) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int width = bytes.getInt(4 * WIDTH);
        int height = bytes.getInt(4 * HEIGHT);
        int line = bytes.getInt(4 * BYTES_PER_LINE);
        int start = bytes.getInt(4 * HEADER_SIZE) + bytes.getInt(4 * COLOURS) * COLOUR_BYTES;
        ByteOrder order = bytes.getInt(4 * BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        bytes.order(order);
        ImageData data = new ImageData(width, height, 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                data.setPixel(x, y, bytes.getInt(start + y * line + 4 * x) & 0xFFFFFF);
            }
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(png.toString(), SWT.IMAGE_PNG);
    }
}
