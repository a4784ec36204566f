package offprint.paragraph;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import offprint.document.Block.CodeBlock.Kind;
import offprint.document.Block.CodeBlock.Part;
import org.jspecify.annotations.Nullable;

/**
 * One line of code as it is seen: its tabs are blanks up to the next stop, each stretch is of one
 * kind.
 */
public final class CodeLine {
  private static final int TAB = 4;

  /** So many characters alone look lost on a line. */
  private static final int STUB = 3;

  /**
   * @param kind null for plain code
   */
  record Stretch(String text, @Nullable Kind kind) {}

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Kind> kinds = new ArrayList<>(); // of each code unit

  private CodeLine() {}

  /**
   * The lines of code, those apart that are blank and stand above all others or below them.
   *
   * @param code each line ended by LF, though the last need not be
   * @return at least one
   */
  public static List<CodeLine> of(String code, List<Part> parts) {
    List<CodeLine> lines = new ArrayList<>();
    CodeLine line = new CodeLine();
    int next = 0;
    for (int i = 0; i < code.length(); i++) {
      while (next < parts.size() && parts.get(next).end() <= i) {
        next++;
      }
      boolean inside = next < parts.size() && parts.get(next).start() <= i;
      if (code.charAt(i) == '\n') {
        lines.add(line);
        line = new CodeLine();
      } else {
        line.add(code.charAt(i), inside ? parts.get(next).kind() : null);
      }
    }
    if (!line.text.isEmpty() || lines.isEmpty()) {
      lines.add(line);
    }
    while (lines.size() > 1 && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    while (lines.size() > 1 && lines.getFirst().isBlank()) {
      lines.removeFirst();
    }
    return lines;
  }

  private boolean isBlank() {
    return text.toString().isBlank();
  }

  private void add(char c, @Nullable Kind kind) {
    int count = c == '\t' ? TAB - text.codePointCount(0, text.length()) % TAB : 1;
    for (int i = 0; i < count; i++) {
      text.append(c == '\t' ? ' ' : c);
      kinds.add(kind);
    }
  }

  public String text() {
    return text.toString();
  }

  /** How many blanks it begins with. */
  int indent() {
    int blanks = 0;
    while (blanks < text.length() && text.charAt(blanks) == ' ') {
      blanks++;
    }
    return blanks;
  }

  /** What stands between two offsets. */
  List<Stretch> stretches(int from, int to) {
    List<Stretch> stretches = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || kinds.get(i) != kinds.get(start)) {
        stretches.add(new Stretch(text.substring(start, i), kinds.get(start)));
        start = i;
      }
    }
    return stretches;
  }

  /** Behind the blanks that stand at a line's end, if it ends at {@code at}: they are not seen. */
  int behindBlanks(int at) {
    int to = at;
    while (to < text.length() && text.charAt(to) == ' ') {
      to++;
    }
    return to;
  }

  /**
   * Where the line had best be cut: behind a blank or a sign, not far from the end.
   *
   * @param from where the piece begins
   * @param fits as far as it may go, beyond {@code from}
   */
  int cut(int from, int fits) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text());
    int best = characters.isBoundary(fits) ? fits : characters.preceding(fits);
    if (best <= from) {
      best = characters.following(from);
    }
    double least = cost(best, from, fits);
    // What is left of the room is a cost too; behind the first third no sign is worth it.
    for (int at = best - 1; at > from + (fits - from) / 3 && at > indent(); at--) {
      double cost = characters.isBoundary(at) ? cost(at, from, fits) : least;
      if (cost < least) {
        least = cost;
        best = at;
      }
    }
    return best;
  }

  private double cost(int at, int from, int fits) {
    double room = (double) (fits - at) / (fits - from);
    return sign(at) + 6 * room + (isInside(at) ? 1.5 : 0) + (isStub(at) ? 4 : 0);
  }

  /** Whether hardly anything is left behind: a lone backslash, a bracket. */
  private boolean isStub(int at) {
    String rest = text.substring(at).strip();
    return !rest.isEmpty() && rest.length() <= STUB;
  }

  /** Whether a string or a comment goes on there. */
  private boolean isInside(int at) {
    Kind before = kinds.get(at - 1);
    boolean whole = before == Kind.STRING || before == Kind.COMMENT;
    return whole && at < kinds.size() && kinds.get(at) == before;
  }

  private double sign(int at) {
    int word = at;
    while (word > 0 && text.charAt(word - 1) == ' ') {
      word--;
    }
    char before = text.charAt(Math.max(0, word - 1));
    char behind = at < text.length() ? text.charAt(at) : '\n';
    if (behind == ' ' || word < at) {
      return ",;{(|=+?:".indexOf(before) >= 0 ? 0 : 1;
    }
    boolean pair = "()[]{}".contains("" + before + behind);
    return switch (before) {
      case ',', ';' -> 1;
      case '(', '[', '{', '=', '|', '&' -> pair ? 7 : 2;
      case '/', '+', '?', ':', '<', '>', '.', ')' -> Character.isLetterOrDigit(behind) ? 3 : 5;
      case '-', '_' -> 4;
      default -> 7;
    };
  }
}
