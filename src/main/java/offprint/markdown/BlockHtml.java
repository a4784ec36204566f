package offprint.markdown;

import java.util.List;
import offprint.source.Findings;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads the HTML that stands among a container's blocks, together with the Markdown between its
 * tags, and puts in its place the nodes that it means.
 */
final class BlockHtml {
  /** Deeper elements lose their tags; what is read recursively must end. */
  private static final int DEPTH = 100;

  private final Places places;
  private final DroppedTags dropped;
  private final Findings findings;

  BlockHtml(Places places, DroppedTags dropped, Findings findings) {
    this.places = places;
    this.dropped = dropped;
    this.findings = findings;
  }

  /**
   * @param container whose children are blocks
   */
  void weave(Node container) {
    List<Node> markdown = Nodes.children(container);
    if (markdown.stream().noneMatch(HtmlBlock.class::isInstance)) {
      return;
    }
    HtmlText text = HtmlText.of(markdown);
    HtmlSource source = new HtmlSource(text, markdown, places, dropped, findings);
    text.wordless().forEach(source::dropped);
    Parser parser = Parser.htmlParser().setTrackPosition(true).setTrackErrors(1000);
    parser.setMaxDepth(DEPTH);
    List<org.jsoup.nodes.Node> parsed =
        parser.parseFragmentInput(text.html(), new Element("body"), "");
    parser.getErrors().forEach(source::strayClosing);
    markdown.forEach(Node::unlink);
    HtmlFlow.blocks(source, parsed).forEach(container::appendChild);
  }
}
