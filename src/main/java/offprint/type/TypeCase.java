package offprint.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Direction;
import offprint.glyph.DefaultIgnorable;
import offprint.glyph.EastAsian;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.style.Style;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;

/**
 * The case that the setter takes his type from: words in a style, shaped in the faces that have
 * them. A character that no face has is set as a box with its code point, and is a finding.
 */
public final class TypeCase {
  /**
   * Marks that Chinese and Japanese set as wide as an ideograph, and others as their own letters.
   */
  private static final String WIDE = "\u2018\u2019\u201c\u201d\u2014\u2025\u2026\u00b7";

  private static final char ZERO_WIDTH_JOINER = '\u200d';
  private static final String AS_TEXT = "\ufe0e";
  private static final String AS_PICTURE = "\ufe0f";
  private static final String ENCLOSING_KEYCAP = "\u20e3";
  private static final String KEYCAP = AS_PICTURE + ENCLOSING_KEYCAP;
  private static final String EMOJI = "Noto Emoji";

  /** Faces whose letters are small on their body beside Latin ones of the same size. */
  private static final Map<String, Double> ENLARGED = Map.of("Noto Naskh Arabic", 1.14);

  /** Measured words that are kept of a style and language. */
  private static final int KEPT = 20_000;

  private final FontBook fonts;
  private final Shaper shaper;
  private final Findings findings;
  private final Source source;
  private final String form;
  private final Map<GlyphRun, Integer> boxes = new java.util.IdentityHashMap<>();
  private final Map<Style, Map<String, Map<String, double[]>>> offsets =
      new java.util.IdentityHashMap<>();
  private final Map<Style, Face> faces = new java.util.IdentityHashMap<>();
  private final Set<Object> reported = new HashSet<>();
  private final FormulaCase formulas;

  /**
   * @param source of the article, to find the place of what no face has
   */
  public TypeCase(FontBook fonts, Shaper shaper, Findings findings, Source source) {
    this.fonts = fonts;
    this.shaper = shaper;
    this.findings = findings;
    this.source = source;
    this.form = EastAsian.formOf(source.text());
    this.formulas = new FormulaCase(fonts, shaper, this);
  }

  /** What formulas are set from. */
  public FormulaCase formulas() {
    return formulas;
  }

  /**
   * From the head of a line to its baseline: half of what the leading leaves over the face (CSS
   * 2.2, 10.8.1).
   */
  public double baseline(Style style) {
    Face face = face(style);
    double ascent = face.ascent() * style.size();
    double descent = face.descent() * style.size();
    return (style.leading() - ascent - descent) / 2 + ascent;
  }

  public Face face(Style style) {
    return faces.computeIfAbsent(style, this::find);
  }

  // Upright letters are not slanted: that is no italic.
  private Face find(Style style) {
    Face face = fonts.face(style.families(), style.size(), style.weight(), style.italic());
    if (style.italic() && !face.italic() && reported.add(face.family())) {
      findings.warning(
          "no-italic",
          Place.of(source.name()),
          "%s has no italic; its upright stands for it".formatted(face.family()),
          "give the theme a family that has one");
    }
    return face;
  }

  public double width(String words, Style style, String language) {
    double width = 0;
    for (GlyphRun run : shape(words, style, language, false)) {
      width += run.width();
    }
    return width;
  }

  /**
   * Where each character begins, from the beginning of the words; one more for their end. A
   * ligature's characters begin together. Kept, since an article says most of its words often.
   */
  public double[] offsets(String words, Style style, String language) {
    Map<String, double[]> known =
        offsets
            .computeIfAbsent(style, s -> new HashMap<>())
            .computeIfAbsent(language, l -> new HashMap<>());
    double[] found = known.get(words);
    if (found == null) {
      found = measured(words, style, language);
      if (known.size() > KEPT) {
        known.clear();
      }
      known.put(words, found);
    }
    return found;
  }

