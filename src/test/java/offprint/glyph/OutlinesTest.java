package offprint.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinesTest {
  private static final FontBook FONTS = FontBook.bundled();

  @Test
  void aBlankDrawsNothing() {
    Face face = FONTS.face(List.of("Source Serif 4"), 12, 400, false);
    assertThat(drawn(face, face.glyph(' '))).isEmpty();
  }

  // FontBox reads the same tables by code of its own.
  @ParameterizedTest
  @ValueSource(strings = {"Source Serif 4", "Source Sans 3", "STIX Two Math", "Noto Naskh Arabic"})
  void everyGlyphEnclosesWhatAnotherReaderSays(String family) throws IOException {
    Face face = FONTS.face(List.of(family), 12, 400, false);
    assertThat(face.family()).isEqualTo(family);
    try (TrueTypeFont font =
        new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(face.bytes())))) {
      for (int glyph = 0; glyph < font.getNumberOfGlyphs(); glyph++) {
        GlyphData other = font.getGlyph().getGlyph(glyph);
        List<Segment> ours = drawn(face, glyph);
        List<Segment> theirs = segments(other);
        // It rounds the points between two control points to units.
        double rounded = 1 + length(theirs);
        assertThat(area(ours)).as("glyph " + glyph).isCloseTo(area(theirs), within(rounded));
        assertThat(reach(ours)).as("glyph " + glyph).containsExactly(reach(theirs), within(1.0));
      }
    }
  }

  /** A step of a path: where the pen goes, and by what control point. */
  private record Segment(
      double fromX, double fromY, double viaX, double viaY, double x, double y) {}

  private static List<Segment> drawn(Face face, int glyph) {
    List<Segment> segments = new ArrayList<>();
    new Outlines(face).draw(glyph, new Recorder(segments));
    return segments;
  }

  private static List<Segment> segments(GlyphData glyph) {
    List<Segment> segments = new ArrayList<>();
    if (glyph == null) {
      return segments;
    }
    GeneralPath path = glyph.getPath();
    Recorder recorder = new Recorder(segments);
    double[] at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      switch (i.currentSegment(at)) {
        case PathIterator.SEG_MOVETO -> recorder.moveTo(at[0], at[1]);
        case PathIterator.SEG_LINETO -> recorder.lineTo(at[0], at[1]);
        case PathIterator.SEG_QUADTO -> recorder.curveTo(at[0], at[1], at[2], at[3]);
        case PathIterator.SEG_CLOSE -> recorder.close();
        default -> throw new AssertionError("TrueType has no cubic curves");
      }
    }
    return segments;
  }

  // Gauss's formula, and for each curve the segment between it and its chord, two thirds of the
  // triangle of its points.
  private static double area(List<Segment> segments) {
    double twice = 0;
    for (Segment s : segments) {
      double triangle = (s.viaX - s.fromX) * (s.y - s.fromY) - (s.x - s.fromX) * (s.viaY - s.fromY);
      twice += s.fromX * s.y - s.x * s.fromY + triangle * 2 / 3;
    }
    return twice / 2;
  }

  private static double length(List<Segment> segments) {
    return segments.stream().mapToDouble(s -> Math.hypot(s.x - s.fromX, s.y - s.fromY)).sum();
  }

  private static double[] reach(List<Segment> segments) {
    DoubleSummaryStatistics across = segments.stream().mapToDouble(Segment::x).summaryStatistics();
    DoubleSummaryStatistics up = segments.stream().mapToDouble(Segment::y).summaryStatistics();
    return segments.isEmpty()
        ? new double[4]
        : new double[] {across.getMin(), across.getMax(), up.getMin(), up.getMax()};
  }

  private static final class Recorder implements Pen {
    private final List<Segment> segments;
    private double startX;
    private double startY;
    private double x;
    private double y;

    Recorder(List<Segment> segments) {
      this.segments = segments;
    }

    @Override
    public void moveTo(double toX, double toY) {
      startX = x = toX;
      startY = y = toY;
    }

    @Override
    public void lineTo(double toX, double toY) {
      curveTo(x, y, toX, toY);
    }

    @Override
    public void curveTo(double controlX, double controlY, double toX, double toY) {
      segments.add(new Segment(x, y, controlX, controlY, toX, toY));
      x = toX;
      y = toY;
    }

    @Override
    public void close() {
      lineTo(startX, startY);
    }
  }
}
