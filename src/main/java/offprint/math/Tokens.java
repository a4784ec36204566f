package offprint.math;

/** TeX's source, and a cursor in it. */
final class Tokens {
  final String tex;
  int at;

  Tokens(String tex) {
    this.tex = tex;
  }

  /** Goes over blanks and comments. */
  void blanks() throws UnreadableFormula {
    while (at < tex.length()) {
      char c = tex.charAt(at);
      if (c == '%') {
        int end = tex.indexOf('\n', at);
        if (end < 0) {
          throw wrong("'%' begins a comment in TeX", "write \\% for a percent sign");
        }
        at = end;
      } else if (!Character.isWhitespace(c) && c != '\u200b') {
        return;
      } else {
        at++;
      }
    }
  }

  /** Whether something is left behind the blanks. */
  boolean more() throws UnreadableFormula {
    blanks();
    return at < tex.length();
  }

  /** The character behind the blanks; NUL at the end. */
  char peek() throws UnreadableFormula {
    return more() ? tex.charAt(at) : '\0';
  }

  /** Whether these characters come next; a control word only as a whole. */
  boolean sees(String what) throws UnreadableFormula {
    if (!more() || !tex.startsWith(what, at)) {
      return false;
    }
    int end = at + what.length();
    boolean word = what.length() > 1 && what.charAt(0) == '\\' && isLetter(what.charAt(1));
    return !word || end >= tex.length() || !isLetter(tex.charAt(end));
  }

  /** Goes over these characters if they come next. */
  boolean takes(String what) throws UnreadableFormula {
    boolean seen = sees(what);
    if (seen) {
      at += what.length();
    }
    return seen;
  }

  /** The name of the control sequence whose backslash was read. */
  String name() throws UnreadableFormula {
    int start = at;
    while (at < tex.length() && isLetter(tex.charAt(at))) {
      at++;
    }
    if (at == start) {
      if (at == tex.length()) {
        throw wrong("it ends with a backslash", "drop the backslash");
      }
      at += Character.charCount(tex.codePointAt(at));
    }
    return tex.substring(start, at);
  }

  /** A code point, which is there. */
  int next() {
    int c = tex.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** What stands between the brace that comes next and its partner, as written. */
  String braced(String command) throws UnreadableFormula {
    if (peek() != '{') {
      throw wrong("\\" + command + " wants braces", "write \\" + command + "{...}");
    }
    int start = ++at;
    int depth = 1;
    while (at < tex.length()) {
      char c = tex.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return tex.substring(start, at - 1);
      }
    }
    at = start - 1;
    throw wrong("a brace is never closed", "close it with '}'");
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  UnreadableFormula wrong(String message, String hint) {
    return new UnreadableFormula(Math.min(at, tex.length()), message, hint);
  }
}
