package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import offprint.glyph.GlyphRun;
import offprint.style.Style;
import offprint.type.TypeCase;

/**
 * Holds the words of one line, shaped, and spaces them out to its measure: by what nobody sees of
 * the glyphs' width and of the space between letters, then by the blanks.
 */
final class ComposingStick {
  /** How far a blank may shrink, as a share of it. */
  private static final double SHRINK = 0.34;

  /**
   * What may stick out without being seen, in ems: a word that is cut loses the kerning across the
   * cut, which was measured with it.
   */
  private static final double TOLERATED = 0.025;

  private final Copy copy;
  private final String text;
  private final Style style;
  private final TypeCase type;
  private final Gauge gauge;
  private final int start;
  private final int end;
  private final List<Piece> pieces;
  private double share;
  private double perSpace;
  private double fills;
  private boolean overfull;

  /**
   * @param style the paragraph's
   * @param start offset of the line in the copy
   */
  ComposingStick(
      Copy copy, Style style, TypeCase type, LineOrder order, int start, Itemiser.Place place) {
    this.copy = copy;
    this.text = copy.text();
    this.style = style;
    this.type = type;
    this.gauge = new Gauge(type, copy);
    this.start = start;
    this.end = place.end();
    this.pieces = pieces(order, place);
  }

  /** A stretch of the line, shaped; what stands in the line without being a word has no runs. */
  record Piece(LineOrder.Stretch stretch, List<GlyphRun> runs) {}

  // The blank at which the line ends is painted too: it parts the words for who reads by ear.
  private List<Piece> pieces(LineOrder order, Itemiser.Place place) {
    boolean blank = place.next() > end && end < text.length() && text.charAt(end) == ' ';
    List<Piece> shaped = new ArrayList<>();
    for (LineOrder.Stretch stretch : order.of(start, blank ? end + 1 : end)) {
      Copy.Run run = stretch.run();
      List<GlyphRun> runs =
          run.inset() != null
              ? List.of()
              : type.shape(
                  text.substring(stretch.start(), stretch.end()),
                  run.style(),
                  run.language(),
                  stretch.rightToLeft());
      shaped.add(new Piece(stretch, spaced(runs, stretch.start(), Gauge.Inner::width)));
    }
    return shaped;
  }

  /** From left to right, with the blank at which the line ends. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Whether the words are wider than their room. */
  boolean isOverfull() {
    return overfull;
  }

  /** How wide the words are before they are spaced out, without the blank at which they end. */
  double natural() {
    double width = 0;
    for (Piece piece : pieces) {
      Copy.Inset inset = piece.stretch.run().inset();
      width += inset != null ? inset.width() : 0;
      for (GlyphRun run : piece.runs) {
        width += run.width();
      }
      if (piece.stretch.end() > end) {
        width -= gauge.width(end, end + 1);
      }
    }
    return width;
  }

  /** The width of the blank at which the line ends. */
  double lastBlank() {
    boolean blank = pieces.stream().anyMatch(piece -> piece.stretch.end() > end);
    return blank ? gauge.width(end, end + 1) + perSpace : 0;
  }

  /** Leaves the words as they are. */
  void leave(double slack) {
    overfull = slack < -TOLERATED * style.size();
  }

  /**
   * Spaces the words out.
   *
   * @param slack what they are to be wider, in points
   */
  void spaceOut(double slack) {
    if (copy.innerSpaces() != null) {
      fill(slack);
      return;
    }
    double give = 0;
    for (Piece piece : pieces) {
      for (GlyphRun run : piece.runs) {
        give += give(run, piece.stretch.run().style());
      }
    }
    share = give > 0 ? Math.max(-1, Math.min(1, slack / give)) : 0;
    double rest = slack;
    for (Piece piece : pieces) {
      for (GlyphRun run : piece.runs) {
        rest += run.width() - set(run, piece.stretch.run().style(), 0).width();
      }
    }
    int spaces = spaces();
    double least = -SHRINK * gauge.width(" ", style);
    overfull = rest < -TOLERATED * style.size() && (spaces == 0 || rest / spaces < least);
    perSpace = spaces == 0 ? 0 : Math.max(rest / spaces, least);
  }

  private double give(GlyphRun run, Style s) {
    return type.isBox(run)
        ? 0
        : (run.width() - run.blanks()) * s.glyphStretch()
            + type.gaps(run) * s.spacingStretch() * s.size();
  }

  // Blanks and the spaces between characters, each as far as it gives.
  private void fill(double slack) {
    double blank = gauge.width(" ", style);
    double most = inner(slack > 0 ? Gauge.Inner::stretch : Gauge.Inner::shrink);
    double give = most + spaces() * (slack > 0 ? blank / 2 : blank * SHRINK);
    fills = give == 0 ? 0 : Math.max(-1, slack / give);
    perSpace = fills * (slack > 0 ? blank / 2 : blank * SHRINK);
    overfull = slack < -TOLERATED && slack < -give - TOLERATED;
  }

  private double inner(ToDoubleFunction<Gauge.Inner> measure) {
    double sum = 0;
    for (Piece piece : pieces) {
      for (GlyphRun run : piece.runs) {
        sum -= run.width();
      }
      for (GlyphRun run : spaced(piece.runs, piece.stretch.start(), measure)) {
        sum += run.width();
      }
    }
    return sum;
  }

  /** With the spaces between characters; where there are none, the runs themselves. */
  private List<GlyphRun> spaced(
      List<GlyphRun> runs, int from, ToDoubleFunction<Gauge.Inner> measure) {
    if (copy.innerSpaces() == null) {
      return runs;
    }
    List<GlyphRun> spaced = new ArrayList<>();
    int at = from;
    for (GlyphRun run : runs) {
      int base = at;
      spaced.add(
          type.isBox(run)
              ? run
              : run.spaced(
                  offset -> {
                    Gauge.Inner inner = base + offset < end ? gauge.inner(base + offset) : null;
                    return inner == null ? 0 : measure.applyAsDouble(inner);
                  }));
      at += run.text().length();
    }
    return spaced;
  }

  private int spaces() {
    int spaces = 0;
    for (int i = start; i < end; i++) {
      if (Copy.isBlank(text.charAt(i))) {
        spaces++;
      }
    }
    return spaces;
  }

  /** The runs of a piece, spaced out. */
  List<GlyphRun> set(Piece piece) {
    List<GlyphRun> runs =
        fills == 0
            ? piece.runs
            : spaced(
                piece.runs,
                piece.stretch.start(),
                inner -> fills * (fills > 0 ? inner.stretch() : inner.shrink()));
    return runs.stream().map(run -> set(run, piece.stretch.run().style(), perSpace)).toList();
  }

  /** A hyphen, as wide as the letters before it. */
  GlyphRun hyphen(GlyphRun run, Style s) {
    return set(run, s, 0);
  }

  private GlyphRun set(GlyphRun run, Style s, double space) {
    // To a hundredth of a per cent, as the file says it.
    double factor = Math.round((1 + s.glyphStretch() * share) * 10_000) / 10_000.0;
    return type.justified(run, factor, s.spacingStretch() * share * s.size(), space);
  }
}
