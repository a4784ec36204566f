package offprint.type;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offprint.glyph.DefaultIgnorable;
import offprint.glyph.EastAsian;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import offprint.style.Style;
import org.jspecify.annotations.Nullable;

/** Chooses the faces that words are set in: the style's own, and others for what it has not. */
final class FaceChooser {
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

  private final FontBook fonts;
  private final Findings findings;
  private final Source source;
  private final String form;
  private final Map<Style, Face> faces = new IdentityHashMap<>();
  private final Set<Object> reported = new HashSet<>();

  FaceChooser(FontBook fonts, Findings findings, Source source) {
    this.fonts = fonts;
    this.findings = findings;
    this.source = source;
    this.form = EastAsian.formOf(source.text());
  }

  /** The style's own. */
  Face face(Style style) {
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

  /**
   * Words of one face.
   *
   * @param end offset behind the last of them
   * @param face null where none has the character
   * @param codePoint the first character
   */
  record Stretch(int end, @Nullable Face face, int codePoint) {}

  /** As far as one face and one script go; marks and joiners stay with what they stand on. */
  Stretch stretch(String words, int from, Style style, String language) {
    int first = words.codePointAt(from);
    int at = from + Character.charCount(first);
    Face face = emoji(words, from, style);
    if (face == null) {
      face = faceFor(words, from, style, language);
    }
    if (face == null) {
      return new Stretch(at, null, first);
    }
    Character.UnicodeScript script = new CodePoint(first).script();
    while (at < words.length()) {
      int next = words.codePointAt(at);
      Face picture = emoji(words, at, style);
      if (picture != null && picture != face) {
        break;
      }
      if (picture == null && !isJoined(next)) {
        Character.UnicodeScript its = new CodePoint(next).script();
        boolean sameScript = script == null || its == null || script == its;
        boolean stays =
            face.covers(next)
                && (words.charAt(at - 1) == ZERO_WIDTH_JOINER
                    || its == null && isMarkOf(script, next));
        if (!stays && (!sameScript || faceFor(words, at, style, language) != face)) {
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

  private @Nullable Face faceFor(String words, int at, Style style, String language) {
    int codePoint = words.codePointAt(at);
    Face own = face(style);
    boolean wide =
        WIDE.indexOf(codePoint) >= 0
            && EastAsian.form(language).matches("ja|zh.*")
            && !EastAsian.isApostrophe(words, at);
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
          new CodePoint(codePoint).firstIn(source),
          "%s is set in %s, found at %s"
              .formatted(new CodePoint(codePoint), face, fonts.foundAt(face)),
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
}
