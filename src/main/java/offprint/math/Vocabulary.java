package offprint.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words that a language has for what formulas are made of. They are read from the files in
 * {@code math/spoken/}, of which {@code en.txt} says how they are written.
 */
final class Vocabulary {
  private static final Map<String, Vocabulary> KNOWN = new ConcurrentHashMap<>();

  private final String language;
  private final Map<String, String> words;

  private Vocabulary(String language, Map<String, String> words) {
    this.language = language;
    this.words = words;
  }

  /**
   * The words of a language; null where we have none.
   *
   * @param tag a BCP 47 tag
   */
  static @Nullable Vocabulary of(String tag) {
    return KNOWN.computeIfAbsent(
        Locale.forLanguageTag(tag).getLanguage().toLowerCase(Locale.ROOT), Vocabulary::read);
  }

  private static @Nullable Vocabulary read(String language) {
    String name = "/math/spoken/" + language + ".txt";
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      if (in == null) {
        return null;
      }
      Map<String, String> words = new HashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.split(": ", 2))
          .forEach(line -> words.put(line[0], line[1]));
      return new Vocabulary(language, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a sign, a letter or a function has a word. */
  boolean knows(String key) {
    return words.containsKey(key);
  }

  /**
   * What is said of a construction.
   *
   * @param parts what stands in its gaps, in turn
   */
  String said(String key, Object... parts) {
    String said = words.get(key);
    if (said == null) {
      throw new IllegalStateException(language + ".txt must say '" + key + "'");
    }
    StringBuilder whole = new StringBuilder();
    String[] around = said.split("\\{}", -1);
    for (int i = 0; i < around.length; i++) {
      whole.append(around[i]).append(i < parts.length ? parts[i] : "");
    }
    return whole.toString();
  }

  /**
   * A sign's or a letter's word. Where there is none, it is its name in Unicode in English (which
   * never changes: Unicode's stability policy), and in other languages the sign itself, which a
   * screen reader has its own word for.
   */
  String word(String sign) {
    String word = words.get(sign);
    int c = sign.codePointAt(0);
    if (word == null
        && language.equals("en")
        && !Character.isLetterOrDigit(c)
        && Character.isBmpCodePoint(c)
        && sign.length() == 1) {
      word = Character.getName(c).toLowerCase(Locale.ROOT);
    }
    return word == null ? sign : word;
  }
}
