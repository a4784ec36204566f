package offprint.markdown;

import java.util.List;
import java.util.regex.Pattern;
import offprint.source.Findings;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Finds what asks for a list of contents within the text: {@code [TOC]} alone in its paragraph, as
 * Python-Markdown and many editors have it, GitLab's {@code [[_TOC_]]}, and Kramdown's list with
 * {@code {:toc}}. Where the list stands is the theme's affair.
 */
final class ContentsMark {
  private static final Pattern MARK = Pattern.compile("(?i)\\[toc\\]|\\[\\[toc\\]\\]");
  private static final Pattern LIST = Pattern.compile(".*\\{:[ \\t]*toc\\b[^{}]*\\}[ \\t]*");
  private static final Pattern HEADING = Pattern.compile("(?i)(?:table of )?contents:?");

  private ContentsMark() {}

  /** Takes such a mark out of the tree, and a heading that it alone stands under. */
  static boolean take(Node tree, Places places, Findings findings) {
    boolean taken = false;
    for (Node block : List.copyOf(Nodes.children(tree))) {
      if (isMark(block)) {
        findings.info(
            "contents-mark",
            places.of(block),
            "took '" + Nodes.text(block) + "' for a wish for a list of contents",
            "toc: true");
        if (block.getPrevious() instanceof Heading heading
            && HEADING.matcher(Nodes.text(heading)).matches()) {
          heading.unlink();
        }
        block.unlink();
        taken = true;
      }
    }
    return taken;
  }

  private static boolean isMark(Node block) {
    return block instanceof Paragraph && MARK.matcher(Nodes.text(block)).matches()
        || block instanceof ListBlock list
            && list.getFirstChild() == list.getLastChild()
            && LIST.matcher(Nodes.text(list)).matches();
  }
}
