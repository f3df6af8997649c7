package org.orrery.ui.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IPath;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * A page of the help: plain text, so that it needs no browser.
 *
 * @param id the name of its file
 * @param title its first line
 * @param text the rest; a line that begins with # is a heading, one that begins with * a point of a list
 */
record HelpTopic(String id, String title, String text) {
    private static final String INDEX = "help/index.properties"; //$NON-NLS-1$

    /** All topics in order, in the reader's language where there is one. Reads files: never on the user interface thread. */
    static List<HelpTopic> all() throws IOException {
        Bundle bundle = FrameworkUtil.getBundle(HelpTopic.class);
        Properties index = new Properties();
        try (InputStream in = bundle.getEntry(INDEX).openStream()) {
            index.load(in);
        }
        List<HelpTopic> topics = new ArrayList<>();
        for (String id : index.getProperty("topics").split(" ")) { //$NON-NLS-1$ //$NON-NLS-2$
            topics.add(read(bundle, id));
        }
        return topics;
    }

    private static HelpTopic read(Bundle bundle, String id) throws IOException {
        URL file = Stream.of("help/" + Locale.getDefault().getLanguage() + '/' + id + ".txt", "help/en/" + id + ".txt") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
                .map(path -> Optional.ofNullable(FileLocator.find(bundle, IPath.fromPortableString(path)))).flatMap(Optional::stream).findFirst()
                .orElseThrow(() -> new IOException("No help on " + id)); //$NON-NLS-1$
        try (InputStream in = file.openStream()) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", ""); //$NON-NLS-1$ //$NON-NLS-2$
            int end = all.indexOf('\n');
            return new HelpTopic(id, all.substring(0, end).strip(), all.substring(end + 1).strip());
        }
    }

    /** Whether every word stands somewhere in it, in any case. */
    boolean holds(String words) {
        String all = (title + ' ' + text).toLowerCase(Locale.getDefault());
        return Stream.of(words.toLowerCase(Locale.getDefault()).strip().split("\\s+")).allMatch(all::contains); //$NON-NLS-1$
    }
}
