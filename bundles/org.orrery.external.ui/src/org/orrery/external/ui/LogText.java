package org.orrery.external.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.orrery.ui.Accessibility;

/** The log that patterns are tried on, with what they found marked in the colour of its source, and what they missed in italics. */
final class LogText {
    private static final float[] HUES = {130, 40, 200, 300, 0, 80};

    private final StyledText text;
    private boolean marking;

    /** @param changed called when the user changes the text */
    LogText(Composite parent, Runnable changed) {
        text = new StyledText(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setData("orrery.id", "patterns.log"); //$NON-NLS-1$ //$NON-NLS-2$
        text.setMargins(4, 4, 4, 4);
        Accessibility.name(text, Messages.PatternEditor_log);
        text.addModifyListener(event -> {
            if (!marking) {
                changed.run();
            }
        });
    }

    StyledText control() {
        return text;
    }

    /** The text with line feeds alone, so that places in it are those of the marks. */
    String text() {
        return text.getText().replace("\r\n", "\n"); //$NON-NLS-1$ //$NON-NLS-2$
    }

    void set(String next) {
        text.setText(next);
    }

    void mark(List<PatternTrial.Mark> marks) {
        marking = true;
        try {
            boolean crlf = text.getText().indexOf('\r') >= 0;
            List<StyleRange> ranges = new ArrayList<>();
            int length = text.getCharCount();
            for (PatternTrial.Mark mark : marks) {
                if (!crlf && mark.length() > 0 && mark.start() + mark.length() <= length) {
                    ranges.add(range(mark));
                }
            }
            text.setStyleRanges(ranges.toArray(StyleRange[]::new));
        } finally {
            marking = false;
        }
    }

    private StyleRange range(PatternTrial.Mark mark) {
        StyleRange range = new StyleRange(mark.start(), mark.length(), null, null);
        if (mark.source() < 0) {
            range.fontStyle = SWT.ITALIC;
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_SQUIGGLE;
        } else {
            range.background = colour(mark.source());
            range.foreground = dark() ? new Color(new RGB(0, 0f, 1f)) : new Color(new RGB(0, 0f, 0f));
        }
        return range;
    }

    private Color colour(int source) {
        float hue = HUES[source % HUES.length];
        return new Color(dark() ? new RGB(hue, 0.6f, 0.4f) : new RGB(hue, 0.3f, 1f));
    }

    private boolean dark() {
        return text.getBackground().getRGB().getHSB()[2] < 0.5f;
    }
}
