package offprint.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Reads a line of the front matter as Markdown: code and emphasis, as in a heading. */
final class InlineMarkup {
  private InlineMarkup() {}

  /**
   * A paragraph with the line's inlines, which have no place of their own. Where anything else is
   * in it than code and emphasis, such as a link or HTML, it is a text as it was written.
   */
  static Node read(String line) {
    Node read =
        Parser.builder()
            .enabledBlockTypes(Set.of())
            .extensions(List.of(StrikethroughExtension.create()))
            .build()
            .parse(line)
            .getFirstChild();
    boolean plain =
        read instanceof Paragraph
            && read.getNext() == null
            && Words.below(read).stream().allMatch(InlineMarkup::isPlain);
    if (plain) {
      return read;
    }
    Node written = new Paragraph();
    written.appendChild(new Text(line));
    return written;
  }

  private static boolean isPlain(Node node) {
    return switch (node) {
      case Text text -> true;
      case Code code -> true;
      case Emphasis emphasis -> true;
      case StrongEmphasis strong -> true;
      case SoftLineBreak line -> true;
      case CustomNode strikethrough -> true;
      default -> false;
    };
  }
}
