package offprint.paragraph;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import offprint.galley.Galley.Cut;

/**
 * Where a page may end in code: at a blank line, or else where the lines are indented least, so
 * that a statement stays with what it governs.
 */
final class CodeEnds {
  /** How far a better place is looked for, in lines. */
  private static final int NEAR = 6;

  /** What a place is worse by where a line names, or tells of, the one below it. */
  private static final int KEPT = 1;

  private static final Pattern GOES_ON =
      Pattern.compile(
          "[\\])}{].*|</.*|(end|else|elif|elsif|except|finally|catch|then|do|done|fi)\\b.*");
  private static final Pattern REMARK = Pattern.compile("(//|/\\*|\\*|#|--|;|@|<!--|%).*");

  private final List<CodeLine> lines;
  private final int first;
  private final int last;
  private final int[] depths;

  CodeEnds(List<CodeLine> lines) {
    this.lines = lines;
    int second = 0;
    while (second < lines.size() - 1 && isBlank(second + 1)) {
      second++;
    }
    int lastButOne = lines.size() - 2;
    while (lastButOne > 0 && isBlank(lastButOne)) {
      lastButOne--;
    }
    first = second + 1;
    last = lastButOne - 1;
    depths = new int[lines.size()];
    for (int i = first; i <= last; i++) {
      depths[i] = isAlone(i) ? Integer.MAX_VALUE : depth(i);
    }
  }

  /** Behind a line. Blank ones are no company for the first of all, nor for the last. */
  Cut behind(int line) {
    if (line == lines.size() - 1) {
      return Cut.ALLOWED;
    }
    if (line < first || line > last) {
      return Cut.FORBIDDEN;
    }
    int least = Integer.MAX_VALUE;
    for (int i = Math.max(first, line - NEAR); i <= Math.min(last, line + NEAR); i++) {
      least = Math.min(least, depths[i]);
    }
    boolean best = depths[line] == least && least < Integer.MAX_VALUE;
    return best ? Cut.ALLOWED : Cut.UNWELCOME;
  }

  /** How deep within the code a page's end behind a line would be, in halves of a blank. */
  private int depth(int line) {
    int at = line + 1;
    while (isBlank(at)) {
      at++;
    }
    int below = lines.get(at).indent();
    if (isBlank(line) || at > line + 1) {
      return 2 * below - 1;
    }
    String here = lines.get(line).text().strip();
    String next = lines.get(line + 1).text().strip().toLowerCase(Locale.ROOT);
    if (GOES_ON.matcher(next).matches()) {
      return 2 * Math.max(lines.get(line).indent(), below + KEPT);
    }
    return 2 * (REMARK.matcher(here).matches() ? below + KEPT : below);
  }

  /**
   * Whether a page that ends behind a line would leave one alone that a blank line parts from its
   * like.
   */
  private boolean isAlone(int line) {
    boolean last = isBlank(line - 1);
    boolean first = !isBlank(line + 1) && isBlank(line + 2);
    return !isBlank(line) && (last || first);
  }

  private boolean isBlank(int line) {
    return line >= 0 && line < lines.size() && lines.get(line).text().isBlank();
  }
}