  private double[] measured(String words, Style style, String language) {
    double[] offsets = new double[words.length() + 1];
    double pen = 0;
    int at = 0;
    for (GlyphRun run : shape(words, style, language, false)) {
      int length = run.text().length();
      double[] advances = new double[length];
      for (int i = 0; i < run.glyphs().length; i++) {
        advances[run.clusters()[i]] += run.advances()[i];
      }
      for (int i = 0; i < length; i++) {
        // What shows nothing of its own is a part of the glyph before it; capitals may be more.
        if (at < words.length()) {
          offsets[at++] = pen;
        }
        pen += advances[i];
      }
    }
    Arrays.fill(offsets, at, offsets.length, pen);
    return offsets;
  }

  /** A line of words that needs no breaking, as marks. */
  public List<Mark> line(
      String words, Style style, String language, double x, double y, Mark.Owner owner) {
    List<Mark> marks = new ArrayList<>();
    double pen = x;
    for (GlyphRun run : lined(words, style, language)) {
      marks.addAll(marks(run, pen, y, style.colour(), owner));
      pen += run.width();
    }
    return marks;
  }

  private List<GlyphRun> lined(String words, Style style, String language) {
    boolean rightToLeft = Direction.of(language) == Direction.RIGHT_TO_LEFT;
    return VisualOrder.of(words, rightToLeft).stream()
        .flatMap(part -> shape(part.text(), style, language, part.rightToLeft()).stream())
        .toList();
  }

  /** Whether the lines of a run need more room than others. */
  public static boolean isTall(GlyphRun run) {
    return run.face().family().contains("Nastaliq");
  }

  /** A number in the style's own face, as a run that stands nowhere else. */
  public GlyphRun number(String digits, Style style) {
    GlyphRun run = shaper.shape(digits, face(style), style.size(), style.features(), "en", false);
    return tracked(run, style.letterSpacing());
  }

  /**
   * Words to runs of one face, from left to right.
   *
   * @param rightToLeft whether all of the words stand so; otherwise those do that are written so
   */
  public List<GlyphRun> shape(String words, Style style, String language, boolean rightToLeft) {
    String cased =
        switch (style.transform()) {
          case NONE -> words;
          case UPPERCASE -> words.toUpperCase(Locale.ROOT);
          case LOWERCASE -> words.toLowerCase(Locale.ROOT);
        };
    if (!rightToLeft && VisualOrder.needed(cased)) {
      return VisualOrder.of(cased, false).stream()
          .flatMap(part -> oneWay(part.text(), style, language, part.rightToLeft()).stream())
          .toList();
    }
    return oneWay(cased, style, language, rightToLeft);
  }

  private List<GlyphRun> oneWay(String cased, Style style, String language, boolean rightToLeft) {
    List<GlyphRun> runs = new ArrayList<>();
    int at = 0;
    while (at < cased.length()) {
      Stretch stretch = stretch(cased, at, style, language);
      String words = cased.substring(at, stretch.end);
      GlyphRun run = glyphs(words, stretch, style, language, rightToLeft);
      if (isWhole(run)) {
        runs.add(run);
      } else {
        runs.addAll(apart(words, stretch, style, language, rightToLeft));
      }
      at = stretch.end;
    }
    return rightToLeft ? runs.reversed() : runs;
  }

  private static boolean isWhole(GlyphRun run) {
    return Arrays.stream(run.glyphs()).noneMatch(glyph -> glyph == 0);
  }

  // A face may have a character and not what shaping makes of it: then each stands by itself, and
  // what has no glyph even so is a box, or nothing where it shows nothing.
  private List<GlyphRun> apart(
      String words, Stretch stretch, Style style, String language, boolean rightToLeft) {
    List<GlyphRun> runs = new ArrayList<>();
    for (int codePoint : words.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      Stretch one = new Stretch(character.length(), stretch.face, codePoint);
      GlyphRun run = glyphs(character, one, style, language, rightToLeft);
      boolean shows = !DefaultIgnorable.is(codePoint);
      runs.add(isWhole(run) ? run : shows ? missing(codePoint, character, style) : nothing(run));
    }
    return runs;
  }

