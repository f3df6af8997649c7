package org.orrery.data.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.Dataset;
import org.orrery.data.Progress;

/** Text in zip and gzip archives, whatever the file is called. */
class PackedFilesTest extends StoreFixture {
    private Path zip(String name, String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    @Test
    void theOneFileInAZipArchiveIsRead() throws Exception {
        Dataset data = read(zip("data.csv", "folder/", "", "__MACOSX/folder/._x.csv", "junk", "folder/x.csv", "a;b\n1;x\n2;y\n"));
        assertArrayEquals(new Object[] {1L, 2L}, values(data, "a"));
        assertTrue(store.isCurrent(data, Progress.NONE));
        assertEquals(2, read(zip("lines.zip", "x", "{\"a\":1}\n{\"a\":2}\n")).rows());
    }

    @Test
    void anArchiveOfSeveralFilesIsRefusedWithTheirCount() throws Exception {
        DataException refused = refused(zip("two.zip", "a.csv", "a\n1\n", "b.csv", "b\n2\n"));
        assertEquals(Code.BAD_DATA, refused.code());
        assertTrue(refused.getMessage().contains("with 2 files"), refused::getMessage);
        assertTrue(refused(zip("none.zip", "folder/", "")).getMessage().contains("with 0 files"));
    }

    @Test
    void archivesInsideArchivesAreRefused() throws Exception {
        Path inner = zip("inner.zip", "a.csv", "a\n1\n");
        Path outer = folder.resolve("outer.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(outer))) {
            out.write(Files.readAllBytes(inner));
        }
        assertTrue(refused(outer).getMessage().contains("unpack it first"));
    }

    @Test
    void aDamagedArchiveIsRefusedWhereverItIsDamaged() throws Exception {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 2_000; i++) {
            text.append(i).append(',').append(i * 7919 % 1000).append('\n');
        }
        byte[] good = Files.readAllBytes(zip("good.zip", "a.csv", text.toString()));
        for (int at = 40; at < good.length - 100; at += good.length / 40) {
            byte[] bad = good.clone();
            bad[at] ^= 0x55;
            assertEquals(Code.BAD_DATA, refused(Files.write(folder.resolve("bad.zip"), bad)).code());
        }
        assertEquals(Code.BAD_DATA, refused(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(good, good.length / 2))).code());
    }

    @Test
    void documentsWithoutSheetsAreNamed() throws Exception {
        assertTrue(refused(zip("w.docx", "[Content_Types].xml", "<a/>", "word/document.xml", "<a/>")).getMessage()
                .contains("a document without sheets"));
        assertTrue(refused(zip("b.xlsb", "[Content_Types].xml", "<a/>", "xl/workbook.bin", "x")).getMessage()
                .contains("a binary Excel workbook"));
    }
}
