package org.orrery.ui.internal.help;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;

/** A page of the help as it is read: headings set off, points of lists hung out with what they are about in bold. */
final class HelpText {
    private static final String POINT = "  •  "; //$NON-NLS-1$
    private static final String ABOUT = ": "; //$NON-NLS-1$
    /** What stands before a colon further on is no name but a sentence. */
    private static final int LONGEST_NAME = 48;
    private static final int ABOVE_HEADING = 12;
    private static final int ABOVE_POINT = 3;

    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();
    private final List<Integer> headings = new ArrayList<>();
    private final List<Integer> points = new ArrayList<>();
    private int lines;

    HelpText(HelpTopic topic) {
        heading(topic.title());
        for (String line : topic.text().split("\n")) { //$NON-NLS-1$
            if (line.startsWith("# ")) { //$NON-NLS-1$
                headings.add(lines);
                heading(line.substring(2));
            } else if (line.startsWith("* ")) { //$NON-NLS-1$
                point(line.substring(2));
            } else {
                line(line);
            }
        }
    }

    private void heading(String line) {
        StyleRange range = new StyleRange(text.length(), line.length(), null, null);
        range.font = text.isEmpty() ? JFaceResources.getHeaderFont() : JFaceResources.getBannerFont();
        styles.add(range);
        line(line);
    }

    private void point(String line) {
        points.add(lines);
        int name = line.indexOf(ABOUT);
        if (name > 0 && name <= LONGEST_NAME) {
            styles.add(new StyleRange(text.length() + POINT.length(), name, null, null, SWT.BOLD));
        }
        line(POINT + line);
    }

    private void line(String line) {
        text.append(line).append('\n');
        lines++;
    }

    /** Takes the place of what that control shows. */
    void show(StyledText page) {
        page.setText(text.toString());
        page.setStyleRanges(styles.toArray(StyleRange[]::new));
        GC gc = new GC(page);
        int indent = gc.textExtent(POINT).x;
        gc.dispose();
        headings.forEach(line -> page.setLineVerticalIndent(line, ABOVE_HEADING));
        for (int line : points) {
            page.setLineVerticalIndent(line, ABOVE_POINT);
            page.setLineWrapIndent(line, 1, indent);
        }
    }
}