  private static GlyphRun nothing(GlyphRun run) {
    return new GlyphRun(
        run.face(),
        run.size(),
        run.text(),
        new int[0],
        new int[0],
        new double[0],
        new double[0],
        new double[0],
        run.rightToLeft());
  }

  /** The run with its glyphs and blanks fitted to a line; a box is a box. */
  public GlyphRun justified(GlyphRun run, double factor, double perSpace) {
    return boxes.containsKey(run) ? run : run.justified(factor, perSpace);
  }

  /** The run in another size; a box is a box. */
  GlyphRun scaled(GlyphRun run, double scale) {
    if (scale == 1) {
      return run;
    }
    GlyphRun scaled =
        new GlyphRun(
            run.face(),
            run.size() * scale,
            run.text(),
            run.glyphs(),
            run.clusters(),
            scaled(run.advances(), scale),
            scaled(run.xOffsets(), scale),
            scaled(run.yOffsets(), scale),
            run.rightToLeft());
    Integer missing = boxes.get(run);
    if (missing != null) {
      boxes.put(scaled, missing);
    }
    return scaled;
  }

  private static double[] scaled(double[] lengths, double scale) {
    return Arrays.stream(lengths).map(length -> length * scale).toArray();
  }

  /** Whether a run is the box of a character that no face has. */
  public boolean isBox(GlyphRun run) {
    return boxes.containsKey(run);
  }

  /** Marks of a run; a box for a character that no face has. */
  public List<Mark> marks(GlyphRun run, double x, double y, Colour colour, Mark.Owner owner) {
    Integer missing = boxes.get(run);
    return missing == null
        ? List.of(new Mark.Text(run, x, y, colour, owner, null))
        : box(missing, run, x, y, colour, owner);
  }

  private record Stretch(int end, @Nullable Face face, int codePoint) {}

