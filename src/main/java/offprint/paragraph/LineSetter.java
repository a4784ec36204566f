package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/** Sets one line of a paragraph: spreads its words over the measure and puts its marks in place. */
final class LineSetter {
  /** How far a blank may shrink, as a share of it. */
  private static final double SHRINK = 0.34;

  /**
   * What may stick out without being seen, in ems: a word that is cut loses the kerning across the
   * cut, which was measured with it.
   */
  private static final double TOLERATED = 0.025;

  private static final String SOFT_HYPHEN = "\u00AD";

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
  private final LineOrder order;
  private final boolean rightToLeft;
  private final List<Mark> grounds = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Mark> links = new ArrayList<>();
  private final List<SetNote> notes = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Slug.Slot> slots = new ArrayList<>();
  private double above;
  private double below;
  private double hangsRight;
  private double glyphShare;
  private double perSpace;
  private double fills;
  private boolean overfull;

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
    this.order = order;
    this.rightToLeft = copy.isRightToLeft();
  }

  /** Whether the set line is wider than its measure. */
  boolean isOverfull() {
    return overfull;
  }

  /**
   * @param hyphen whether one is set at its end
   * @param last whether it ends its paragraph, or the author wants it to end
   */
  Slug set(boolean hyphen, boolean last) {
    List<Piece> pieces = pieces();
    boolean justified = form.align() == Align.JUSTIFY;
    boolean flush = justified || form.align() == Align.LEFT;
    double hangs = flush && style.opticalMargins() && inset <= 0 ? gauge.hangsLeft(start) : 0;
    boolean ends = justified && !last || form.align() == Align.RIGHT;
    if (ends && style.opticalMargins()) {
      hangsRight = hyphen ? gauge.hyphenHangs(end) : gauge.hangsRight(end);
    }
    double lead = lead();
    double natural = natural(pieces) - lead + (hyphen ? gauge.hyphen(end) : 0);
    double room = form.measure() - inset + hangs + hangsRight;
    double slack = room - natural;
    if (justified && (!last || slack < 0)) {
      fit(pieces, slack);
    } else {
      overfull = slack < -TOLERATED * style.size();
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
    double baseline = strut(pieces);
    paint(pieces, x - lead, baseline, hyphen);
    List<Mark> all = new ArrayList<>(grounds);
    all.addAll(marks);
    all.addAll(links);
    double height = above + below;
    boolean grid = form.onGrid() && Math.abs(height - style.leading()) < 0.01;
    Slug.Extras extras =
        new Slug.Extras(notes, numbers, slots, List.of()).startingAt(copy.spot(start, end));
    Slug slug = new Slug(height, all, grid, extras, hyphen || divides());
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

  /** A stretch of the line, shaped; what stands in the line without being a word has no runs. */
  private record Piece(LineOrder.Stretch stretch, List<GlyphRun> runs) {}

  // The blank at which the line ends is painted too: it parts the words for who reads by ear.
  private List<Piece> pieces() {
    int seen = next > end && end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    List<Piece> pieces = new ArrayList<>();
    for (LineOrder.Stretch stretch : order.of(start, seen)) {
      Copy.Run run = stretch.run();
      List<GlyphRun> runs =
          run.inset() != null
              ? List.of()
              : type.shape(
                  text.substring(stretch.start(), stretch.end()),
                  run.style(),
                  run.language(),
                  stretch.rightToLeft());
      pieces.add(new Piece(stretch, spaced(runs, stretch.start(), Gauge.Inner::width)));
    }
    return pieces;
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

  private double inner(List<Piece> pieces, ToDoubleFunction<Gauge.Inner> measure) {
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

  private double natural(List<Piece> pieces) {
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

  // Glyphs first, by what nobody sees; blanks take the rest.
  private void fit(List<Piece> pieces, double slack) {
    double give = 0;
    for (Piece piece : pieces) {
      for (GlyphRun run : piece.runs) {
        give += give(piece, run);
      }
    }
    double share = give > 0 ? Math.max(-1, Math.min(1, slack / give)) : 0;
    double rest = slack;
    for (Piece piece : pieces) {
      for (GlyphRun run : piece.runs) {
        Style s = piece.stretch.run().style();
        rest += run.width() - type.justified(run, factor(s, share), spacing(s, share), 0).width();
      }
    }
    glyphShare = share;
    if (copy.innerSpaces() != null) {
      fill(pieces, rest);
      return;
    }
    int spaces = spaces();
    double least = -SHRINK * gauge.width(" ", style);
    overfull = rest < -TOLERATED * style.size() && (spaces == 0 || rest / spaces < least);
    perSpace = spaces == 0 ? 0 : Math.max(rest / spaces, least);
  }

  // Blanks and the spaces between characters, each as far as it gives.
  private void fill(List<Piece> pieces, double slack) {
    double blank = gauge.width(" ", style);
    double most = inner(pieces, slack > 0 ? Gauge.Inner::stretch : Gauge.Inner::shrink);
    double give = most + spaces() * (slack > 0 ? blank / 2 : blank * SHRINK);
    fills = give == 0 ? 0 : Math.max(-1, slack / give);
    perSpace = fills * (slack > 0 ? blank / 2 : blank * SHRINK);
    overfull = slack < -TOLERATED && slack < -give - TOLERATED;
  }

  private double give(Piece piece, GlyphRun run) {
    if (copy.innerSpaces() != null) {
      return 0;
    }
    Style s = piece.stretch.run().style();
    return type.isBox(run)
        ? 0
        : (run.width() - run.blanks()) * s.glyphStretch()
            + type.gaps(run) * s.spacingStretch() * s.size();
  }

  // To a hundredth of a per cent, as the file says it.
  private static double factor(Style style, double share) {
    return Math.round((1 + style.glyphStretch() * share) * 10_000) / 10_000.0;
  }

  private static double spacing(Style style, double share) {
    return style.spacingStretch() * share * style.size();
  }

  private GlyphRun fitted(GlyphRun run, Style s, double space) {
    return type.justified(run, factor(s, glyphShare), spacing(s, glyphShare), space);
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

  // The paragraph's own leading, unless something in the line is taller: CSS 2.2, 10.8. A hand
  // whose words slope down to the line, as Nastaliq's, needs half of it again.
  private double strut(List<Piece> pieces) {
    above = type.baseline(style);
    below = style.leading() - above;
    if (pieces.stream().flatMap(piece -> piece.runs.stream()).anyMatch(TypeCase::isTall)) {
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
    return above;
  }

  // The space before a piece of a formula is none at the head of a line.
  private double lead() {
    return start < end && copy.runAt(start).inset() instanceof Copy.Inset.Formula formula
        ? formula.lead()
        : 0;
  }

  private void paint(List<Piece> pieces, double x, double baseline, boolean hyphen) {
    boolean blank = pieces.stream().anyMatch(piece -> piece.stretch.end() > end);
    double blankWidth = blank ? gauge.width(end, end + 1) + perSpace : 0;
    double pen = rightToLeft ? x - blankWidth : x;
    Copy.Use use = null;
    double useStart = pen;
    for (Piece piece : pieces) {
      Copy.Run run = piece.stretch.run();
      if (run.link() != use) {
        close(use, useStart, pen, baseline);
        use = run.link();
        useStart = pen;
      }
      double from = pen;
      pen = paint(piece, pen, baseline);
      if (piece.stretch.end() > end) {
        pen -= rightToLeft ? 0 : blankWidth;
        from += rightToLeft ? blankWidth : 0;
      }
      decorate(run, from, pen, baseline);
    }
    if (hyphen) {
      Copy.Run run = copy.runAt(end - 1);
      double rise = run.style().rise();
      for (GlyphRun glyphs : type.shape("-", run.style(), run.language(), false)) {
        GlyphRun set = fitted(glyphs, run.style(), 0);
        marks.add(
            new Mark.Text(
                set, pen, baseline - rise, run.style().colour(), run.owner(), SOFT_HYPHEN));
        pen += set.width();
      }
    }
    close(use, useStart, pen, baseline);
  }

  private double paint(Piece piece, double pen, double baseline) {
    Copy.Run run = piece.stretch.run();
    Copy.Inset inset = run.inset();
    if (inset != null) {
      paint(inset, run, pen, baseline);
      return pen + inset.width();
    }
    double x = pen;
    double y = baseline - run.style().rise();
    List<GlyphRun> runs =
        fills == 0
            ? piece.runs
            : spaced(
                piece.runs,
                piece.stretch.start(),
                inner -> fills * (fills > 0 ? inner.stretch() : inner.shrink()));
    for (GlyphRun glyphs : runs) {
      GlyphRun set = fitted(glyphs, run.style(), perSpace);
      marks.addAll(type.marks(set, x, y, run.style().colour(), run.owner()));
      x += set.width();
    }
    return x;
  }

  private void paint(Copy.Inset inset, Copy.Run run, double pen, double baseline) {
    switch (inset) {
      case Copy.Inset.Picture picture ->
          marks.add(
              new Mark.Picture(
                  picture.asset(),
                  pen,
                  baseline - picture.height(),
                  picture.width(),
                  picture.height(),
                  run.owner()));
      case Copy.Inset.Formula formula ->
          marks.add(
              new Mark.Formula(
                  formula.set(),
                  pen + formula.lead(),
                  baseline - run.style().rise(),
                  run.style().colour(),
                  run.owner()));
      case Copy.Inset.Anchor anchor ->
          marks.add(new Mark.Anchor(anchor.name(), pen, baseline - above));
      case Copy.Inset.White white -> {}
      case Copy.Inset.Call call -> notes.add(call.note());
      case Copy.Inset.PageNumber number -> {
        GlyphRun room = type.number(number.noughts(), run.style());
        slots.add(
            new Slug.Slot(
                number.anchor(), room, folio -> type.number(Integer.toString(folio), run.style())));
        marks.add(
            new Mark.Text(
                room, pen, baseline - run.style().rise(), run.style().colour(), run.owner(), null));
      }
    }
  }

  private void decorate(Copy.Run run, double from, double to, double baseline) {
    Style s = run.style();
    double y = baseline - s.rise();
    double thick = Math.max(0.4, s.size() * 0.05);
    if (s.background() != null) {
      double ascent = s.size() * 0.78;
      grounds.add(
          new Mark.Rule(
              from,
              y - ascent,
              to - from,
              ascent + s.size() * 0.24,
              s.background(),
              Mark.Artifact.LAYOUT));
    }
    if (s.underlined()) {
      marks.add(
          new Mark.Rule(
              from, y + s.size() * 0.14, to - from, thick, s.colour(), Mark.Artifact.LAYOUT));
    }
    if (s.struck()) {
      marks.add(
          new Mark.Rule(
              from, y - s.size() * 0.25, to - from, thick, s.colour(), Mark.Artifact.LAYOUT));
    }
  }

  private void close(Copy.@Nullable Use use, double from, double to, double baseline) {
    if (use == null || to <= from) {
      return;
    }
    links.add(
        new Mark.Link(
            from,
            baseline - style.size() * 0.8,
            to - from,
            style.size() * 1.05,
            use.destination,
            use.element,
            use.description));
    if (use.number > 0 && !numbers.contains(use.number)) {
      numbers.add(use.number);
    }
  }
}
