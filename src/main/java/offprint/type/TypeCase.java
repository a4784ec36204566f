package offprint.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.document.Direction;
import offprint.glyph.DefaultIgnorable;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.Shaper;
import offprint.page.Mark;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Style;
import offprint.style.Style.Colour;
import offprint.type.FaceChooser.Stretch;

/**
 * The case that the setter takes his type from: words in a style, shaped in the faces that have
 * them. A character that no face has is set as a box with its code point, and is a finding.
 */
public final class TypeCase {
  /** Faces whose letters are small on their body beside Latin ones of the same size. */
  private static final Map<String, Double> ENLARGED = Map.of("Noto Naskh Arabic", 1.14);

  /** Measured words that are kept of a style and language. */
  private static final int KEPT = 20_000;

  /** The first character of Arabic. */
  private static final int FIRST_CONNECTED = 0x600;

  private final Shaper shaper;
  private final FaceChooser faces;
  private final MissingCharacters missing;
  private final Map<Style, Map<String, Map<String, Measured>>> known = new IdentityHashMap<>();
  private final FormulaCase formulas;

  /**
   * @param source of the article, to find the place of what no face has
   */
  public TypeCase(FontBook fonts, Shaper shaper, Findings findings, Source source) {
    this.shaper = shaper;
    this.faces = new FaceChooser(fonts, findings, source);
    this.missing = new MissingCharacters(fonts, shaper, findings, source);
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

  /** The style's own. */
  public Face face(Style style) {
    return faces.face(style);
  }

  public double width(String words, Style style, String language) {
    return measured(words, style, language).width;
  }

  /**
   * Where each character begins, from the beginning of the words; one more for their end. A
   * ligature's characters begin together.
   */
  public double[] offsets(String words, Style style, String language) {
    return measured(words, style, language).offsets;
  }

  /** How wide words are, and where their characters begin. */
  @SuppressWarnings("ArrayRecordComponent") // kept, never compared
  private record Measured(double width, double[] offsets) {}

  // Kept, since an article says most of its words often.
  private Measured measured(String words, Style style, String language) {
    Map<String, Measured> alike =
        known
            .computeIfAbsent(style, s -> new HashMap<>())
            .computeIfAbsent(language, l -> new HashMap<>());
    Measured found = alike.get(words);
    if (found == null) {
      found = measure(words, style, language);
      if (alike.size() > KEPT) {
        alike.clear();
      }
      alike.put(words, found);
    }
    return found;
  }

  private Measured measure(String words, Style style, String language) {
    double[] offsets = new double[words.length() + 1];
    double width = 0;
    double pen = 0;
    int at = 0;
    for (GlyphRun run : shape(words, style, language, false)) {
      width += run.width();
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
    return new Measured(width, offsets);
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
      Stretch stretch = faces.stretch(cased, at, style, language);
      String words = cased.substring(at, stretch.end());
      GlyphRun run = glyphs(words, stretch, style, language, rightToLeft);
      if (isWhole(run)) {
        runs.add(run);
      } else {
        runs.addAll(apart(words, stretch, style, language, rightToLeft));
      }
      at = stretch.end();
    }
    return rightToLeft ? runs.reversed() : runs;
  }

  private static boolean isWhole(GlyphRun run) {
    for (int glyph : run.glyphs()) {
      if (glyph == 0) {
        return false;
      }
    }
    return true;
  }

  // A face may have a character and not what shaping makes of it: then each stands by itself, and
  // what has no glyph even so is a box, or nothing where it shows nothing.
  private List<GlyphRun> apart(
      String words, Stretch stretch, Style style, String language, boolean rightToLeft) {
    List<GlyphRun> runs = new ArrayList<>();
    for (int codePoint : words.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      Stretch one = new Stretch(character.length(), stretch.face(), codePoint);
      GlyphRun run = glyphs(character, one, style, language, rightToLeft);
      boolean shows = !DefaultIgnorable.is(codePoint);
      runs.add(
          isWhole(run) ? run : shows ? missing.box(codePoint, character, style) : nothing(run));
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

  /** The run with its glyphs, letters and blanks fitted to a line; a box is a box. */
  public GlyphRun justified(GlyphRun run, double factor, double perLetter, double perSpace) {
    return missing.isBox(run)
        ? run
        : run.justified(factor, isConnected(run.text()) ? 0 : perLetter, perSpace);
  }

  /** Between how many letters of a run there could be more space, or less. */
  public int gaps(GlyphRun run) {
    return missing.isBox(run) || isConnected(run.text()) ? 0 : run.gaps();
  }

  /** The same of a word; hardly ever other than what its runs say. */
  public int gaps(String word, Style style, String language) {
    if (isConnected(word)) {
      return 0;
    }
    double[] offsets = offsets(word, style, language);
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters += offsets[i + 1] > offsets[i] ? 1 : 0;
    }
    return Math.max(0, letters - 1);
  }

  /** The run in another size; a box is a box. */
  GlyphRun scaled(GlyphRun run, double scale) {
    if (scale == 1) {
      return run;
    }
    GlyphRun scaled = run.scaled(scale);
    missing.same(run, scaled);
    return scaled;
  }

  /** Whether a run is the box of a character that no face has. */
  public boolean isBox(GlyphRun run) {
    return missing.isBox(run);
  }

  /** Marks of a run; a box for a character that no face has. */
  public List<Mark> marks(GlyphRun run, double x, double y, Colour colour, Mark.Owner owner) {
    List<Mark> box = missing.marks(run, x, y, colour, owner);
    return box == null ? List.of(new Mark.Text(run, x, y, colour, owner, null)) : box;
  }

  private GlyphRun glyphs(
      String words, Stretch stretch, Style style, String language, boolean rightToLeft) {
    if (stretch.face() == null) {
      return missing.box(stretch.codePoint(), words, style);
    }
    boolean own = stretch.face() == face(style);
    double size = style.size() * (own ? 1 : ENLARGED.getOrDefault(stretch.face().family(), 1.0));
    GlyphRun run =
        shaper.shape(words, stretch.face(), size, style.features(), language, rightToLeft);
    boolean tracked = style.letterSpacing() != 0 && !isConnected(words);
    return Hairs.in(tracked ? tracked(run, style.letterSpacing()) : run);
  }

  // Letters that join hands are not tracked (CSS Text 3, section 8.2).
  private static boolean isConnected(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) >= FIRST_CONNECTED && isConnected(words.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConnected(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case ARABIC, SYRIAC, MONGOLIAN, NKO, DEVANAGARI, BENGALI, GURMUKHI -> true;
      default -> false;
    };
  }

  private static GlyphRun tracked(GlyphRun run, double spacing) {
    double[] advances = run.advances().clone();
    for (int i = 0; i < advances.length; i++) {
      advances[i] += spacing;
    }
    return run.withAdvances(advances);
  }
}
