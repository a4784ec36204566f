package offprint.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.glyph.DefaultIgnorable;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Shaper;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Style;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;

/**
 * The case that the setter takes his type from: words in a style, shaped in the faces that have
 * them. A character that no face has is set as a box with its code point, and is a finding.
 */
final class TypeCase {
  private final FontBook fonts;
  private final Shaper shaper;
  private final Findings findings;
  private final Place place;
  private final Map<GlyphRun, Integer> boxes = new java.util.IdentityHashMap<>();
  private final Map<Style, Face> faces = new java.util.IdentityHashMap<>();
  private final Map<Integer, Boolean> reported = new LinkedHashMap<>();

  /**
   * @param place of the article, for what no face has
   */
  TypeCase(FontBook fonts, Shaper shaper, Findings findings, Place place) {
    this.fonts = fonts;
    this.shaper = shaper;
    this.findings = findings;
    this.place = place;
  }

  /**
   * From the head of a line to its baseline: half of what the leading leaves over the face (CSS
   * 2.2, 10.8.1).
   */
  double baseline(Style style) {
    Face face = face(style);
    double ascent = face.ascent() * style.size();
    double descent = face.descent() * style.size();
    return (style.leading() - ascent - descent) / 2 + ascent;
  }

  Face face(Style style) {
    return faces.computeIfAbsent(
        style, s -> fonts.face(s.families(), s.size(), s.weight(), s.italic()));
  }

  double width(String words, Style style, String language) {
    double width = 0;
    for (GlyphRun run : shape(words, style, language, false)) {
      width += run.width();
    }
    return width;
  }

  /** A line of words that needs no breaking, as marks. */
  List<Mark> line(
      String words, Style style, String language, double x, double y, Mark.Owner owner) {
    List<Mark> marks = new ArrayList<>();
    double pen = x;
    for (GlyphRun run : shape(words, style, language, false)) {
      marks.addAll(marks(run, pen, y, style.colour(), owner));
      pen += run.width();
    }
    return marks;
  }

  /** A number in the style's own face, as a run that stands nowhere else. */
  GlyphRun number(String digits, Style style) {
    GlyphRun run = shaper.shape(digits, face(style), style.size(), style.features(), "en", false);
    return tracked(run, style.letterSpacing());
  }

  /** Words to runs of one face, from left to right. */
  List<GlyphRun> shape(String words, Style style, String language, boolean rightToLeft) {
    String cased =
        switch (style.transform()) {
          case NONE -> words;
          case UPPERCASE -> words.toUpperCase(Locale.ROOT);
          case LOWERCASE -> words.toLowerCase(Locale.ROOT);
        };
    List<GlyphRun> runs = new ArrayList<>();
    int at = 0;
    while (at < cased.length()) {
      Stretch stretch = stretch(cased, at, style);
      runs.add(glyphs(cased.substring(at, stretch.end), stretch, style, language, rightToLeft));
      at = stretch.end;
    }
    return rightToLeft ? runs.reversed() : runs;
  }

  /** The run with its glyphs and blanks fitted to a line; a box is a box. */
  GlyphRun justified(GlyphRun run, double factor, double perSpace) {
    return boxes.containsKey(run) ? run : run.justified(factor, perSpace);
  }

  /** Whether a run is the box of a character that no face has. */
  boolean isBox(GlyphRun run) {
    return boxes.containsKey(run);
  }

  /** Marks of a run; a box for a character that no face has. */
  List<Mark> marks(GlyphRun run, double x, double y, Colour colour, Mark.Owner owner) {
    Integer missing = boxes.get(run);
    return missing == null
        ? List.of(new Mark.Text(run, x, y, colour, owner, null))
        : box(missing, run, x, y, colour, owner);
  }

  private record Stretch(int end, @Nullable Face face, int codePoint) {}

