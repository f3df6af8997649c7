package org.orrery.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.orrery.analysis.render.ChartRenderer;
import org.orrery.analysis.render.SeriesStyle.Dash;
import org.orrery.analysis.result.ChartSpec;
import org.orrery.report.chart.Shape.Box;
import org.orrery.report.chart.Shape.Label;
import org.orrery.report.chart.Shape.Markers;
import org.orrery.report.chart.Shape.Path;
import org.osgi.service.component.annotations.Component;

/** Draws charts as PNG with two image pixels for each CSS pixel. Needs no display: it only draws into memory. */
@Component(property = "format=png")
public final class PngChartRenderer implements ChartRenderer {
    private static final int DENSITY = 2;

    @Override
    public String format() {
        return "png";
    }

    @Override
    public void render(ChartSpec chart, Size size, OutputStream out) throws IOException {
        Picture picture = new ChartLayout().layout(chart, size, true);
        BufferedImage image = new BufferedImage(size.width() * DENSITY, size.height() * DENSITY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            paint(picture, graphics);
        } finally {
            graphics.dispose();
        }
        try (ImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", memory)) {
                throw new IOException("No PNG writer");
            }
        }
    }

    private static void paint(Picture picture, Graphics2D graphics) throws IOException {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.scale(DENSITY, DENSITY);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, picture.width(), picture.height());
        for (Shape shape : picture.frame()) {
            draw(shape, graphics);
        }
        Picture.Rectangle clip = picture.clip();
        graphics.clip(new Rectangle2D.Double(clip.x(), clip.y(), clip.width(), clip.height()));
        for (Shape shape : picture.data()) {
            draw(shape, graphics);
        }
    }

    private static void draw(Shape shape, Graphics2D graphics) throws IOException {
        switch (shape) {
            case Path path -> path(path, graphics);
            case Markers markers -> markers(markers, graphics);
            case Box box -> {
                graphics.setColor(new Color(box.ink().rgb()));
                graphics.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case Label label -> label(label, graphics);
        }
    }

    private static void path(Path path, Graphics2D graphics) {
        Path2D line = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < path.x().length; i++) {
            double x = Math.clamp(path.x()[i], -1e6, 1e6);
            double y = Math.clamp(path.y()[i], -1e6, 1e6);
            if (Double.isNaN(x) || Double.isNaN(y)) {
                down = false;
            } else if (down) {
                line.lineTo(x, y);
            } else {
                line.moveTo(x, y);
                down = true;
            }
        }
        float width = (float) path.width();
        graphics.setStroke(path.dash() == Dash.SOLID ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, path.dash().lengths(), 0));
        graphics.setColor(new Color(path.ink().rgb()));
        graphics.draw(line);
    }

    private static void markers(Markers markers, Graphics2D graphics) {
        graphics.setColor(new Color(markers.ink().rgb()));
        double[] outline = MarkerOutline.of(markers.marker());
        double radius = markers.radius();
        for (int i = 0; i < markers.x().length; i++) {
            double x = markers.x()[i];
            double y = markers.y()[i];
            if (outline.length == 0) {
                graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
                continue;
            }
            Path2D polygon = new Path2D.Double();
            polygon.moveTo(x + outline[0] * radius, y + outline[1] * radius);
            for (int corner = 2; corner < outline.length; corner += 2) {
                polygon.lineTo(x + outline[corner] * radius, y + outline[corner + 1] * radius);
            }
            polygon.closePath();
            graphics.fill(polygon);
        }
    }

    private static void label(Label label, Graphics2D graphics) throws IOException {
        AffineTransform before = graphics.getTransform();
        try {
            graphics.setFont(new Font(Font.SANS_SERIF, label.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) label.size()));
            double width = graphics.getFontMetrics().stringWidth(label.text());
            graphics.translate(label.x(), label.y());
            graphics.rotate(Math.toRadians(label.angle()));
            graphics.setColor(new Color(label.ink().rgb()));
            double shift = switch (label.anchor()) {
                case START -> 0;
                case MIDDLE -> -width / 2;
                case END -> -width;
            };
            graphics.drawString(label.text(), (float) shift, 0);
        } catch (InternalError | RuntimeException e) {
            // What Java2D throws on a system without fontconfig or without any font.
            throw new IOException(Messages.PngChartRenderer_noFont, e);
        } finally {
            graphics.setTransform(before);
        }
    }
}
