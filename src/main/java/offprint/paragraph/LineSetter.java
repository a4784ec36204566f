package offprint.paragraph;

import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.type.TypeCase;

/** Sets one line of a paragraph: finds the room for its words, and where they begin. */
final class LineSetter {
  private final Copy copy;
  private final String text;
  private final Style style;
  private final ParagraphSetter.Form form;
  private final TypeCase type;
  private final Gauge gauge;
  private final int start;
  private final int end;
  private final int next;
  private final double inset;
  private final boolean rightToLeft;
  private final ComposingStick stick;
  private double above;
  private double below;
  private double hangsRight;

  /**
   * @param order of the copy's words on the paper
   * @param start offset of the line in the copy
   * @param place where it ends
   * @param inset of its beginning in the measure
   */
  LineSetter(
      Copy copy,
      Style style,
      ParagraphSetter.Form form,
      TypeCase type,
      LineOrder order,
      int start,
      Itemiser.Place place,
      double inset) {
    this.copy = copy;
    this.text = copy.text();
    this.style = style;
    this.form = form;
    this.type = type;
    this.gauge = new Gauge(type, copy);
    this.start = start;
    this.end = place.end();
    this.next = place.next();
    this.inset = inset;
    this.rightToLeft = copy.isRightToLeft();
    this.stick = new ComposingStick(copy, style, type, order, start, place);
  }

  /** Whether the set line is wider than its measure. */
  boolean isOverfull() {
    return stick.isOverfull();
  }

  /**
   * @param hyphen whether one is set at its end
   * @param last whether it ends its paragraph, or the author wants it to end
   */
  Slug set(boolean hyphen, boolean last) {
    boolean justified = form.align() == Align.JUSTIFY;
    boolean flush = justified || form.align() == Align.LEFT;
    double hangs = flush && style.opticalMargins() && inset <= 0 ? gauge.hangsLeft(start) : 0;
    boolean ends = justified && !last || form.align() == Align.RIGHT;
    if (ends && style.opticalMargins()) {
      hangsRight = hyphen ? gauge.hyphenHangs(end) : gauge.hangsRight(end);
    }
    double lead = lead();
    double natural = stick.natural() - lead + (hyphen ? gauge.hyphen(end) : 0);
    double room = form.measure() - inset + hangs + hangsRight;
    double slack = room - natural;
    if (justified && (!last || slack < 0)) {
      stick.spaceOut(slack);
    } else {
      stick.leave(slack);
    }
    double x =
        switch (form.align()) {
          case LEFT, JUSTIFY ->
              rightToLeft
                  ? form.left() + (justified && (!last || slack < 0) ? 0 : slack)
                  : form.left() + inset - hangs;
          case RIGHT -> form.left() + (rightToLeft ? 0 : inset + slack);
          case CENTER -> form.left() + (rightToLeft ? 0 : inset) + slack / 2;
        };
    strut();
    LinePainter painter = new LinePainter(copy, style, type, end, above);
    painter.paint(stick, x - lead, hyphen);
    double height = above + below;
    boolean grid = form.onGrid() && Math.abs(height - style.leading()) < 0.01;
    Slug.Extras extras = painter.extras().startingAt(copy.spot(start, end));
    Slug slug = new Slug(height, painter.marks(), grid, extras, hyphen || divides());
    return end < text.length() && text.charAt(end) == Copy.FORCED ? parted(slug) : slug;
  }

  private Slug parted(Slug slug) {
    Copy.Run run = copy.runAt(end);
    GlyphRun blank = type.shape(" ", run.style(), run.language(), false).getFirst();
    return slug.parted(blank, run.style().colour(), run.owner(), rightToLeft);
  }

  /** Whether the line ends within what is read as one: a compound, an address, a name in code. */
  private boolean divides() {
    if (start == end || end != next || end == text.length()) {
      return false;
    }
    char last = text.charAt(end - 1);
    return last == '-'
        || last == '\u2010'
        || copy.runAt(end) == copy.runAt(end - 1)
            && copy.runAt(end).division() != Copy.Division.WORDS;
  }

  // The paragraph's own leading, unless something in the line is taller: CSS 2.2, 10.8. A hand
  // whose words slope down to the line, as Nastaliq's, needs half of it again.
  private void strut() {
    above = type.baseline(style);
    below = style.leading() - above;
    if (stick.pieces().stream()
        .flatMap(piece -> piece.runs().stream())
        .anyMatch(TypeCase::isTall)) {
      above += style.leading() * 0.35;
      below += style.leading() * 0.15;
    }
    for (Copy.Run run : copy.runs(start, end)) {
      if (run.inset() instanceof Copy.Inset.Picture picture) {
        above = Math.max(above, picture.height());
      }
    }
    Headroom room = Headroom.of(copy.runs(start, end), style, form.onGrid());
    above += room.above();
    below += room.below();
  }

  // The space before a piece of a formula is none at the head of a line.
  private double lead() {
    return start < end && copy.runAt(start).inset() instanceof Copy.Inset.Formula formula
        ? formula.lead()
        : 0;
  }
}
