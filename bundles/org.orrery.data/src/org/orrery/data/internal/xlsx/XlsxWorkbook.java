package org.orrery.data.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;
import org.orrery.data.Progress;
import org.orrery.data.Sheet;
import org.orrery.data.internal.SourceFile;
import org.orrery.data.internal.sheet.CellText;
import org.orrery.data.internal.sheet.SecureXml;
import org.orrery.data.internal.sheet.SheetCells;
import org.orrery.data.internal.sheet.Workbook;
import org.orrery.data.internal.sheet.ZipContents;

/** A workbook of Office Open XML (ISO/IEC 29500), read part by part and never as a whole. */
public final class XlsxWorkbook implements Workbook {
    private static final int HELD_PAGES = 64;

    private final Path file;
    private final Path spill;
    private final ZipContents zip;
    private final Map<Sheet, String> parts = new LinkedHashMap<>();
    private final NumberFormats formats;
    private final String textsPart;
    private boolean from1904;
    private SharedTexts texts;

    private XlsxWorkbook(Path file, Path spill, ZipContents zip) throws DataException {
        this.file = file;
        this.spill = spill;
        this.zip = zip;
        String main = relations("_rels/.rels", "").entrySet().stream().filter(each -> each.getValue().type().endsWith("/officeDocument"))
                .map(each -> each.getValue().part()).findFirst().orElse("xl/workbook.xml");
        int slash = main.lastIndexOf('/') + 1;
        Map<String, Relation> relations = relations(main.substring(0, slash) + "_rels/" + main.substring(slash) + ".rels",
                main.substring(0, slash));
        readSheets(main, relations);
        this.formats = readFormats(relations);
        this.textsPart = part(relations, "/sharedStrings").orElse(null);
    }

    /**
     * Opens a workbook.
     *
     * @param spill the folder for what does not fit into memory
     */
    public static XlsxWorkbook open(Path file, Path spill, Progress progress) throws DataException {
        ZipContents zip = ZipContents.open(file, progress);
        try {
            return new XlsxWorkbook(file, spill, zip);
        } catch (DataException refused) {
            zip.close();
            throw refused;
        }
    }

    private record Relation(String type, String part) {
    }

    private Map<String, Relation> relations(String part, String folder) throws DataException {
        Map<String, Relation> relations = new HashMap<>();
        Optional<InputStream> input = zip.find(part);
        if (input.isEmpty()) {
            return relations;
        }
        try (SecureXml xml = SecureXml.open(file, part, input.get())) {
            while (xml.find("Relationship")) {
                String target = xml.attribute("Target");
                if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    relations.put(String.valueOf(xml.attribute("Id")),
                            new Relation(String.valueOf(xml.attribute("Type")), resolve(folder, target)));
                }
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    private static Optional<String> part(Map<String, Relation> relations, String type) {
        return relations.values().stream().filter(each -> each.type().endsWith(type)).map(Relation::part).findFirst();
    }

    private void readSheets(String main, Map<String, Relation> relations) throws DataException {
        try (SecureXml xml = SecureXml.open(file, main, zip.part(main))) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                if (xml.name().equals("workbookPr")) {
                    from1904 = xml.flag("date1904");
                } else if (xml.name().equals("sheet")) {
                    Relation relation = relations.get(String.valueOf(xml.attribute("id")));
                    // Sheets of charts and macros hold no cells.
                    if (relation != null && relation.type().endsWith("/worksheet")) {
                        boolean hidden = xml.attribute("state") != null && !"visible".equals(xml.attribute("state"));
                        parts.put(new Sheet(String.valueOf(xml.attribute("name")), hidden), relation.part());
                    }
                }
            }
        }
    }

    private NumberFormats readFormats(Map<String, Relation> relations) throws DataException {
        Optional<String> part = part(relations, "/styles");
        if (part.isEmpty()) {
            return new NumberFormats();
        }
        try (SecureXml xml = SecureXml.open(file, part.get(), zip.part(part.get()))) {
            return new NumberFormats(xml);
        }
    }

    @Override
    public List<Sheet> sheets() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public void read(Sheet sheet, SheetCells cells) throws DataException {
        if (texts == null) {
            texts = readTexts();
        }
        String part = parts.get(sheet);
        try (SecureXml xml = SecureXml.open(file, part, zip.part(part))) {
            new XlsxSheet(file, sheet.name(), xml, formats, texts, from1904).read(cells);
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }

    private SharedTexts readTexts() throws DataException {
        SharedTexts shared = new SharedTexts(spill, HELD_PAGES);
        Optional<InputStream> input = textsPart == null ? Optional.empty() : zip.find(textsPart);
        if (input.isEmpty()) {
            return shared;
        }
        try (SecureXml xml = SecureXml.open(file, textsPart, input.get())) {
            CellText text = new CellText();
            while (xml.find("si")) {
                text.clear();
                RichText.read(xml, "si", text);
                shared.add(text.toString());
            }
            xml.finish();
            return shared;
        } catch (IOException cause) {
            throw new DataException(Code.UNREADABLE_FILE, NLS.bind(Messages.XlsxWorkbook_spill, spill, cause.getMessage()),
                    Where.in(file), cause);
        }
    }

    @Override
    public void close() throws DataException {
        try (zip) {
            if (texts != null) {
                texts.close();
            }
        } catch (IOException cause) {
            throw SourceFile.failure(file, cause);
        }
    }
}
