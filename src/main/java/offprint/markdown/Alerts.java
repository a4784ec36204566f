package offprint.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Block.Alert;
import offprint.markdown.Nodes.Admonition;
import offprint.markdown.Nodes.Label;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Tells GitHub's alerts, and the callouts of other programs that have a title or fold, {@code >
 * [!todo]- Title}, from quotes, and which kind of alert one is.
 */
final class Alerts {
  private static final Pattern MARK =
      Pattern.compile("\\[!(?<kind>[\\p{L}][\\w-]*)(?:\\|[^\\]]*)?\\][+-]?(?:[ \\t]+|$)");

  private Alerts() {}

  /** Makes admonitions of the quotes that are alerts; one that says nothing else is a quote. */
  static void make(Node parent, Places places) {
    for (Node child : Nodes.children(parent)) {
      make(child, places);
      if (child instanceof BlockQuote
          && child.getFirstChild() instanceof Paragraph first
          && first.getFirstChild() instanceof Text label) {
        make(child, first, label, places);
      }
    }
  }

  private static void make(Node quote, Paragraph first, Text text, Places places) {
    Matcher mark = MARK.matcher(text.getLiteral());
    if (!mark.lookingAt()) {
      return;
    }
    Label title = new Label();
    @Nullable Node end = text;
    while (end != null && !(end instanceof SoftLineBreak)) {
      @Nullable Node next = end.getNext();
      title.appendChild(end);
      end = next;
    }
    cut(text, mark.end(), places);
    title.setSourceSpans(text.getSourceSpans());
    boolean titled = !Nodes.text(title).isBlank();
    if (end != null) {
      end.unlink();
    } else if (titled && first.getNext() == null) { // a title alone is what it says
      Nodes.move(title, first);
      titled = false;
    } else if (first.getNext() == null) {
      first.appendChild(new Text(mark.group()));
      return;
    }
    if (first.getFirstChild() == null) {
      first.unlink();
    }
    Admonition alert = new Admonition(mark.group("kind"));
    alert.setSourceSpans(quote.getSourceSpans());
    if (titled) {
      alert.appendChild(title);
    }
    Nodes.move(quote, alert);
    quote.insertAfter(alert);
    quote.unlink();
  }

  private static void cut(Text text, int length, Places places) {
    int offset = Places.offset(text);
    text.setLiteral(text.getLiteral().substring(length));
    if (offset >= 0) {
      places.mark(text, offset + length);
    }
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
