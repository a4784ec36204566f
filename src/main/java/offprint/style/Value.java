package offprint.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration says, cut into terms: words, numbers with units, quoted strings, whole
 * functions, and commas and slashes as terms of their own.
 */
record Value(List<String> terms) {
  Value {
    terms = List.copyOf(terms);
  }

  /** Cuts what the parser found well formed. */
  static Value of(String text) {
    List<String> terms = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
      } else {
        int end = c == ',' || c == '/' ? i + 1 : endOfTerm(text, i);
        terms.add(text.substring(i, end));
        i = end;
      }
    }
    return new Value(terms);
  }

  private static int endOfTerm(String text, int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = endOfString(text, i);
        if (depth == 0) {
          return i;
        }
        continue;
      }
      if (depth == 0 && (Character.isWhitespace(c) || c == ',' || c == '/')) {
        return i;
      }
      if (c == '(') {
        depth++;
      } else if (c == ')' && --depth <= 0) {
        return i + 1;
      }
      i++;
    }
    return i;
  }

  private static int endOfString(String text, int start) {
    char quote = text.charAt(start);
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  int size() {
    return terms.size();
  }

  /** A term as it stands. */
  String term(int index) {
    return terms.get(index);
  }

  /** A term in lower case: CSS's own words have no case. */
  String word(int index) {
    return terms.get(index).toLowerCase(Locale.ROOT);
  }

  /** The one word that this says, in lower case; empty where it says more. */
  String word() {
    return size() == 1 ? word(0) : "";
  }

  /** All terms in lower case. */
  List<String> words() {
    return terms.stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
  }

  /** The parts between commas. */
  List<Value> parts() {
    List<Value> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= size(); i++) {
      if (i == size() || term(i).equals(",")) {
        parts.add(new Value(terms.subList(start, i)));
        start = i + 1;
      }
    }
    return parts;
  }

  /** What is between a function's parentheses; null where the term is not that function. */
  static @Nullable String argument(String term, String function) {
    boolean isIt =
        term.length() > function.length() + 1
            && term.regionMatches(true, 0, function + "(", 0, function.length() + 1)
            && term.endsWith(")");
    return isIt ? term.substring(function.length() + 1, term.length() - 1).strip() : null;
  }

  /** The text of a quoted string, its escapes resolved; null where the term is none. */
  static @Nullable String string(String term) {
    if (term.length() < 2 || (term.charAt(0) != '"' && term.charAt(0) != '\'')) {
      return null;
    }
    return unescape(term.substring(1, term.length() - 1));
  }

  // CSS Syntax 3, section 4.3.7: up to six hexadecimal digits and one blank, or the character.
  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\' || i == text.length()) {
        out.append(c);
        continue;
      }
      int start = i;
      while (i < text.length() && i - start < 6 && Character.digit(text.charAt(i), 16) >= 0) {
        i++;
      }
      if (i == start) {
        out.append(text.charAt(i++));
        continue;
      }
      int codePoint = Integer.parseInt(text.substring(start, i), 16);
      out.appendCodePoint(isCharacter(codePoint) ? codePoint : 0xFFFD);
      if (i < text.length() && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
    }
    return out.toString();
  }

  private static boolean isCharacter(int codePoint) {
    return codePoint > 0
        && codePoint <= Character.MAX_CODE_POINT
        && (codePoint < 0xD800 || codePoint > 0xDFFF);
  }

  /**
   * A declaration's text with each {@code var()} replaced by what the custom property says there,
   * or by its fallback (CSS Variables 1, section 3).
   *
   * @return null where a name says nothing and has no fallback, or where names go round in circles
   */
  static @Nullable String substitute(String text, Map<String, String> variables) {
    return substitute(text, variables, 0);
  }

  private static @Nullable String substitute(
      String text, Map<String, String> variables, int depth) {
    int at = text.indexOf("var(");
    if (at < 0) {
      return text;
    }
    if (depth > 32) {
      return null;
    }
    int end = endOfTerm(text, at);
    String argument = text.substring(at + 4, Math.max(at + 4, end - 1));
    int comma = argument.indexOf(',');
    String name = (comma < 0 ? argument : argument.substring(0, comma)).strip();
    String said = variables.get(name);
    if (said == null && comma >= 0) {
      said = argument.substring(comma + 1).strip();
    }
    return said == null
        ? null
        : substitute(text.substring(0, at) + said + text.substring(end), variables, depth + 1);
  }
}
