package org.orrery.data.internal.sheet;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.osgi.util.NLS;
import org.orrery.data.DataException;
import org.orrery.data.DataException.Code;
import org.orrery.data.DataException.Where;

/**
 * The one place where XML of a stranger is opened: no document type, so no entities of its own, nothing fetched from
 * anywhere, and no piece of it longer than a field may be. A pass forward over one document; used by one thread.
 */
public final class SecureXml implements AutoCloseable {
    private static final int LONGEST_PIECE = 1 << 26;

    private final Path file;
    private final String part;
    private final InputStream input;
    private final XMLStreamReader reader;

    private SecureXml(Path file, String part, InputStream input, XMLStreamReader reader) {
        this.file = file;
        this.part = part;
        this.input = input;
        this.reader = reader;
    }

    /**
     * Opens a document.
     *
     * @param part what the document is called in sentences
     */
    public static SecureXml open(Path file, String part, InputStream input) throws DataException {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try {
            InputStream bounded = new Bounded(input);
            return new SecureXml(file, part, bounded, factory.createXMLStreamReader(bounded));
        } catch (XMLStreamException cause) {
            throw broken(file, part, cause);
        }
    }

    /** The next event as {@link XMLStreamConstants} numbers it. */
    public int next() throws DataException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SecureXml_doctype, file, part), Where.in(file));
            }
            return event;
        } catch (XMLStreamException cause) {
            throw broken(file, part, cause);
        } catch (RuntimeException unchecked) {
            // What fails while a text is read late comes wrapped.
            if (unchecked.getCause() instanceof XMLStreamException cause) {
                throw broken(file, part, cause);
            }
            throw unchecked;
        }
    }

    /** Goes to the next start of an element of that name; false at the end of the document. */
    public boolean find(String name) throws DataException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT && name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the element, without its prefix. */
    public String name() {
        return reader.getLocalName();
    }

    /** An attribute by its name without a prefix; null when the element has none. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An attribute by namespace and name; null when the element has none. */
    public String attribute(String namespace, String name) {
        return reader.getAttributeValue(namespace, name);
    }

    /** The namespace of the element. */
    public String namespace() {
        return String.valueOf(reader.getNamespaceURI());
    }

    /** Whether that attribute says yes. */
    public boolean flag(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    /** Appends the text of the event to the cell. */
    public void text(CellText cell) throws DataException {
        try {
            if (!cell.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength())) {
                throw new DataException(Code.BAD_DATA, NLS.bind(Messages.SecureXml_tooLong, file, part), Where.in(file));
            }
        } catch (RuntimeException unchecked) {
            if (unchecked.getCause() instanceof XMLStreamException cause) {
                throw broken(file, part, cause);
            }
            throw unchecked;
        }
    }

    /** Skips the element that has just begun, with all that is in it. */
    public void skip() throws DataException {
        for (int depth = 1; depth > 0;) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Reads what is left, so that the checksum of the part is compared too. */
    public void finish() throws DataException {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException cause) {
            throw broken(file, part, cause);
        }
    }

    private static DataException broken(Path file, String part, Exception cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof DataException refused) {
                return refused;
            }
            if (each instanceof IOException damaged) {
                Throwable inner = damaged.getCause();
                return inner instanceof DataException refused ? refused : ZipContents.damaged(file, damaged);
            }
            Throwable nested = each instanceof XMLStreamException xml ? xml.getNestedException() : null;
            if (nested instanceof IOException damaged) {
                return damaged.getCause() instanceof DataException refused ? refused : ZipContents.damaged(file, damaged);
            }
        }
        return new DataException(Code.BAD_DATA, NLS.bind(Messages.SecureXml_broken, file, part), Where.in(file), cause);
    }

    @Override
    public void close() throws DataException {
        try {
            reader.close();
            input.close();
        } catch (XMLStreamException | IOException cause) {
            throw broken(file, part, cause);
        }
    }

    /** A text or an attribute without an end would fill the memory: neither holds the character that begins an element. */
    private static final class Bounded extends FilterInputStream {
        private long since;

        Bounded(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            int last = from + read - 1;
            while (last >= from && buffer[last] != '<') {
                last--;
            }
            since = last < from ? since + Math.max(0, read) : from + read - last;
            if (since > LONGEST_PIECE) {
                throw new IOException("A piece of the document is too long");
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