  /** As far as one face and one script go; marks and joiners stay with what they stand on. */
  private Stretch stretch(String words, int from, Style style) {
    int first = words.codePointAt(from);
    Face face = faceFor(first, style);
    int at = from + Character.charCount(first);
    if (face == null) {
      return new Stretch(at, null, first);
    }
    Character.UnicodeScript script = script(first);
    while (at < words.length()) {
      int next = words.codePointAt(at);
      if (!isJoined(next)) {
        Character.UnicodeScript its = script(next);
        boolean sameScript = script == null || its == null || script == its;
        if (!sameScript || faceFor(next, style) != face) {
          break;
        }
        script = script == null ? its : script;
      } else if (!DefaultIgnorable.is(next) && !face.covers(next)) {
        break;
      }
      at += Character.charCount(next);
    }
    return new Stretch(at, face, first);
  }

  private @Nullable Face faceFor(int codePoint, Style style) {
    Face own = face(style);
    if (DefaultIgnorable.is(codePoint) || own.covers(codePoint)) {
      return own;
    }
    return fonts.face(style.families(), style.size(), style.weight(), style.italic(), codePoint);
  }

  private static Character.@Nullable UnicodeScript script(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> null;
      default -> script;
    };
  }

  private static boolean isJoined(int codePoint) {
    return DefaultIgnorable.is(codePoint)
        || switch (Character.getType(codePoint)) {
          case Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK ->
              true;
          default -> false;
        };
  }

  private GlyphRun glyphs(
      String words, Stretch stretch, Style style, String language, boolean rightToLeft) {
    if (stretch.face == null) {
      return missing(stretch.codePoint, words, style);
    }
    GlyphRun run =
        shaper.shape(words, stretch.face, style.size(), style.features(), language, rightToLeft);
    return style.letterSpacing() == 0 ? run : tracked(run, style.letterSpacing());
  }

  private static GlyphRun tracked(GlyphRun run, double spacing) {
    double[] advances = run.advances().clone();
    for (int i = 0; i < advances.length; i++) {
      advances[i] += spacing;
    }
    return new GlyphRun(
        run.face(),
        run.size(),
        run.text(),
        run.glyphs(),
        run.clusters(),
        advances,
        run.xOffsets(),
        run.yOffsets(),
        run.rightToLeft());
  }

  // ---- what no face has

  private GlyphRun missing(int codePoint, String words, Style style) {
    if (reported.put(codePoint, true) == null) {
      String name = Character.getName(codePoint);
      findings.warning(
          "missing-character",
          place,
          "no face has %s %s; a box with its code point stands for it"
              .formatted(hex(codePoint), name == null ? "(unassigned)" : name),
          "install a font that has it, or write it in other words");
    }
    Face face = fonts.face(List.of("sans-serif"), style.size() * 0.42, 400, false);
    GlyphRun digits =
        shaper.shape(
            digits(codePoint).substring(0, digits(codePoint).length() / 2),
            face,
            style.size() * 0.42,
            List.of(),
            "en",
            false);
    double width = digits.width() + style.size() * 0.3;
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

  private static String hex(int codePoint) {
    return "U+" + digits(codePoint);
  }

  private static String digits(int codePoint) {
    String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    int length = hex.length() <= 4 ? 4 : 6;
    return "0".repeat(length - hex.length()) + hex;
  }

  private List<Mark> box(
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
    String digits = digits(codePoint);
    Face face = fonts.face(List.of("sans-serif"), size * 0.42, 400, false);
    for (int half = 0; half < 2; half++) {
      String row =
          half == 0
              ? digits.substring(0, digits.length() / 2)
              : digits.substring(digits.length() / 2);
      GlyphRun glyphs = shaper.shape(row, face, size * 0.42, List.of(), "en", false);
      double inset = (run.width() - glyphs.width()) / 2;
      // The first row stands for the character itself, the second for nothing more.
      marks.add(
          new Mark.Text(
              glyphs,
              x + inset,
              top + size * (half == 0 ? 0.42 : 0.84),
              colour,
              owner,
              half == 0 ? run.text() : ""));
    }
    return marks;
  }
}
