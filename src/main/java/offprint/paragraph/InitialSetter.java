package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Opening;
import offprint.galley.Slug;
import offprint.glyph.Face;
import offprint.glyph.GlyphRun;
import offprint.glyph.Outlines;
import offprint.page.Mark;
import offprint.style.Initial;
import offprint.style.Style;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/**
 * Sets a paragraph that begins with an initial over several lines: its foot on the last one's
 * baseline, its head as high as the first one's capitals. A quotation mark before it stays small
 * and hangs outside. Who reads by ear, and who copies, gets the whole first word.
 */
public final class InitialSetter {
  /** Between the initial and the words beside it, as a share of the text's size. */
  private static final double GAP = 0.26;

  /** Between a mark that hangs outside and the initial, likewise. */
  private static final double OUTSIDE = 0.1;

  /** What letters reach above the baseline, likewise: about the face's ascenders. */
  private static final double ASCENDER = 0.75;

  private final TypeCase type;
  private final ParagraphSetter setter;
  private final LeadIn leadIn;

  public InitialSetter(TypeCase type, ParagraphSetter setter) {
    this.type = type;
    this.setter = setter;
    this.leadIn = new LeadIn(type);
  }

  /** The paragraph's lines; null where it cannot begin so, or is not as deep as its initial. */
  public ParagraphSetter.@Nullable Lines set(
      Copy copy, Style style, ParagraphSetter.Form form, Initial initial) {
    Opening opening = Opening.of(copy.text());
    if (opening == null
        || copy.isRightToLeft()
        || copy.runs().getFirst().end() < opening.letter()) {
      return null;
    }
    Copy.Run run = copy.runs().getFirst();
    String marks = copy.text().substring(0, opening.marks());
    String word = copy.text().substring(opening.marks(), opening.letter());
    Style large = initial.style(size(style, initial));
    List<GlyphRun> shaped = type.shape(word, large, run.language(), false);
    if (shaped.size() != 1 || shaped.getFirst().glyphs().length == 0) {
      return null;
    }
    Letter letter = new Letter(shaped.getFirst());
    boolean reachesDown = letter.depth() > style.leading() - ASCENDER * style.size();
    int beside = initial.lines() + (reachesDown ? 1 : 0);
    double notch = letter.width() + GAP * style.size();
    Copy behind = copy.behind(opening.letter());
    boolean isWord = copy.text().length() - behind.text().length() > opening.letter();
    Copy rest = leadIn.in(behind, initial.leadIn() - (isWord ? 1 : 0), form.measure() - notch);
    ParagraphSetter.Lines set = setter.set(rest, style, form.beside(beside, notch));
    if (rest.isEmpty() || set.lines().size() < initial.lines()) {
      return null;
    }
    double baseline = type.baseline(style);
    double foot = baseline + (initial.lines() - 1) * style.leading();
    List<Mark> apart = new ArrayList<>();
    double outside =
        form.left() - OUTSIDE * style.size() - type.width(marks, run.style(), run.language());
    for (GlyphRun glyphs : type.shape(marks, run.style(), run.language(), false)) {
      apart.add(new Mark.Text(glyphs, outside, baseline, run.style().colour(), run.owner(), ""));
      outside += glyphs.width();
    }
    apart.add(
        new Mark.Text(
            letter.run, form.left() - letter.left(), foot, large.colour(), run.owner(), ""));
    String said = copy.text().substring(0, copy.text().length() - rest.text().length());
    List<Slug> lines = new ArrayList<>(set.lines());
    Slug.Extras extras = Slug.Extras.NONE.startingAt(copy.spot(0, opening.letter()));
    lines.set(0, said(said, lines.getFirst()).with(apart, extras));
    return new ParagraphSetter.Lines(lines, set.overfull());
  }

  // The capitals of the first line and the feet of the last one are this far apart.
  private double size(Style style, Initial initial) {
    double height = (initial.lines() - 1) * style.leading() + capitals(style) * style.size();
    // Which cut is right depends on the size, which depends on the cut.
    double guess = height / capitals(style);
    return height / capitals(initial.style(guess));
  }

  /** The height of a capital without overshoot, as a share of the size. */
  private double capitals(Style style) {
    Face face = type.face(style);
    return (double) new Outlines(face).bounds(face.glyph('H')).top() / face.unitsPerEm();
  }

  /** The first word beside the initial stands for all of the word. */
  private static Slug said(String beginning, Slug line) {
    List<Mark> marks = new ArrayList<>(line.marks());
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i) instanceof Mark.Text text) {
        String whole = beginning + (text.actual() == null ? text.run().text() : text.actual());
        marks.set(
            i, new Mark.Text(text.run(), text.x(), text.y(), text.colour(), text.owner(), whole));
        break;
      }
    }
    return new Slug(line.height(), marks, line.onGrid(), line.extras(), line.hyphen());
  }

  /** A letter as it is drawn; lengths in points. */
  private static final class Letter {
    final GlyphRun run;
    private final double unit;
    private final Outlines.Bounds bounds;

    Letter(GlyphRun run) {
      this.run = run;
      this.unit = run.size() / run.face().unitsPerEm();
      this.bounds = new Outlines(run.face()).bounds(run.glyphs()[0]);
    }

    /** From where it is set to where it is seen. */
    double left() {
      return bounds.left() * unit;
    }

    double width() {
      return (bounds.right() - bounds.left()) * unit;
    }

    /** Below its foot. */
    double depth() {
      return -bounds.bottom() * unit;
    }
  }
}
