package offprint.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.NamedHeading;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Takes the attributes behind headings away, and of them the id: Pandoc's {@code ## Reefs {#reefs
 * .wide}}, behind closing hashes as well, Kramdown's {@code ## Reefs {: #reefs}}, and its {@code {:
 * #reefs}} on the next line. Classes and keys say nothing here.
 */
final class HeadingAttributes {
  private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_:.-]*";
  private static final String ATTRIBUTE =
      "(?:#[^\\s{}#\"']+|\\." + NAME + "|-|" + NAME + "=(?:\"[^\"]*\"|'[^']*'|[^\\s{}\"'#]+))";

  /** Those of one list, and the brace behind them at a line's end. */
  private static final String ATTRIBUTES =
      "[ \\t]*(?<attributes>" + ATTRIBUTE + "(?:[ \\t]+" + ATTRIBUTE + ")*)[ \\t]*\\}[ \\t]*$";

  /** Without a blank before it only an id is one: else it may be an attribute of a link. */
  private static final Pattern BEHIND =
      Pattern.compile("(?:(?:[ \\t]+#+)?[ \\t]+\\{:?|\\{:?(?=[ \\t]*#))" + ATTRIBUTES);

  private static final Pattern BELOW = Pattern.compile("^\\{:" + ATTRIBUTES);
  private static final Pattern ID = Pattern.compile("(?<=^|[ \\t])#(\\S+)");

  private HeadingAttributes() {}

  static void take(Node tree) {
    Nodes.walk(
        tree,
        node -> {
          if (node instanceof Heading heading && !(heading instanceof NamedHeading)) {
            String attributes = behind(heading);
            attributes = attributes == null ? below(heading) : attributes;
            Matcher id = ID.matcher(attributes == null ? "" : attributes);
            if (id.find()) {
              name(heading, id.group(1));
            }
          }
        });
  }

  private static @Nullable String behind(Heading heading) {
    if (!(heading.getLastChild() instanceof Text last)) {
      return null;
    }
    Matcher behind = BEHIND.matcher(last.getLiteral());
    if (!behind.find()) {
      return null;
    }
    String rest = last.getLiteral().substring(0, behind.start());
    if (rest.isEmpty() && heading.getFirstChild() == last) {
      // Words there must be; these are all there are.
      return null;
    }
    last.setLiteral(rest);
    if (rest.isEmpty()) {
      last.unlink();
    }
    return behind.group("attributes");
  }

  private static @Nullable String below(Heading heading) {
    if (!(heading.getNext() instanceof Paragraph paragraph)
        || !(paragraph.getFirstChild() instanceof Text first)
        || !(first.getNext() == null || first.getNext() instanceof SoftLineBreak)
        || line(paragraph.getSourceSpans(), 0) != line(heading.getSourceSpans(), -1) + 1) {
      return null;
    }
    Matcher below = BELOW.matcher(first.getLiteral());
    if (!below.find()) {
      return null;
    }
    if (first.getNext() == null) {
      paragraph.unlink();
    } else {
      first.getNext().unlink();
      first.unlink();
    }
    return below.group("attributes");
  }

  /** The line of the first span, or of the last. */
  private static int line(List<SourceSpan> spans, int at) {
    return spans.isEmpty() ? -1 : (at < 0 ? spans.getLast() : spans.getFirst()).getLineIndex();
  }

  private static void name(Heading heading, String id) {
    NamedHeading named = new NamedHeading(heading.getLevel(), id);
    named.setSourceSpans(heading.getSourceSpans());
    Nodes.move(heading, named);
    heading.insertAfter(named);
    heading.unlink();
  }
}
