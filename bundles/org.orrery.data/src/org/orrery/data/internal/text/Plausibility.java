package org.orrery.data.internal.text;

import java.lang.Character.UnicodeBlock;
import java.nio.CharBuffer;
import java.util.Set;
import java.util.stream.Collectors;

/** How much decoded text looks like a language: from 0, nothing does, to 1. Only what is not ASCII counts. Not thread-safe. */
final class Plausibility {
    private static final String HAN = "\u7684\u4E00\u662F\u4E0D\u4E86\u4EBA\u6211\u5728\u6709\u4ED6\u8FD9\u4E2D\u5927\u6765\u4E0A\u56FD\u4E2A\u5230\u8BF4\u4EEC\u4E3A"
            + "\u5B50\u548C\u4F60\u5730\u51FA\u9053\u4E5F\u65F6\u5E74\u5F97\u5C31\u90A3\u8981\u4E0B\u4EE5\u751F\u4F1A\u81EA\u7740\u53BB\u4E4B\u8FC7\u5BB6\u5B66\u5BF9\u53EF"
            + "\u91CC\u540E\u5C0F\u4E48\u5FC3\u591A\u5929\u800C\u80FD\u597D\u90FD\u7136\u6CA1\u65E5\u4E8E\u8D77\u8FD8\u53D1\u6210\u4E8B\u53EA\u4F5C\u5F53\u60F3\u770B\u6587"
            + "\u65E0\u5F00\u624B\u5341\u7528\u4E3B\u884C\u65B9\u53C8\u5982\u524D\u6240\u672C\u89C1\u7ECF\u5934\u9762\u516C\u540C\u4E09\u5DF2\u8001\u4ECE\u52A8\u4E24\u957F"
            + "\u77E5\u6C11\u6837\u73B0\u5206\u5C06\u5916\u4F46\u8EAB\u4E9B\u4E0E\u9AD8\u610F\u8FDB\u6CD5\u6B64\u5B9E\u56DE\u4E8C\u7406\u7F8E\u70B9\u6708\u660E\u5176\u79CD"
            + "\u5168\u5DE5\u5DF1\u8BDD\u8005\u5411\u60C5\u90E8\u6B63\u540D\u5B9A\u5973\u95EE\u529B\u673A\u7ED9\u7B49\u51E0\u4E1A\u6700\u95F4\u65B0\u4EC0\u4F4D\u56E0\u91CD"
            + "\u8D70\u7535\u56DB\u7B2C\u95E8\u76F8\u6B21\u4E1C\u653F\u6D77\u53E3\u4F7F\u6559\u897F\u5E73\u771F\u4E16\u6C14\u4FE1\u5317\u5C11\u5173\u5185\u52A0\u5316\u4EA7"
            + "\u5165\u5148\u5C71\u4E94\u6C34\u4E07\u5E02\u4F53\u522B\u5904\u603B\u573A\u5E08\u4E66\u4EF7\u683C\u57CE\u53F7\u5546\u54C1\u6570\u91CF\u91D1\u989D\u59D3\u5E7F"
            + "\u5DDE\u4EAC\u5E74\u9F84\u5BA2\u6237\u7701\u533A\u8DEF"
            + "\u9019\u500B\u5011\u4F86\u570B\u8AAA\u70BA\u6642\u6703\u904E\u5C0D\u5F8C\u9EBC\u6C92\u9084\u767C\u958B\u898B\u7D93\u9577\u52D5\u5169\u6A23\u73FE\u5C07"
            + "\u8207\u9032\u5BE6\u9EDE\u7A2E\u8A71\u554F\u6A5F\u7D66\u5E7E\u696D\u9593\u96FB\u6771\u9580\u81FA\u7063\u5340\u865F\u50F9\u8CC7\u6599\u79FB"
            + "\u793E\u5C4B\u962A\u770C\u90FD\u7530\u6728\u5DDD\u5186\u8A9E\u6F22\u540D\u53E4\u99C5\u753A\u6751\u6240\u6C0F\u5BA2\u7530\u4E2D\u9234\u4F50\u85E4";
    private static final String HANGUL = "\uC774\uB2E4\uAC00\uB294\uC744\uC5D0\uC758\uB3C4\uB85C\uD558\uACE0\uC9C0\uD55C\uAE30\uC0AC\uC544\uC790\uC5B4\uB9AC\uC740"
            + "\uB098\uB77C\uC788\uADF8\uC778\uC218\uB300\uC11C\uD574\uC2DC\uAD6D\uC5B4\uBD80\uC0B0\uC6B8\uAE40\uBC15\uC774\uB984\uC8FC\uC131\uBBFC\uAD6C\uB3D9";
    private static final String CYRILLIC = "\u043E\u0435\u0430\u0438\u043D\u0442\u0441\u0440\u0432\u043B\u043A\u043C\u0434";
    private static final Set<Integer> COMMON = (HAN + HANGUL + CYRILLIC).chars().boxed().collect(Collectors.toUnmodifiableSet());

