package org.orrery.report.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.result.ChartSpec;
import org.osgi.service.component.annotations.Component;

/** Draws charts as PDF 1.4: one page of the size of the chart, lines and letters as outlines, a pixel being 0.75 points. The same chart gives the same bytes. */
@Component(property = "format=pdf")
public final class PdfChartRenderer implements ChartRenderer {
    @Override
    public String format() {
        return "pdf";
    }

    @Override
    public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
        Picture picture = new ChartLayout().layout(chart, size, true);
        ByteArrayOutputStream drawing = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(drawing)) {
            packed.write(new VectorPage().write(picture).getBytes(StandardCharsets.US_ASCII));
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        List<Integer> places = new ArrayList<>();
        // The second line has bytes above 127, so that nobody takes the file for text.
        file.write("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        object(file, places, "<< /Type /Catalog /Pages 2 0 R >>");
        object(file, places, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object(file, places, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + VectorPage.number(picture.width() * VectorPage.POINTS) + " "
                + VectorPage.number(picture.height() * VectorPage.POINTS) + "] /Resources << >> /Contents 4 0 R >>");
        places.add(file.size());
        file.write(ascii("4 0 obj\n<< /Length " + drawing.size() + " /Filter /FlateDecode >>\nstream\n"));
        drawing.writeTo(file);
        file.write(ascii("\nendstream\nendobj\n"));
        object(file, places, "<< /Title " + text(picture.title()) + " /Subject " + text(picture.description()) + " /Producer (Orrery) >>");
        finish(file, places);
        file.writeTo(out);
    }

    private static void object(ByteArrayOutputStream file, List<Integer> places, String body) throws IOException {
        places.add(file.size());
        file.write(ascii(places.size() + " 0 obj\n" + body + "\nendobj\n"));
    }

    /** The table of where the objects lie, each line 20 bytes long. */
    private static void finish(ByteArrayOutputStream file, List<Integer> places) throws IOException {
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> end.append(String.format("%010d 00000 n %n", place).replace(System.lineSeparator(), "\n")));
        end.append("trailer\n<< /Size ").append(places.size() + 1).append(" /Root 1 0 R /Info 5 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        file.write(ascii(end.toString()));
    }

    private static String text(String words) {
        return "<FEFF" + HexFormat.of().withUpperCase().formatHex(words.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    private static byte[] ascii(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
