package offprint.paragraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.galley.Slug;
import offprint.line.Break;
import offprint.line.LineBreaker;
import offprint.line.Settings;
import offprint.line.Shape;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/**
 * Sets the copy of one paragraph into lines of a measure: has an {@link Itemiser} find where lines
 * may end, the breaker choose, and a {@link LineSetter} set each line.
 */
public final class ParagraphSetter {
  /** How far glue stretches at most where the number of lines is asked for. */
  private static final double LOOSEST = 1.2;

  /** Of a last line, in ems: an indent that follows it is not to reach beyond its end. */
  private static final double SHORTEST_LAST = 1.6;

  /** The same where the number of lines is asked for: a short word is not worth a line more. */
  private static final double SHORTEST_LAST_ASKED = 4;

  /** How near blanks in lines below each other are seen as one, in ems. */
  private static final double RIVER = 0.215;

  private final TypeCase type;
  private final LineBreaker justified = new LineBreaker(Settings.STANDARD);
  private final LineBreaker ragged = new LineBreaker(Settings.RAGGED);
  private final LineEnds lineEnds = new LineEnds();

  public ParagraphSetter(TypeCase type) {
    this.type = type;
  }

  /**
   * A set paragraph.
   *
   * @param lines at least one
   * @param overfull the words of the first line that is wider than the measure; null where none is
   */
  public record Lines(List<Slug> lines, @Nullable String overfull) {}

  /**
   * The shape of a paragraph.
   *
   * @param left where the measure begins, from the left of the text
   * @param measure the width of a line
   * @param indent of the first line
   * @param onGrid whether its lines stand on the page's grid
   * @param beside how many lines at its head stand beside something
   * @param notch how much shorter these are at the left
   */
  public record Form(
      double left,
      double measure,
      double indent,
      Align align,
      boolean onGrid,
      int beside,
      double notch) {
    public Form(double left, double measure, double indent, Align align, boolean onGrid) {
      this(left, measure, indent, align, onGrid, 0, 0);
    }

    /** The same paragraph beside something at its head, and so without an indent. */
    Form beside(int lines, double width) {
      return new Form(left, measure, 0, align, onGrid, lines, width);
    }

    /** How much further to the right a line begins than the measure. */
    double inset(int line) {
      return line < beside ? notch : line == 0 ? indent : 0;
    }

    private Shape shape() {
      double[] measures = new double[Math.max(1, beside) + 1];
      Arrays.setAll(measures, line -> measure - inset(line));
      return Shape.of(measures);
    }
  }

  /**
   * @param style the paragraph's
   */
  public Lines set(Copy copy, Style style, Form form) {
    Itemiser.Items items = itemised(copy, style, form);
    return lines(
        copy, style, form, items, breaker(form).breaks(items.items(), shape(items, style, form)));
  }

  /**
   * The same in a line fewer and in one more, so that a page can do without a widow, but for what
   * would look worse than one. Setting a paragraph twice leaves no trace.
   */
  public List<Lines> others(Copy copy, Style style, Form form) {
    Itemiser.Items items = itemised(copy, style, form);
    Shape shape = shape(items, style, form);
    List<Break> best = breaker(form).breaks(items.items(), shape);
    Shape asked = shape.withLastAtLeast(SHORTEST_LAST_ASKED * style.size());
    List<Lines> others = new ArrayList<>();
    for (int lines : new int[] {best.size() - 1, best.size() + 1}) {
      List<Break> breaks =
          lines == 0 ? null : breaker(form).breaks(items.items(), asked, loosest(best), lines);
      if (breaks != null) {
        others.add(lines(copy, style, form, items, breaks));
      }
    }
    return others;
  }

  /** In a narrow measure, where lines are loose anyway, they may be so here too. */
  private static double loosest(List<Break> best) {
    double loosest = LOOSEST;
    for (Break end : best.subList(0, best.size() - 1)) {
      loosest = Math.max(loosest, Math.min(end.ratio(), 2 * LOOSEST));
    }
    return loosest;
  }

  private LineBreaker breaker(Form form) {
    return form.align() == Align.JUSTIFY ? justified : ragged;
  }

  private Itemiser.Items itemised(Copy copy, Style style, Form form) {
    return new Itemiser(copy, style, form, lineEnds, type).items();
  }

  private Shape shape(Itemiser.Items items, Style style, Form form) {
    Shape shape =
        form.shape().withLastAtLeast(Math.max(form.indent(), SHORTEST_LAST * style.size()));
    if (form.align() == Align.JUSTIFY) {
      shape = shape.withRiversWithin(RIVER * style.size());
    }
    return style.balanced() ? breaker(form).balanced(items.items(), shape) : shape;
  }

  private Lines lines(Copy copy, Style style, Form form, Itemiser.Items items, List<Break> breaks) {
    List<Slug> slugs = new ArrayList<>();
    String overfull = null;
    LineOrder order = new LineOrder(copy);
    int start = 0;
    for (int k = 0; k < breaks.size(); k++) {
      int item = breaks.get(k).item();
      Itemiser.Place place = items.places().get(item);
      double inset = form.inset(k);
      LineSetter line = new LineSetter(copy, style, form, type, order, start, place, inset);
      Slug set = line.set(items.endsInHyphen(item), items.isForced(item));
      slugs.add(k == 0 ? set : Headroom.apart(slugs.getLast(), set, style));
      if (line.isOverfull() && overfull == null) {
        overfull = copy.told(start, place.end());
      }
      start = place.next();
    }
    return new Lines(slugs, overfull);
  }
}