    private char last = ' ';
    private long total;
    private double good;

    /** Takes further characters of the text. */
    void take(CharBuffer chars) {
        while (chars.hasRemaining()) {
            char value = chars.get();
            if (value >= 0x80) {
                total++;
                good += weight(value);
            } else if (last >= 0x2E80 && Character.isLetter(last) && Character.isLetter(value)) {
                // East Asian writing does not run into Latin words; accents read as such do.
                good -= 0.5;
            } else if (last >= 0x80 && isSymbol(last) && Character.isLetter(value)) {
                good -= 0.25;
            }
            last = value;
        }
    }

    private static boolean isSymbol(char value) {
        return !Character.isLetter(value) && value != '\u2019' && !Character.isSpaceChar(value)
                && UnicodeBlock.of(value) != UnicodeBlock.GENERAL_PUNCTUATION;
    }

    private double weight(char value) {
        if (value < 0xA0 || !Character.isDefined(value) || Character.getType(value) == Character.PRIVATE_USE) {
            return 0;
        }
        if (Character.isSurrogate(value)) {
            return 0.3;
        }
        UnicodeBlock block = UnicodeBlock.of(value);
        if (block == UnicodeBlock.CYRILLIC) {
            boolean turned = Character.isUpperCase(value) && Character.isLowerCase(last);
            return turned ? 0 : COMMON.contains((int) Character.toLowerCase(value)) ? 1 : 0.45;
        }
        if (block == UnicodeBlock.HIRAGANA || block == UnicodeBlock.KATAKANA || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION) {
            return isLatin(last) ? 0 : 0.9;
        }
        if (value >= 0x3400 && value < 0xA000 || block == UnicodeBlock.HANGUL_SYLLABLES) {
            return isLatin(last) ? 0 : COMMON.contains((int) value) ? 1 : 0.45;
        }
        if (Character.isLetter(value) && Character.UnicodeScript.of(value) == Character.UnicodeScript.LATIN && value < 0x2000) {
            return latin(value);
        }
        return mark(value, block);
    }

    /** Two accented letters in a row, or a capital one behind a small one, are rare. */
    private double latin(char value) {
        boolean rare = last >= 0x80 && Character.isLetter(last) || Character.isUpperCase(value) && Character.isLowerCase(last);
        // Letters of central Europe only: where both readings fit, the western one is the usual.
        return rare ? 0.1 : value < 0x100 ? 0.95 : 0.9;
    }

    private double mark(char value, UnicodeBlock block) {
        if (block == UnicodeBlock.GENERAL_PUNCTUATION) {
            return 0.9;
        }
        boolean within = Character.isLetter(last);
        return block == UnicodeBlock.LATIN_1_SUPPLEMENT || value == '\u20AC' ? within ? 0.3 : 0.8
                : block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS ? value < 0xFF61 ? 0.8 : 0.2 : 0.2;
    }

    private static boolean isLatin(char value) {
        return value < 0x80 && Character.isLetter(value);
    }

    /** How many characters were not ASCII. */
    long total() {
        return total;
    }

    /** From 0 to 1; 0 for text that is all ASCII. */
    double score() {
        return total == 0 ? 0 : Math.max(0, good / total);
    }
}
