package offprint.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.paragraph.Copy;
import offprint.paragraph.Gauge;
import offprint.paragraph.LineEnds;
import offprint.paragraph.ParagraphSetter;
import offprint.style.Style;
import offprint.type.TypeCase;

/**
 * Fits copy: sets words in the largest size in which their lines fit, none of them divided. Sizes
 * are told as multiples of what the style says.
 */
final class CopyFitter {
  /** From one size to the next. */
  private static final double STEP = 0.95;

  /** What is smaller nobody reads, in points. */
  private static final double SMALLEST = 10;

  private final TypeCase type;
  private final ParagraphSetter setter;
  private final LineEnds lineEnds = new LineEnds();
  private final Ink ink = new Ink();

  CopyFitter(TypeCase type) {
    this.type = type;
    this.setter = new ParagraphSetter(type);
  }

  /** A word that is wider even in this size is divided like what is not in words, in points. */
  private static final double SMALLEST_WHOLE = 15;

  /** How large such words are set. */
  private static final double DIVIDED = 0.45;

  /** Of a line's width, as a share of the longest's: less looks left over, but at the end. */
  private static final double STUB = 0.4;

  /** How much smaller words may be, so that no line looks so. */
  private static final double SMALLER = 0.72;

  /** Between the ink of two lines, in ems. */
  private static final double CLEAR = 0.03;

  /**
   * @param smallest size that may be tried
   * @param largest size; above 1 for few words, where they need no line more for it
   */
  record Sizes(double smallest, double largest) {}

  /**
   * Set lines.
   *
   * @param size of the type, in points
   * @param even whether none is far shorter than the others, but perhaps the last
   * @param marks from their head
   */
  record Lines(double size, int count, double height, boolean even, List<Mark> marks) {}

  /**
   * Sets copy; in the smallest size it may be higher than asked for.
   *
   * @param left of its lines, in points
   * @param measure their width
   * @param most how high they may be together
   */
  Lines fit(Copy copy, Style style, double left, double measure, double most, Sizes sizes) {
    double least = Math.max(sizes.smallest, SMALLEST / style.size());
    double widest = measure / widest(copy);
    double first = widest < SMALLEST_WHOLE / style.size() ? DIVIDED : Math.min(1, widest);
    double scale = Math.max(least, Math.min(first, sizes.largest));
    Lines lines = set(copy, style, left, measure, scale);
    while (lines.height > most && scale * STEP >= least) {
      scale *= STEP;
      lines = set(copy, style, left, measure, scale);
    }
    if (!lines.even) {
      return evener(copy, style, left, measure, scale, lines);
    }
    return scale < 1
        ? lines
        : larger(copy, style, left, measure, lines, most, Math.min(widest, sizes.largest));
  }

  private Lines evener(
      Copy copy, Style style, double left, double measure, double scale, Lines lines) {
    for (double less = scale * STEP; less > scale * SMALLER; less *= STEP) {
      Lines smaller = set(copy, style, left, measure, less);
      if (smaller.even) {
        return smaller;
      }
    }
    return lines;
  }

  /** As many lines in a larger size. */
  private Lines larger(
      Copy copy,
      Style style,
      double left,
      double measure,
      Lines lines,
      double most,
      double largest) {
    Lines large = lines;
    for (double scale = 1 / STEP; scale <= largest; scale /= STEP) {
      Lines larger = set(copy, style, left, measure, scale);
      if (larger.count > lines.count || larger.height > most) {
        break;
      }
      large = larger;
    }
    return large;
  }

  /** The width of what cannot be divided. */
  private double widest(Copy copy) {
    Gauge gauge = new Gauge(type, copy);
    String text = copy.text();
    double widest = 1;
    int from = 0;
    for (int to : lineEnds.between(copy)) {
      int end = to;
      while (end > from && Copy.isBlank(text.charAt(end - 1))) {
        end--;
      }
      widest = Math.max(widest, gauge.width(from, end));
      from = to;
    }
    return widest;
  }

  // Set on a measure that is as much wider as the type is to be smaller, and then drawn smaller:
  // what stands within the words has its size by theirs.
  private Lines set(Copy copy, Style style, double left, double measure, double scale) {
    ParagraphSetter.Form form =
        new ParagraphSetter.Form(0, measure / scale, 0, style.align(), false);
    List<Slug> lines = setter.set(copy, style, form).lines();
    List<Mark> marks = new ArrayList<>();
    double[] widths = lines.stream().mapToDouble(CopyFitter::width).toArray();
    double stub = STUB * Arrays.stream(widths).max().orElse(0);
    boolean even = Arrays.stream(widths, 0, widths.length - 1).allMatch(width -> width >= stub);
    List<List<Ink.Box>> inks = lines.stream().map(line -> ink.of(line.marks())).toList();
    double more = more(lines, inks, style);
    // Nor does any of it stand out of its box.
    double y = inks.getFirst().stream().mapToDouble(box -> -box.top()).reduce(0, Math::max);
    double foot = 0;
    for (int i = 0; i < lines.size(); i++) {
      double head = y + i * more;
      marks.addAll(Marks.moved(lines.get(i).marks(), 0, head));
      foot = head + inks.get(i).stream().mapToDouble(Ink.Box::bottom).reduce(0, Math::max);
      y += lines.get(i).height();
    }
    double height = Math.max(foot, y + (lines.size() - 1) * more);
    List<Mark> drawn = Marks.moved(Marks.scaled(marks, scale), left, 0);
    return new Lines(style.size() * scale, lines.size(), height * scale, even, drawn);
  }

  /** What lines need of leading besides, so that no mark above one touches the one before. */
  private static double more(List<Slug> lines, List<List<Ink.Box>> inks, Style style) {
    double more = 0;
    for (int i = 1; i < lines.size(); i++) {
      double needed = Ink.clearance(inks.get(i - 1), inks.get(i)) + CLEAR * style.size();
      more = Math.max(more, needed - lines.get(i - 1).height());
    }
    return more;
  }

  private static double width(Slug line) {
    double width = 0;
    for (Mark mark : line.marks()) {
      if (mark instanceof Mark.Text text) {
        width += text.run().width();
      } else if (mark instanceof Mark.Formula formula) {
        width += formula.set().width();
      }
    }
    return width;
  }
}
