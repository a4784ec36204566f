package offprint.markdown;

import offprint.source.Findings;
import org.commonmark.node.Block;
import org.commonmark.node.Node;

/**
 * Turns raw HTML into nodes, so that whoever comes after sees one tree: what means something in the
 * document becomes that; comments vanish; anything else loses its tags and keeps its words.
 */
final class Html {
  private final BlockHtml blocks;
  private final InlineHtml inlines;

  private Html(Places places, DroppedTags dropped, Findings findings) {
    blocks = new BlockHtml(places, dropped, findings);
    inlines = new InlineHtml(places, dropped, findings);
  }

  static void weave(Node document, Places places, Findings findings) {
    DroppedTags dropped = new DroppedTags();
    new Html(places, dropped, findings).weave(document);
    dropped.tell(findings);
  }

  private void weave(Node parent) {
    for (Node child : Nodes.children(parent)) {
      weave(child);
    }
    // The last one tells: an item of a list may begin with its mark as a task.
    Node last = parent.getLastChild();
    if (last instanceof Block) {
      blocks.weave(parent);
    } else if (last != null) {
      inlines.weave(parent);
    }
  }
}
