package offprint.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.image.attributes.ImageAttributes;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Takes away what says on a screen how something looks: Kramdown's {@code {: .note}} and
 * Python-Markdown's {@code { .annotate }}, in a line of their own or close behind a link, a
 * picture, code or emphasis. Of them a picture's width and height are kept; those of headings are
 * {@link HeadingAttributes}'.
 */
final class AttributeLists {
  private static final String ATTRIBUTE =
      "(?:[#.][\\p{L}_][\\p{L}\\p{N}_:.-]*"
          + "|[\\p{L}_][\\p{L}\\p{N}_:.-]*=(?:[\"“][^\"”]*[\"”]|'[^']*'|[^\\s{}\"'#]+))";
  private static final String LIST =
      "\\{:?[ \\t]*" + ATTRIBUTE + "(?:[ \\t]+" + ATTRIBUTE + ")*[ \\t]*\\}";

  private static final Pattern BEHIND = Pattern.compile("^" + LIST);

  /** Without a colon an id alone is none. */
  private static final Pattern LINE = Pattern.compile("(?=\\{:|\\{[^}]*[.=])" + LIST + "[ \\t]*");

  private static final Pattern EXTENT =
      Pattern.compile("(?<=[\\s:{])(width|height)=[\"']?([^\\s\"'}]+)");

  private AttributeLists() {}

  static void take(Node tree, Places places) {
    Nodes.walk(
        tree,
        node -> {
          if (node instanceof Text text && isAttributed(text.getPrevious())) {
            takeBehind(text, text.getPrevious(), places);
          } else if (node instanceof Paragraph paragraph) {
            takeLines(paragraph);
          } else if (node instanceof TableBlock table) {
            takeLastRow(table);
          }
        });
  }

  private static boolean isAttributed(Node node) {
    return node instanceof Link
        || node instanceof Image
        || node instanceof Code
        || node instanceof Emphasis
        || node instanceof StrongEmphasis;
  }

  private static void takeBehind(Text text, Node attributed, Places places) {
    Matcher list = BEHIND.matcher(text.getLiteral());
    if (!list.find()) {
      return;
    }
    int offset = Places.offset(text);
    text.setLiteral(text.getLiteral().substring(list.end()));
    if (offset >= 0) {
      places.mark(text, offset + list.end());
    }
    Map<String, String> extents = new LinkedHashMap<>();
    Matcher extent = EXTENT.matcher(list.group());
    while (extent.find()) {
      extents.put(extent.group(1), extent.group(2));
    }
    if (attributed instanceof Image && !extents.isEmpty()) {
      attributed.appendChild(new ImageAttributes(extents));
    }
  }

  private static void takeLines(Paragraph paragraph) {
    for (Node child : Nodes.children(paragraph)) {
      boolean line =
          child instanceof Text text
              && LINE.matcher(text.getLiteral()).matches()
              && isLinesEnd(child.getPrevious())
              && isLinesEnd(child.getNext());
      if (line) {
        Node end = child.getPrevious() != null ? child.getPrevious() : child.getNext();
        if (end != null) {
          end.unlink();
        }
        child.unlink();
      }
    }
    if (paragraph.getFirstChild() == null) {
      paragraph.unlink();
    }
  }

  private static boolean isLinesEnd(Node node) {
    return node == null || node instanceof SoftLineBreak;
  }

  // Close below a table, it was read as a row of it.
  private static void takeLastRow(TableBlock table) {
    Node section = table.getLastChild();
    if (section == table.getFirstChild() || !(section.getLastChild() instanceof TableRow row)) {
      return;
    }
    List<Node> cells = Nodes.children(row);
    boolean others = cells.stream().skip(1).anyMatch(cell -> cell.getFirstChild() != null);
    if (!others && LINE.matcher(Nodes.text(row)).matches()) {
      row.unlink();
      if (section.getFirstChild() == null) {
        section.unlink();
      }
    }
  }
}
