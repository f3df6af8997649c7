package org.orrery.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * Event files, made by hand by the public definitions: TFRecord is length, check sum, data, check sum; Event has step as field 2 and
 * summary as 5; Summary has value as 1; Value has tag as 1 and simple_value as 2.
 */
class EventLogTest {
    private final List<String> read = new ArrayList<>();
    private final EventLog log = new EventLog(readings -> readings.values()
            .forEach((name, value) -> read.add(Math.round(readings.step().orElse(-1)) + " " + name + " " + value)));

    private static byte[] field(int number, int type, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | type);
        if (type == 2) {
            varint(out, content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        for (long left = value; ; left >>>= 7) {
            if (left < 0x80) {
                out.write((int) left);
                return;
            }
            out.write((int) (left & 0x7f | 0x80));
        }
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        varint(out, value);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] record(long step, String tag, float value) {
        byte[] scalar = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
        byte[] wall = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(1.7e9).array();
        byte[] content = joined(field(1, 2, tag.getBytes(StandardCharsets.UTF_8)), field(2, 5, scalar), field(9, 2, new byte[] {1, 2, 3}));
        return framed(joined(field(1, 1, wall), field(2, 0, varint(step)), field(5, 2, field(1, 2, content))));
    }

    private static byte[] framed(byte[] event) {
        return ByteBuffer.allocate(16 + event.length).order(ByteOrder.LITTLE_ENDIAN).putLong(event.length).putInt(0).put(event).putInt(0).array();
    }

    @Test
    void scalarsAreReadHoweverTheFileComesInPieces() throws IOException {
        byte[] file = joined(framed(field(3, 2, "brain.Event:2".getBytes(StandardCharsets.UTF_8))), record(100, "loss_gen", 0.5f),
                record(300_000, "validation", -2.25f), record(300_001, "loss_gen", Float.NaN));
        for (byte each : file) {
            log.take(new byte[] {each, 99}, 1);
        }
        assertEquals(List.of("100 loss_gen 0.5", "300000 validation -2.25", "300001 loss_gen NaN"), read);
    }

    private static byte[] tensor(long step, String tag, int type, byte[] shape, byte[] numbers) {
        byte[] tensor = joined(field(1, 0, varint(type)), field(2, 2, shape), numbers);
        byte[] content = joined(field(1, 2, tag.getBytes(StandardCharsets.UTF_8)), field(8, 2, tensor));
        return framed(joined(field(2, 0, varint(step)), field(5, 2, field(1, 2, content))));
    }

    private static byte[] real(float value) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
    }

    @Test
    void scalarsThatAreTensorsAreReadAndLargerOnesAreNone() {
        byte[] wide = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.1).array();
        byte[] file = joined(tensor(1, "epoch_loss", 1, new byte[0], field(4, 2, real(0.75f))), tensor(2, "epoch_loss", 1, new byte[0], field(5, 5, real(0.5f))),
                tensor(3, "epoch_loss", 1, new byte[0], field(5, 2, real(0.25f))), tensor(4, "lr", 2, new byte[0], field(4, 2, wide)),
                tensor(5, "picture", 1, new byte[] {18, 2, 8, 1}, field(4, 2, real(1))), tensor(6, "text", 7, new byte[0], field(8, 2, new byte[] {65})));
        log.take(file, file.length);
        assertEquals(List.of("1 epoch_loss 0.75", "2 epoch_loss 0.5", "3 epoch_loss 0.25", "4 lr 0.1"), read);
    }

    @Test
    void aFileThatIsNoneGivesNothing() {
        byte[] text = "epoch,loss\n1,0.5\n2,0.25\n3,0.125\n".getBytes(StandardCharsets.UTF_8);
        log.take(text, text.length);
        byte[] more = record(1, "loss", 1);
        log.take(more, more.length);
        assertTrue(read.isEmpty());
    }
}
