package offprint.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds where words may be divided, with the patterns made for TeX: F. M. Liang, "Word
 * Hy-phen-a-tion by Com-put-er" (Stanford, 1983). A pattern says between which of its letters a
 * word is divided (odd digits) or not (even ones); where patterns disagree, the highest digit wins.
 */
public final class Hyphenator {
  private static final String FOLDER = "/hyphenation/";
  private static final Set<String> LANGUAGES =
      Set.of("de", "en-GB", "en-US", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv");

  /** Where English is spelt the American way; elsewhere it is divided as in Britain. */
  private static final Set<String> AMERICAN = Set.of("", "US", "CA", "PH", "PR", "LR");

  private static final int SHORTEST = 5;

  /** What goes to the next line at least; two letters are hardly worth the hyphen. */
  private static final int RIGHT = 3;

  /** Between two words of a name that is written as one, neither of them short. */
  private static final Pattern HUMPS =
      Pattern.compile("(?<=\\p{Lu}\\p{Ll}{2,9})(?=\\p{Lu}\\p{Ll}{2})");

  private static final char SOFT_HYPHEN = '\u00ad';
  private static final Hyphenator NONE = new Hyphenator(new Patterns(0), Map.of(), 0, 0);
  private static final Map<String, Hyphenator> LOADED = new ConcurrentHashMap<>();

  private final Patterns patterns;
  private final Map<String, int[]> exceptions;
  private final int left;
  private final int right;
  private final boolean apostrophes;

  private Hyphenator(Patterns patterns, Map<String, int[]> exceptions, int left, int right) {
    this.patterns = patterns;
    this.exceptions = exceptions;
    this.left = left;
    this.right = right;
    this.apostrophes = patterns.know('\'');
  }

  /**
   * The hyphenator of a language; for one without patterns, one that divides only at soft hyphens.
   *
   * @param languageTag as in BCP 47; {@code en} is American, {@code de-AT} German
   */
  public static Hyphenator of(String languageTag) {
    Locale locale = Locale.forLanguageTag(languageTag);
    String language = locale.getLanguage();
    String name =
        !language.equals("en")
            ? language
            : AMERICAN.contains(locale.getCountry()) ? "en-US" : "en-GB";
    return LANGUAGES.contains(name) ? LOADED.computeIfAbsent(name, Hyphenator::load) : NONE;
  }

  /**
   * The offsets at which a word may be divided, ascending. One with soft hyphens is divided behind
   * these and nowhere else. Not divided are compounds with a hyphen of their own, what has digits
   * in it, and capitals but for the first letter, for these are names and abbreviations; but a name
   * that is put together of words, such as CommonMark, is divided between them.
   *
   * @param word may have punctuation about it
   */
  public int[] points(String word) {
    if (word.indexOf(SOFT_HYPHEN) >= 0) {
      return softHyphens(word);
    }
    if (!divisible(word)) {
      return HUMPS.matcher(word).results().mapToInt(MatchResult::start).toArray();
    }
    IntStream.Builder points = IntStream.builder();
    int end = 0;
    for (int start = 0; start < word.length(); start = end) {
      end = start + 1;
      if (letter(word.charAt(start))) {
        while (end < word.length() && inside(word, end)) {
          end++;
        }
        divide(word, start, end, points);
      }
    }
    return points.build().toArray();
  }

  private static int[] softHyphens(String word) {
    return IntStream.range(1, word.length())
        .filter(i -> word.charAt(i - 1) == SOFT_HYPHEN && letter(word.charAt(i)))
        .toArray();
  }

  private static boolean divisible(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean inside = i > 0 && letter(word.charAt(i - 1));
      boolean capital = inside && Character.isUpperCase(c);
      boolean compound = inside && hyphen(c) && i + 1 < word.length() && letter(word.charAt(i + 1));
      if (Character.isDigit(c) || capital || compound) {
        return false;
      }
    }
    return true;
  }

  private static boolean hyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  private boolean inside(String word, int at) {
    char c = word.charAt(at);
    boolean between = at + 1 < word.length() && letter(word.charAt(at + 1));
    return letter(c) || apostrophes && between && apostrophe(c);
  }

  private static boolean letter(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private void divide(String word, int start, int end, IntStream.Builder points) {
    if (end - start < SHORTEST) {
      return;
    }
    char[] letters = new char[end - start];
    for (int i = 0; i < letters.length; i++) {
      char c = word.charAt(start + i);
      // By the character alone: a Turkish locale would make another i of I.
      letters[i] = apostrophe(c) ? '\'' : Character.toLowerCase(c);
    }
    int[] known = exceptions.get(new String(letters));
    int[] found = known != null ? known : patterns.points(letters);
    for (int point : found) {
      boolean mark = Character.getType(word.charAt(start + point)) == Character.NON_SPACING_MARK;
      if (point >= left && point <= letters.length - right && !mark) {
        points.add(start + point);
      }
    }
  }

  /** The file is TeX's, in plain lines: comments, the least lengths, patterns, exceptions. */
  private static Hyphenator load(String name) {
    String text = read(name + ".txt");
    Patterns patterns = new Patterns(text.length());
    Map<String, int[]> exceptions = new HashMap<>();
    int left = 0;
    int right = 0;
    String section = "";
    for (String line : text.split("\n", -1)) {
      if (line.isEmpty() || line.charAt(0) == '%') {
        continue;
      }
      if (line.equals("patterns") || line.equals("exceptions")) {
        section = line;
      } else if (section.equals("patterns")) {
        patterns.add(line);
      } else if (section.equals("exceptions")) {
        exceptions.put(line.replace("-", ""), hyphens(line));
      } else if (line.startsWith("left ")) {
        left = Integer.parseInt(line.substring(5));
      } else {
        right = Integer.parseInt(line.substring("right ".length()));
      }
    }
    return new Hyphenator(patterns, exceptions, left, Math.max(right, RIGHT));
  }

  private static int[] hyphens(String exception) {
    IntStream.Builder points = IntStream.builder();
    int letters = 0;
    for (int i = 0; i < exception.length(); i++) {
      if (exception.charAt(i) == '-') {
        points.add(letters);
      } else {
        letters++;
      }
    }
    return points.build().toArray();
  }

  private static String read(String file) {
    try (InputStream in = Hyphenator.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("a language that is listed must have its file: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