  /** As far as one face and one script go; marks and joiners stay with what they stand on. */
  private Stretch stretch(String words, int from, Style style, String language) {
    int first = words.codePointAt(from);
    int at = from + Character.charCount(first);
    Face face = emoji(words, from, style);
    if (face == null) {
      face = faceFor(first, style, language);
    }
    if (face == null) {
      return new Stretch(at, null, first);
    }
    Character.UnicodeScript script = script(first);
    while (at < words.length()) {
      int next = words.codePointAt(at);
      Face picture = emoji(words, at, style);
      if (picture != null && picture != face) {
        break;
      }
      if (picture == null && !isJoined(next)) {
        Character.UnicodeScript its = script(next);
        boolean sameScript = script == null || its == null || script == its;
        boolean stays =
            face.covers(next)
                && (words.charAt(at - 1) == ZERO_WIDTH_JOINER
                    || its == null && isMarkOf(script, next));
        if (!stays && (!sameScript || faceFor(next, style, language) != face)) {
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

  private @Nullable Face faceFor(int codePoint, Style style, String language) {
    Face own = face(style);
    boolean wide = WIDE.indexOf(codePoint) >= 0 && EastAsian.form(language).matches("ja|zh.*");
    if (DefaultIgnorable.is(codePoint) || own.covers(codePoint) && !wide && !isPrivate(codePoint)) {
      return own;
    }
    // Where the language does not say whose forms of the ideographs are meant, the article does.
    boolean said = !EastAsian.is(codePoint) || !EastAsian.form(language).isEmpty();
    String asked = said ? language : form;
    Face face =
        wide
            ? fonts.eastAsian(
                style.families(), style.size(), style.weight(), style.italic(), codePoint, asked)
            : null;
    if (face == null) {
      face =
          fonts.face(
              style.families(), style.size(), style.weight(), style.italic(), codePoint, asked);
    }
    if (face != null && fonts.foundAt(face) != null && reported.add(face)) {
      findings.info(
          "face-of-this-machine",
          place(codePoint),
          "%s is set in %s, found at %s".formatted(hex(codePoint), face, fonts.foundAt(face)),
          "the PDF may come out otherwise on another machine; --font gives it a face of your"
              + " choice");
    }
    return face;
  }

  private static boolean isPrivate(int codePoint) {
    return Character.getType(codePoint) == Character.PRIVATE_USE;
  }

  // What is an emoji unless U+FE0E says otherwise; and U+FE0F asks for a picture where a letter's
  // face has a sign of its own (Unicode Technical Standard 51, 1.4.3 and 1.4.4), behind a digit
  // only for a keycap.
  private @Nullable Face emoji(String words, int at, Style style) {
    int codePoint = words.codePointAt(at);
    int next = at + Character.charCount(codePoint);
    boolean keycap = words.startsWith(KEYCAP, next) || words.startsWith(ENCLOSING_KEYCAP, next);
    boolean asked = codePoint >= 0xa9 && words.startsWith(AS_PICTURE, next);
    boolean unasked = Character.isEmojiPresentation(codePoint) && !words.startsWith(AS_TEXT, next);
    if (!keycap && !asked && !unasked) {
      return null;
    }
    Face face = fonts.face(List.of(EMOJI), style.size(), style.weight(), style.italic());
    return face.family().equals(EMOJI) && face.covers(codePoint) ? face : null;
  }

  private static Character.@Nullable UnicodeScript script(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> null;
      default -> script;
    };
  }

  // The points and brackets of a text are those of its own script's face.
  private static boolean isMarkOf(Character.@Nullable UnicodeScript script, int codePoint) {
    return script != null
        && switch (script) {
          case ARABIC, HEBREW, THAI, DEVANAGARI ->
              switch (Character.getType(codePoint)) {
                case Character.OTHER_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION ->
                    true;
                default -> false;
              };
          default -> false;
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
    boolean own = stretch.face == face(style);
    double size = style.size() * (own ? 1 : ENLARGED.getOrDefault(stretch.face.family(), 1.0));
    GlyphRun run = shaper.shape(words, stretch.face, size, style.features(), language, rightToLeft);
    boolean tracked = style.letterSpacing() != 0 && !isConnected(words);
    return Hairs.in(tracked ? tracked(run, style.letterSpacing()) : run);
  }

  // Letters that join hands are not tracked (CSS Text 3, section 8.2).
  private static boolean isConnected(String words) {
    return words
        .codePoints()
        .mapToObj(Character.UnicodeScript::of)
        .anyMatch(
            script ->
                switch (script) {
                  case ARABIC, SYRIAC, MONGOLIAN, NKO, DEVANAGARI, BENGALI, GURMUKHI -> true;
                  default -> false;
                });
  }

  private static GlyphRun tracked(GlyphRun run, double spacing) {
    double[] advances = run.advances().clone();
    for (int i = 0; i < advances.length; i++) {
      advances[i] += spacing;
    }
    return run.withAdvances(advances);
  }

  // ---- what no face has

  private GlyphRun missing(int codePoint, String words, Style style) {
    report(codePoint);
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

  // An article in a script that no face has is one finding, not one for each of its characters.
  private void report(int codePoint) {
    Character.UnicodeScript script = script(codePoint);
    boolean eastAsian = EastAsian.is(codePoint);
    if (!reported.add(eastAsian && script != null ? script : codePoint)) {
      return;
    }
    String name = Character.getName(codePoint);
    String all = eastAsian && script != null ? ", nor perhaps others of its script" : "";
    findings.warning(
        "missing-character",
        place(codePoint),
        "no face has %s %s%s; a box with its code point stands for it"
            .formatted(hex(codePoint), name == null ? "(unassigned)" : name, all),
        eastAsian
            ? "install a face for it (in Debian: fonts-noto-cjk), or give one with --font"
            : "give a face that has it with --font, or write it in other words");
  }

  /**
   * Where a character stands first in the article, as itself or by its number; else the article.
   */
  private Place place(int codePoint) {
    int offset = source.text().indexOf(codePoint);
    if (offset < 0) {
      String hex = Integer.toHexString(codePoint);
      Matcher number =
          Pattern.compile("&#(?:[xX]0*(?i:" + hex + ")|0*" + codePoint + ");")
              .matcher(source.text());
      offset = number.find() ? number.start() : -1;
    }
    return offset < 0 ? Place.of(source.name()) : source.at(offset);
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
