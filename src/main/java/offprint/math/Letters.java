package offprint.math;

import java.util.HashMap;
import java.util.Map;
import offprint.math.Part.Role;
import org.jspecify.annotations.Nullable;

/** Says letters, with their alphabets, and signs. */
final class Letters {
  private static final char NEGATION = '\u0338';
  private static final String FORMS = "ϵϑϰϕϱϖς";
  private static final String LETTERS_OF_FORMS = "εθκφρπσ";

  /**
   * @param letter as it is in plain text
   */
  private record Meant(int letter, Alphabet alphabet) {}

  private static final Map<Integer, Meant> MEANT = new HashMap<>();

  static {
    String plain = "ϵϑϰϕϱϖ∂∇ıȷ";
    for (Alphabet alphabet : Alphabet.values()) {
      plain.chars().forEach(c -> add(c, alphabet));
      for (char[] range : new char[][] {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}, {'Α', 'ω'}}) {
        for (char c = range[0]; c <= range[1]; c++) {
          add(c, alphabet);
        }
      }
    }
  }

  private static void add(int c, Alphabet alphabet) {
    int shown = alphabet.of(c);
    if (shown != c) {
      MEANT.putIfAbsent(shown, new Meant(c, alphabet));
    }
  }

  private final Vocabulary vocabulary;

  Letters(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  String words(Part.Symbol symbol) {
    String shown = symbol.shown();
    if (symbol.role() == Role.SIGN) {
      return sign(shown);
    }
    if (symbol.role() == Role.IDENTIFIER && shown.codePointCount(0, shown.length()) > 1) {
      return symbol.written();
    }
    @Nullable Meant meant = MEANT.get(shown.codePointAt(0));
    if (meant == null) {
      return symbol.role() == Role.NUMBER ? symbol.written() : letter(shown.codePointAt(0));
    }
    String words = symbol.role() == Role.NUMBER ? symbol.written() : letter(meant.letter);
    String key =
        switch (meant.alphabet) {
          case UPRIGHT, ITALIC -> "";
          case BOLD, BOLD_ITALIC -> "bold";
          case SCRIPT -> "script";
          case FRAKTUR -> "fraktur";
          case DOUBLE_STRUCK -> "double-struck";
          case SANS_SERIF -> "sans-serif";
          case MONOSPACE -> "monospace";
        };
    return key.isEmpty() ? words : vocabulary.said(key, words);
  }

  private String letter(int c) {
    int form = FORMS.indexOf(c);
    int letter = form < 0 ? c : LETTERS_OF_FORMS.charAt(form);
    int small = Character.toLowerCase(letter);
    boolean capital = small != letter && !vocabulary.knows(Character.toString(letter));
    String word = vocabulary.word(Character.toString(capital ? small : letter));
    // The letter itself stays large, for who sees the words or has them spelt.
    boolean spelt = capital && word.codePointAt(0) == small && word.length() == 1;
    return capital ? vocabulary.said("capital", spelt ? Character.toString(letter) : word) : word;
  }

  private String sign(String shown) {
    int last = shown.length() - 1;
    return last > 0 && shown.charAt(last) == NEGATION
        ? vocabulary.said("not", vocabulary.word(shown.substring(0, last)))
        : vocabulary.word(shown);
  }
}
