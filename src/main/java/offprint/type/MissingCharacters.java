package offprint.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offprint.glyph.EastAsian;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Style;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;

/** What no face has: a box with the character's code point stands for it, and it is a finding. */
final class MissingCharacters {
  /** The size of a box's digits, as a share of that of the type. */
  private static final double DIGITS = 0.42;

  private final FontBook fonts;
  private final Shaper shaper;
  private final Findings findings;
  private final Source source;
  private final Map<GlyphRun, Integer> boxes = new IdentityHashMap<>();
  private final Set<Object> reported = new HashSet<>();

  MissingCharacters(FontBook fonts, Shaper shaper, Findings findings, Source source) {
    this.fonts = fonts;
    this.shaper = shaper;
    this.findings = findings;
    this.source = source;
  }

  /**
   * A run that stands for a character.
   *
   * @param words the character, with what stands on it
   */
  GlyphRun box(int codePoint, String words, Style style) {
    report(codePoint);
    Face face = face(style.size());
    String digits = new CodePoint(codePoint).digits();
    GlyphRun row = row(digits.substring(0, digits.length() / 2), face, style.size());
    double width = row.width() + style.size() * 0.3;
    // A run without glyphs but with a width; what is seen of it are the box's marks.
    GlyphRun run =
        new GlyphRun(
            face,
            style.size(),
            words,
            new int[] {face.glyph(' ')},
            new int[] {0},
            new double[] {width},
            new double[] {0},
            new double[] {0},
            false);
    boxes.put(run, codePoint);
    return run;
  }

  /** Whether a run is the box of a character. */
  boolean isBox(GlyphRun run) {
    return boxes.containsKey(run);
  }

  /** Has a run that was made of another be the same box, if that is one. */
  void same(GlyphRun other, GlyphRun run) {
    Integer missing = boxes.get(other);
    if (missing != null) {
      boxes.put(run, missing);
    }
  }

  /** What is seen of a box; null of a run that is none. */
  @Nullable List<Mark> marks(GlyphRun run, double x, double y, Colour colour, Mark.Owner owner) {
    Integer missing = boxes.get(run);
    return missing == null ? null : drawn(missing, run, x, y, colour, owner);
  }

  // An article in a script that no face has is one finding, not one for each of its characters.
  private void report(int codePoint) {
    CodePoint character = new CodePoint(codePoint);
    Character.UnicodeScript script = character.script();
    boolean eastAsian = EastAsian.is(codePoint);
    if (!reported.add(eastAsian && script != null ? script : codePoint)) {
      return;
    }
    String name = Character.getName(codePoint);
    String all = eastAsian && script != null ? ", nor perhaps others of its script" : "";
    findings.warning(
        "missing-character",
        character.firstIn(source),
        "no face has %s %s%s; a box with its code point stands for it"
            .formatted(character, name == null ? "(unassigned)" : name, all),
        eastAsian
            ? "install a face for it (in Debian: fonts-noto-cjk), or give one with --font"
            : "give a face that has it with --font, or write it in other words");
  }

  private List<Mark> drawn(
      int codePoint, GlyphRun run, double x, double y, Colour colour, Mark.Owner owner) {
    double size = run.size();
    double left = x + size * 0.06;
    double width = run.width() - size * 0.12;
    double top = y - size * 0.78;
    double height = size * 0.96;
    double thick = size * 0.04;
    Mark.Owner frame = Mark.Artifact.LAYOUT;
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Rule(left, top, width, thick, colour, frame));
    marks.add(new Mark.Rule(left, top + height - thick, width, thick, colour, frame));
    marks.add(new Mark.Rule(left, top, thick, height, colour, frame));
    marks.add(new Mark.Rule(left + width - thick, top, thick, height, colour, frame));
    String digits = new CodePoint(codePoint).digits();
    Face face = face(size);
    for (int half = 0; half < 2; half++) {
      String row =
          half == 0
              ? digits.substring(0, digits.length() / 2)
              : digits.substring(digits.length() / 2);
      GlyphRun glyphs = row(row, face, size);
      double inset = (run.width() - glyphs.width()) / 2;
      // The first row stands for the character itself, the second for nothing more.
      marks.add(
          new Mark.Text(
              glyphs,
              x + inset,
              top + size * (half == 0 ? DIGITS : 2 * DIGITS),
              colour,
              owner,
              half == 0 ? run.text() : ""));
    }
    return marks;
  }

  private Face face(double size) {
    return fonts.face(List.of("sans-serif"), size * DIGITS, 400, false);
  }

  private GlyphRun row(String digits, Face face, double size) {
    return shaper.shape(digits, face, size * DIGITS, List.of(), "en", false);
  }
}
