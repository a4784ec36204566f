package offprint.markdown;

import java.util.Locale;
import offprint.document.Block.Alert;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Tells GitHub's alerts from quotes, and which kind of alert an admonition is. */
final class Alerts {
  private Alerts() {}

  /**
   * What kind of alert a quote is, and takes the line that says so out of it; null where it is just
   * a quote, as it is where nothing follows that line.
   */
  static Alert.@Nullable Kind take(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph first)
        || !(first.getFirstChild() instanceof Text label)) {
      return null;
    }
    String written = label.getLiteral().strip();
    Alert.Kind kind =
        written.startsWith("[!") && written.endsWith("]")
            ? named(written.substring(2, written.length() - 1))
            : null;
    Node next = label.getNext();
    boolean lineEnds = next == null || next instanceof SoftLineBreak;
    if (kind == null || !lineEnds || next == null && first.getNext() == null) {
      return null;
    }
    label.unlink();
    if (next == null) {
      first.unlink();
    } else {
      next.unlink();
    }
    return kind;
  }

  /**
   * The kind whose place an admonition's has, by the names that Python-Markdown's users know; a
   * note where there is none.
   */
  static Alert.Kind nearest(@Nullable String word) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "tip", "hint", "success", "check", "done" -> Alert.Kind.TIP;
      case "important" -> Alert.Kind.IMPORTANT;
      case "warning", "attention" -> Alert.Kind.WARNING;
      case "caution", "danger", "error", "failure", "fail", "bug" -> Alert.Kind.CAUTION;
      default -> Alert.Kind.NOTE;
    };
  }

  /** The kind of that name, in capitals or not. */
  static Alert.@Nullable Kind named(@Nullable String word) {
    for (Alert.Kind kind : Alert.Kind.values()) {
      if (kind.name().equalsIgnoreCase(word)) {
        return kind;
      }
    }
    return null;
  }
}
