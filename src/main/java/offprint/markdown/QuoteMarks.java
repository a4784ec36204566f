package offprint.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A language's quotation marks, with the space that belongs to them (Unicode CLDR, "delimiters";
 * for French the Imprimerie nationale's Lexique; for Danish and Dutch what their presses use).
 *
 * @param open a quote
 * @param innerOpen a quote within a quote
 * @param elided words, in lower case, that the language writes with an apostrophe for what is left
 *     out before them
 */
record QuoteMarks(
    String open, String close, String innerOpen, String innerClose, Set<String> elided) {
  private static final Set<String> ELIDED =
      Set.of("tis", "twas", "twere", "twill", "twould", "til", "em", "nuff", "ere", "kay");
  private static final Set<String> ELIDED_DUTCH = Set.of("s", "t", "n", "k", "m", "r", "ns");
  private static final Set<String> ELIDED_GERMAN =
      Set.of("s", "n", "ne", "nen", "nem", "ner", "nes", "ran", "rauf", "raus", "rein", "rum");

  private static final Map<String, QuoteMarks> BY_LANGUAGE = new HashMap<>();

  static {
    put("“ ” ‘ ’", "en", "nl", "pt", "tr", "zh", "ko", "ga", "cy", "vi", "id", "ms", "th", "hi");
    put("„ “ ‚ ‘", "de", "cs", "sk", "sl", "bg", "lt", "is", "et", "sq", "mk", "ka");
    put("« » ‹ ›", "de-ch", "de-li");
    put("«_ _» “ ”", "fr");
    put("« » “ ”", "es", "it", "pt-pt", "el", "ca", "gl", "eu", "fa");
    put("« » „ “", "ru", "uk", "be");
    put("« » ‘ ’", "nb", "nn", "no");
    put("” ” ’ ’", "sv", "fi", "da");
    put("„ ” « »", "pl", "ro");
    put("„ ” » «", "hu");
    put("„ ” ‘ ’", "hr", "sr", "bs");
  }

  private static void put(String marks, String... languages) {
    // The space inside guillemets is narrow, and no line ends at it.
    List<String> four = List.of(marks.replace('_', '\u202f').split(" "));
    for (String language : languages) {
      Set<String> elided =
          switch (language) {
            case "nl" -> ELIDED_DUTCH;
            case "de", "de-ch", "de-li" -> ELIDED_GERMAN;
            default -> ELIDED;
          };
      BY_LANGUAGE.put(
          language, new QuoteMarks(four.get(0), four.get(1), four.get(2), four.get(3), elided));
    }
  }

  /** The marks of a BCP 47 tag; English ones for a language that is not known. */
  static QuoteMarks of(String language) {
    String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
    while (!BY_LANGUAGE.containsKey(tag) && tag.contains("-")) {
      tag = tag.substring(0, tag.lastIndexOf('-'));
    }
    return BY_LANGUAGE.getOrDefault(
        tag, BY_LANGUAGE.getOrDefault("en", new QuoteMarks("", "", "", "", Set.of())));
  }
}
