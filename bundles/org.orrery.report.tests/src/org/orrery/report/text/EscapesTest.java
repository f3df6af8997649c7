package org.orrery.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void markupBecomesText() {
        assertEquals("&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;&#96;", Escapes.xml("<b a=\"x\" c='y'>&`"));
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD\uD83D\uDE00", Escapes.xml("a\u0000b\uD800c\uFFFE\uD83D\uDE00"));
    }

    @Test
    void aMarkdownCellStaysOneCell() {
        assertEquals("a\\|b c", Escapes.markdown("a|b\n\nc"));
        assertEquals("\\\\\\|", Escapes.markdown("\\|"));
    }

    @Test
    void noMarkdownLinkImageOrHtmlComesOfText() {
        String safe = Escapes.markdown("[x](javascript:alert(1)) ![i](https://evil.example/p.png) <img src=x> www.evil.example");
        assertFalse(safe.contains("javascript:"), safe);
        assertFalse(safe.contains("https://"), safe);
        assertFalse(safe.contains("www."), safe);
        assertFalse(safe.contains("<"), safe);
        assertFalse(safe.matches(".*(?<!\\\\)[\\[\\]()!].*"), safe);
    }

    @Test
    void textThatLooksLikeTheBeginningOfABlockIsTakenAsText() {
        assertEquals("\\- x", Escapes.markdown("- x"));
        assertEquals("\\# x", Escapes.markdown("# x"));
        assertEquals("\\+ x", Escapes.markdown("+ x"));
        assertEquals("12\\. x", Escapes.markdown("12. x"));
        assertEquals("12\\) x", Escapes.markdown("12) x"));
        assertEquals("12.5", Escapes.markdown("12.5"));
        assertEquals("-3 at 10:00", Escapes.markdown("-3 at 10:00"));
    }
}
