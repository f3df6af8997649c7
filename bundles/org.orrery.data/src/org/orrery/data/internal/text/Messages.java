package org.orrery.data.internal.text;

import org.eclipse.osgi.util.NLS;

/** The sentences of the text import. */
final class Messages extends NLS {
    public static String FastCsvParser_afterQuote;
    public static String FastCsvParser_fieldTooLong;
    public static String FastCsvParser_other;
    public static String FastCsvParser_unclosed;
    public static String FixedWidthParser_gap;
    public static String FixedWidthParser_longer;
    public static String FixedWidthParser_tooLong;
    public static String HeaderNames_duplicate;
    public static String HeaderNames_empty;
    public static String HeaderNames_invisible;
    public static String HeaderNames_similar;
    public static String RecordImport_line;
    public static String RecordPreview_asText;
    public static String RecordPreview_header;
    public static String RecordPreview_leaveOut;
    public static String RecordPreview_noHeader;
    public static String RecordPreview_oneHeader;
    public static String RecordPreview_sheet;
    public static String SoundText_unsound;
    public static String LateAdvice_comment;
    public static String Offers_asText;
    public static String Offers_askEncoding;
    public static String Offers_backslash;
    public static String Offers_comments;
    public static String Offers_dayFirst;
    public static String Offers_decimals;
    public static String Offers_emptyColumn;
    public static String Offers_encoding;
    public static String Offers_groups;
    public static String Offers_keepText;
    public static String Offers_leaveOut;
    public static String Offers_monthFirst;
    public static String Offers_moreColumns;
    public static String Offers_noComments;
    public static String Offers_noHeader;
    public static String Offers_noQuotes;
    public static String Offers_oneHeader;
    public static String Offers_ragged;
    public static String Offers_skip;
    public static String Offers_skipBoth;
    public static String Offers_skipEnd;
    public static String Offers_thousands;
    public static String Offers_trailing;
    public static String Offers_twoHeaders;
    public static String TextDetection_after;
    public static String TextDetection_backslash;
    public static String TextDetection_before;
    public static String TextDetection_comments;
    public static String TextDetection_fixed;
    public static String TextDetection_grouping;
    public static String TextDetection_headerUnclear;
    public static String TextDetection_placeholder;
    public static String TextDetection_pointUnclear;
    public static String TextDetection_secondHeader;
    public static String TextImport_empty;
    public static String TextImport_guessed;
    public static String TextImport_guessedAmong;
    public static String TextImport_headerOnly;
    public static String TextImport_invalidByte;
    public static String TextImport_nul;
    public static String TextImport_unknownEncoding;
    public static String TextImport_utf32;
    public static String TextPass_misfit;
    public static String TextPass_ragged;
    public static String TextPass_tooManyColumns;
    public static String TextPass_trailing;
    public static String TextPass_unknownColumn;
    public static String TextSummary_beyondRange;
    public static String TextSummary_blankRows;
    public static String TextSummary_comments;
    public static String TextSummary_decimalComma;
    public static String TextSummary_clock;
    public static String TextSummary_decimals;
    public static String TextSummary_emptyColumn;
    public static String TextSummary_lateChange;
    public static String TextSummary_leadingZeros;
    public static String TextSummary_longDigits;
    public static String TextSummary_markers;
    public static String TextSummary_noHeader;
    public static String TextSummary_notFinite;
    public static String TextSummary_rounded;
    public static String TextSummary_singleQuotes;
    public static String TextSummary_trailing;
    public static String TextSummary_unclearAskedDate;
    public static String TextSummary_unclearDate;
    public static String TextSummary_unclearNumber;
    public static String TextSummary_zone;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
