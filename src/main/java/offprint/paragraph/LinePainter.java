package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import offprint.galley.SetNote;
import offprint.galley.Slug;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.paragraph.ComposingStick.Piece;
import offprint.style.Style;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/** Paints one line of a paragraph: its words, what stands among them, and what lies under them. */
final class LinePainter {
  private static final String SOFT_HYPHEN = "\u00AD";

  private final Copy copy;
  private final Style style;
  private final TypeCase type;
  private final int end;
  private final double baseline;
  private final List<Mark> grounds = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final List<Mark> links = new ArrayList<>();
  private final List<SetNote> notes = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Slug.Slot> slots = new ArrayList<>();

  /**
   * @param style the paragraph's
   * @param end offset in the copy at which the line ends
   * @param baseline from the head of the line
   */
  LinePainter(Copy copy, Style style, TypeCase type, int end, double baseline) {
    this.copy = copy;
    this.style = style;
    this.type = type;
    this.end = end;
    this.baseline = baseline;
  }

  /** What was painted, from the bottom up. */
  List<Mark> marks() {
    List<Mark> all = new ArrayList<>(grounds);
    all.addAll(marks);
    all.addAll(links);
    return all;
  }

  /** What the page has to know of it. */
  Slug.Extras extras() {
    return new Slug.Extras(notes, numbers, slots, List.of());
  }

  /**
   * @param x where the words begin
   * @param hyphen whether one is set at their end
   */
  void paint(ComposingStick stick, double x, boolean hyphen) {
    double blank = stick.lastBlank();
    boolean rightToLeft = copy.isRightToLeft();
    double pen = rightToLeft ? x - blank : x;
    Copy.Use use = null;
    double useStart = pen;
    for (Piece piece : stick.pieces()) {
      Copy.Run run = piece.stretch().run();
      if (run.link() != use) {
        close(use, useStart, pen);
        use = run.link();
        useStart = pen;
      }
      double from = pen;
      pen = paint(stick, piece, pen);
      if (piece.stretch().end() > end) {
        pen -= rightToLeft ? 0 : blank;
        from += rightToLeft ? blank : 0;
      }
      decorate(run, from, pen);
    }
    if (hyphen) {
      Copy.Run run = copy.runAt(end - 1);
      double rise = run.style().rise();
      for (GlyphRun glyphs : type.shape("-", run.style(), run.language(), false)) {
        GlyphRun set = stick.hyphen(glyphs, run.style());
        marks.add(
            new Mark.Text(
                set, pen, baseline - rise, run.style().colour(), run.owner(), SOFT_HYPHEN));
        pen += set.width();
      }
    }
    close(use, useStart, pen);
  }

  private double paint(ComposingStick stick, Piece piece, double pen) {
    Copy.Run run = piece.stretch().run();
    Copy.Inset inset = run.inset();
    if (inset != null) {
      paint(inset, run, pen);
      return pen + inset.width();
    }
    double x = pen;
    double y = baseline - run.style().rise();
    for (GlyphRun set : stick.set(piece)) {
      marks.addAll(type.marks(set, x, y, run.style().colour(), run.owner()));
      x += set.width();
    }
    return x;
  }

  private void paint(Copy.Inset inset, Copy.Run run, double pen) {
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
      case Copy.Inset.Anchor anchor -> marks.add(new Mark.Anchor(anchor.name(), pen, 0));
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

  private void decorate(Copy.Run run, double from, double to) {
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

  private void close(Copy.@Nullable Use use, double from, double to) {
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
