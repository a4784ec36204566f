package offprint.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells formulas between dollars from money. The rule is Pandoc's: an opening dollar has something
 * to its right, a closing one something to its left and no digit to its right. Articles are full of
 * dollars that are none of this, so what stands between must also look like a formula: prose, names
 * of variables and addresses do not.
 */
final class Dollars {
  // As far as is looked for the closing dollar, in characters.
  static final int REACH = 4000;

  private static final Set<String> FUNCTIONS =
      Set.of(
          "log", "sin", "cos", "tan", "exp", "max", "min", "lim", "sup", "inf", "det", "deg", "gcd",
          "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "mod", "argmax", "argmin", "rank");

  // What TeX alone has: commands, powers, indices behind a letter.
  private static final Pattern TEX =
      Pattern.compile("\\\\[A-Za-z,;:!{}|\\\\ ]|\\^|(?<![A-Za-z0-9]{2})_|_\\{");
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\\\(?:text\\w*|mbox|operatorname\\*?|math\\w+|begin|end)\\s*\\{[^{}]*\\}|\\\\[A-Za-z]+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");
  private static final Pattern WORD_ALONE = Pattern.compile("\\s+\\p{L}{2,}\\s+");
  private static final Pattern SENTENCE =
      Pattern.compile("\\p{L}{3,},?\\s+\\p{L}{2,},?\\s+\\p{L}{2,}");
  private static final Pattern PROSE =
      Pattern.compile("[\\p{L}\\p{N})]\\s+\\p{L}{2,}|\\p{L}{2,}\\s+[\\p{L}\\p{N}(]");
  private static final Pattern LIST = Pattern.compile(",\\s+\\p{L}{2,}|\\p{L}{2,}[,.]\\s");
  private static final Pattern NAME = Pattern.compile("\\p{L}{4,}");
  private static final Pattern COMPOUND = Pattern.compile("\\p{L}{2,}_\\p{L}{2,}");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsCyrillic}\\p{IsArabic}"
              + "\\p{IsHebrew}\\p{IsThai}\\p{IsDevanagari}€£¥₹#%`\"“”„«»@]");
  private static final Pattern ADDRESS = Pattern.compile("://|\\]\\((?:https?:|mailto:|[/#.])");
  private static final Pattern LOOSE_START = Pattern.compile("^[,;:)/&.?!*}\\]]");
  private static final Pattern LOOSE_END = Pattern.compile("[-–—+/,:;(&=<>\\[{]$");
  // What is written onto a formula: the nth, the xs, German's n-te without its hyphen.
  private static final Pattern ENDING =
      Pattern.compile(
          "(?:th|ths|st|nd|rd|s|ary|fold|D|d|e|er|te|ten|ter|tes|ème)(?!\\p{L}).*", Pattern.DOTALL);

  // A formula that can be nothing else; an article with several of them is one on mathematics.
  private static final Pattern SURE =
      Pattern.compile("\\$[^$\\n]{0,200}\\\\[a-zA-Z]{2}[^$\\n]{0,200}\\$");
  private static final int SEVERAL = 3;

  private final boolean mathematical;

  private Dollars(boolean mathematical) {
    this.mathematical = mathematical;
  }

  /** For the dollars of an article. */
  static Dollars of(String article) {
    return new Dollars(SURE.matcher(article).results().limit(SEVERAL).count() == SEVERAL);
  }

  /**
   * A formula.
   *
   * @param tex what stands between the dollars
   * @param length of all of it, in code units
   */
  record Found(String tex, boolean display, int length) {}

  /**
   * The formula that a text begins with; null where it does not.
   *
   * @param text that begins with a dollar
   * @param before the code point before it, 0 for none
   */
  @Nullable Found find(String text, int before) {
    if (isWord(before) || before == '$' || ")]}_\\".indexOf(before) >= 0) {
      return null;
    }
    int dollars = text.startsWith("$$") ? 2 : 1;
    if (text.startsWith("$`")) {
      return quoted(text);
    }
    if (text.length() <= dollars || text.charAt(dollars) == '$') {
      return null;
    }
    int end = end(text, dollars);
    if (end < 0) {
      return null;
    }
    String tex = text.substring(dollars, end);
    String after = text.substring(end + dollars, Math.min(text.length(), end + dollars + 12));
    boolean plain = dollars == 1;
    if (plain && (isBlank(tex.charAt(0)) || isBlank(tex.charAt(tex.length() - 1)))
        || !after.isEmpty() && !mayFollow(after)
        || !isFormula(tex, plain)) {
      return null;
    }
    return new Found(tex, !plain, end + dollars);
  }

  // GitHub's second form.
  private static @Nullable Found quoted(String text) {
    int end = text.indexOf("`$", 2);
    boolean whole = end > 2 && end < REACH && text.indexOf('`', 2) == end;
    return whole && !text.startsWith("$", end + 2)
        ? new Found(text.substring(2, end), false, end + 2)
        : null;
  }

  // The next dollar decides: where it does not close, nothing was opened.
  private static int end(String text, int dollars) {
    int limit = Math.min(text.length(), REACH);
    for (int i = dollars; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '$') {
        int count = 1;
        while (text.startsWith("$", i + count)) {
          count++;
        }
        return count == dollars && i > dollars ? i : -1;
      }
    }
    return -1;
  }

  private static boolean mayFollow(String after) {
    int next = after.codePointAt(0);
    if (Character.isDigit(next) || next == '{' || next == '_' || next == '$') {
      return false;
    }
    return !isWord(next) || ENDING.matcher(after).matches();
  }

  /** Whether what stands between dollars is a formula and no prose. */
  boolean isFormula(String tex, boolean strict) {
    if (tex.isBlank() || WORD_ALONE.matcher(tex).matches() || ADDRESS.matcher(tex).find()) {
      return false;
    }
    String signs = COMMAND.matcher(tex).replaceAll(" \\\\ ");
    if (SENTENCE.matcher(signs).find()) {
      return false;
    }
    if (TEX.matcher(tex).find() && (mathematical || !COMPOUND.matcher(signs).find())) {
      return true;
    }
    String bare = withoutFunctions(tex);
    boolean sign = tex.strip().matches("[=<>+*|≤≥≠→∞∈±×]");
    return sign
        || tex.codePoints().anyMatch(Character::isLetterOrDigit)
            && isBalanced(tex)
            && !FOREIGN.matcher(tex).find()
            && !PROSE.matcher(bare).find()
            && (mathematical || !isNamed(bare))
            && (!strict || !LOOSE_START.matcher(tex).find() && !LOOSE_END.matcher(tex).find());
  }

  // Variables of programs have names, those of formulas letters.
  private static boolean isNamed(String tex) {
    return NAME.matcher(tex).find() || LIST.matcher(tex).find() || COMPOUND.matcher(tex).find();
  }

  private static String withoutFunctions(String tex) {
    return WORD.matcher(tex)
        .replaceAll(
            word ->
                FUNCTIONS.contains(word.group()) ? "f" : Matcher.quoteReplacement(word.group()));
  }

  private static boolean isBalanced(String tex) {
    int depth = 0;
    for (char c : tex.toCharArray()) {
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  // Chinese and its like stand against a formula without a blank.
  private static boolean isWord(int c) {
    return Character.isDigit(c)
        || Character.isLetter(c)
            && switch (Character.UnicodeScript.of(c)) {
              case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
              default -> true;
            };
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
