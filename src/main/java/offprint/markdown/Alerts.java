package offprint.markdown;

import java.util.Locale;
import offprint.document.Block.Alert;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Tells GitHub's alerts from quotes. */
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
    Alert.Kind kind = kind(label.getLiteral().strip());
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

  private static Alert.@Nullable Kind kind(String label) {
    for (Alert.Kind kind : Alert.Kind.values()) {
      if (label.toUpperCase(Locale.ROOT).equals("[!" + kind.name() + "]")) {
        return kind;
      }
    }
    return null;
  }
}
