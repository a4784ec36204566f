package offprint.math;

import java.util.ArrayList;
import java.util.List;
import offprint.math.Part.Row;

/** Reads the words of a formula: what stands in {@code \text} and its like. */
final class WordReader {
  private WordReader() {}

  /** Words, among which formulas may stand between dollars. */
  static Part read(String words) throws UnreadableFormula {
    if (words.indexOf('$') < 0) {
      return new Part.Text(plain(words));
    }
    List<Part> parts = new ArrayList<>();
    String[] pieces = words.split("(?<!\\\\)\\$", -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i % 2 == 0 && !pieces[i].isEmpty()) {
        parts.add(new Part.Text(plain(pieces[i])));
      } else if (i % 2 == 1) {
        parts.add(new TexReader(pieces[i]).formula().content());
      }
    }
    return new Row(parts);
  }

  private static String plain(String words) {
    return words
        .replaceAll("\\s+", " ")
        .replaceAll("\\\\[,;: ]|~", "\u00A0")
        .replaceAll("\\\\([#$%&_{}])", "$1")
        .replaceAll("\\\\[a-zA-Z]+\\s*", "")
        .replaceAll("[{}]", "")
        .replace("``", "“")
        .replace("''", "”");
  }
}
