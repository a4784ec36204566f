package offprint.cover;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.glyph.Pen;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.picture.PngWriter;
import offprint.style.Style.Colour;

/** A page's text and rules, painted on white paper. Pictures are not painted: a cover has none. */
public final class Raster {
  /** Of an edge, between ink and paper: more are not seen, and take room in the file. */
  private static final int SHADES = 32;

  private final double scaleX;
  private final double scaleY;
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;
  private final Map<Face, Outlines> outlines = new IdentityHashMap<>();

  private Raster(Page page, int width, int height) {
    this.width = width;
    this.height = height;
    scaleX = width / page.width();
    scaleY = height / page.height();
    channels = page.marks().stream().allMatch(Raster::isGrey) ? 1 : 3;
    samples = new byte[width * height * channels];
    Arrays.fill(samples, (byte) 255);
  }

  /**
   * The page as an opaque PNG, in greys where it has no colours.
   *
   * @param width in pixels; the page is stretched to it
   * @param height in pixels
   */
  public static byte[] png(Page page, int width, int height) {
    Raster raster = new Raster(page, width, height);
    page.marks().forEach(raster::paint);
    return PngWriter.of(width, height, raster.channels, raster.samples);
  }

  private static boolean isGrey(Mark mark) {
    return switch (mark) {
      case Mark.Text text -> isGrey(text.colour());
      case Mark.Formula formula -> isGrey(formula.colour());
      case Mark.Rule rule -> isGrey(rule.colour());
      case Mark.Picture picture -> true;
      case Mark.Link link -> true;
      case Mark.Anchor anchor -> true;
    };
  }

  private static boolean isGrey(Colour colour) {
    return colour.red() == colour.green() && colour.green() == colour.blue();
  }

  private void paint(Mark mark) {
    switch (mark) {
      case Mark.Text text -> paint(text);
      case Mark.Formula formula -> formula.parts().forEach(this::paint);
      case Mark.Rule rule -> paint(rule);
      case Mark.Picture picture -> {}
      case Mark.Link link -> {}
      case Mark.Anchor anchor -> {}
    }
  }

  private void paint(Mark.Rule rule) {
    int[] ink = ink(rule.colour());
    double[] columns = covered(rule.x() * scaleX, (rule.x() + rule.width()) * scaleX, width);
    double[] rows = covered(rule.y() * scaleY, (rule.y() + rule.height()) * scaleY, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; rows[y] > 0 && x < width; x++) {
        ink(x, y, ink, rows[y] * columns[x]);
      }
    }
  }

  /** How much of each pixel lies between two places. */
  private static double[] covered(double from, double to, int pixels) {
    double[] covered = new double[pixels];
    for (int i = 0; i < pixels; i++) {
      covered[i] = Math.max(0, Math.min(i + 1, to) - Math.max(i, from));
    }
    return covered;
  }

  private void paint(Mark.Text text) {
    GlyphRun run = text.run();
    Outlines drawn = outlines.computeIfAbsent(run.face(), Outlines::new);
    double em = run.size() / run.face().unitsPerEm();
    double x = text.x();
    for (int i = 0; i < run.glyphs().length; i++) {
      Coverage shape = new Coverage();
      double originX = (x + run.xOffset(i)) * scaleX;
      double originY = (text.y() - run.yOffset(i)) * scaleY;
      drawn.draw(
          run.glyphs()[i],
          new Placed(shape, originX, originY, em * run.stretch() * scaleX, -em * scaleY));
      fill(shape, text.colour());
      x += run.advances()[i];
    }
  }

  private void fill(Coverage shape, Colour colour) {
    int[] ink = ink(colour);
    shape.rows(
        width,
        height,
        (y, coverage, from, to) -> {
          for (int x = from; x < to; x++) {
            ink(x, y, ink, coverage[x]);
          }
        });
  }

  private static int[] ink(Colour colour) {
    return new int[] {colour.red(), colour.green(), colour.blue()};
  }

  private void ink(int x, int y, int[] ink, double coverage) {
    if (coverage <= 0) {
      return;
    }
    double covered = Math.min(1, Math.round(coverage * SHADES) / (double) SHADES);
    int at = (y * width + x) * channels;
    for (int i = 0; i < channels; i++) {
      int paper = samples[at + i] & 0xff;
      samples[at + i] = (byte) Math.round(paper + (ink[i] - paper) * covered);
    }
  }

  /** A pen whose drawing is scaled and moved to its place. */
  private record Placed(Pen pen, double x, double y, double scaleX, double scaleY) implements Pen {
    @Override
    public void moveTo(double toX, double toY) {
      pen.moveTo(x + toX * scaleX, y + toY * scaleY);
    }

    @Override
    public void lineTo(double toX, double toY) {
      pen.lineTo(x + toX * scaleX, y + toY * scaleY);
    }

    @Override
    public void curveTo(double controlX, double controlY, double toX, double toY) {
      pen.curveTo(x + controlX * scaleX, y + controlY * scaleY, x + toX * scaleX, y + toY * scaleY);
    }

    @Override
    public void close() {
      pen.close();
    }
  }
}
