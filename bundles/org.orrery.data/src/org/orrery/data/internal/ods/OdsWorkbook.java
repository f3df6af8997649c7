package org.orrery.data.internal.ods;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Progress;
import org.orrery.data.Sheet;
import org.orrery.data.internal.sheet.SecureXml;
import org.orrery.data.internal.sheet.SheetCells;
import org.orrery.data.internal.sheet.Workbook;
import org.orrery.data.internal.sheet.ZipContents;

/** A spreadsheet of OpenDocument (ISO/IEC 26300), whose sheets stand one after the other in one document. */
public final class OdsWorkbook implements Workbook {
    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";

    private final Path file;
    private final ZipContents zip;
    /** The sheets with their positions in the document. */
    private final Map<Sheet, Integer> sheets = new LinkedHashMap<>();

    private OdsWorkbook(Path file, ZipContents zip) throws DataException {
        this.file = file;
        this.zip = zip;
        refuseEncrypted();
        list();
    }

    /** Opens a spreadsheet and lists its sheets. */
    public static OdsWorkbook open(Path file, Progress progress) throws DataException {
        ZipContents zip = ZipContents.open(file, progress);
        try {
            return new OdsWorkbook(file, zip);
        } catch (DataException refused) {
            zip.close();
            throw refused;
        }
    }

    private void refuseEncrypted() throws DataException {
        Optional<InputStream> manifest = zip.find(MANIFEST);
        if (manifest.isPresent()) {
            try (SecureXml xml = SecureXml.open(file, MANIFEST, manifest.get())) {
                if (xml.find("encryption-data")) {
                    throw new DataException(Code.BAD_DATA, NLS.bind(Messages.OdsWorkbook_encrypted, file), Where.in(file));
                }
            }
        }
    }

    private void list() throws DataException {
        Set<String> unseen = new HashSet<>();
        String style = "";
        int position = 0;
        try (SecureXml xml = content()) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.name().equals("style") && xml.namespace().equals(STYLE)) {
                    style = String.valueOf(xml.attribute(STYLE, "name"));
                } else if (xml.name().equals("table-properties") && "false".equals(xml.attribute(TABLE, "display"))) {
                    unseen.add(style);
                } else if (isTable(xml)) {
                    String name = String.valueOf(xml.attribute(TABLE, "name"));
                    sheets.put(new Sheet(name, unseen.contains(String.valueOf(xml.attribute(TABLE, "style-name")))), position++);
                    xml.skip();
                }
            }
            xml.finish();
        }
    }

    private SecureXml content() throws DataException {
        return SecureXml.open(file, CONTENT, zip.part(CONTENT));
    }

    private static boolean isTable(SecureXml xml) {
        return xml.name().equals("table") && xml.namespace().equals(TABLE);
    }


    @Override
    public List<Sheet> sheets() {
        return List.copyOf(sheets.keySet());
    }

    @Override
    public void read(Sheet sheet, SheetCells cells) throws DataException {
        int wanted = sheets.get(sheet);
        int position = 0;
        try (SecureXml xml = content()) {
            while (xml.find("table")) {
                if (!isTable(xml)) {
                    continue;
                }
                if (position++ < wanted) {
                    xml.skip();
                    continue;
                }
                new OdsSheet(file, sheet.name(), xml, cells).read();
                if (!cells.isDone()) {
                    xml.finish();
                }
                return;
            }
        }
    }

    @Override
    public void close() throws DataException {
        zip.close();
    }
}
