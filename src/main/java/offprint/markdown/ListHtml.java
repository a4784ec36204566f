package offprint.markdown;

import java.util.List;
import offprint.markdown.Nodes.Definition;
import offprint.markdown.Nodes.DefinitionList;
import offprint.markdown.Nodes.Term;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jsoup.nodes.Element;

/** Reads the lists of HTML: of items, and of terms with their definitions. */
final class ListHtml {
  private final HtmlSource source;
  private final HtmlPhrasing phrasing;

  ListHtml(HtmlSource source) {
    this.source = source;
    this.phrasing = new HtmlPhrasing(source);
  }

  Node list(Element element) {
    ListBlock list;
    if (element.normalName().equals("ol")) {
      OrderedList ordered = new OrderedList();
      ordered.setMarkerStartNumber(HtmlSource.number(element.attr("start"), 1, 0, 999_999_999));
      list = ordered;
    } else {
      list = new BulletList();
    }
    source.placed(list, element);
    boolean tight = true;
    for (org.jsoup.nodes.Node child : element.childNodes()) {
      boolean isItem = child instanceof Element e && e.normalName().equals("li");
      List<Node> content = HtmlFlow.blocks(source, isItem ? child.childNodes() : List.of(child));
      if (isItem || !content.isEmpty()) {
        ListItem item = source.placed(new ListItem(), child);
        content.forEach(item::appendChild);
        list.appendChild(item);
        tight &=
            child instanceof Element e
                && e.selectFirst("> p") == null
                && content.stream().filter(Paragraph.class::isInstance).count() <= 1;
      }
    }
    list.setTight(tight);
    return list;
  }

  DefinitionList definitions(Element element) {
    DefinitionList list = source.placed(new DefinitionList(), element);
    gather(element, list);
    return list;
  }

  // A div may hold a group of them (HTML, section 4.4.9). What has lost its fellow gets an empty
  // one: a list is made of both.
  private void gather(Element element, DefinitionList list) {
    for (org.jsoup.nodes.Node node : element.childNodes()) {
      String name = node instanceof Element child ? child.normalName() : "";
      if (node instanceof Element child && name.equals("div")) {
        gather(child, list);
      } else if (node instanceof Element child && name.equals("dt")) {
        list.appendChild(phrasing.filled(source.placed(new Term(), child), child));
      } else {
        definition(node, name.equals("dd"), list);
      }
    }
    if (list.getLastChild() instanceof Term) {
      list.appendChild(source.placed(new Definition(false), element));
    }
  }

  private void definition(org.jsoup.nodes.Node node, boolean isMarked, DefinitionList list) {
    boolean loose = isMarked && ((Element) node).selectFirst("> p") != null;
    Definition definition = source.placed(new Definition(loose), node);
    HtmlFlow.blocks(source, isMarked ? node.childNodes() : List.of(node))
        .forEach(definition::appendChild);
    if (!isMarked && definition.getFirstChild() == null) {
      return;
    }
    if (list.getFirstChild() == null) {
      list.appendChild(source.placed(new Term(), node));
    }
    list.appendChild(definition);
  }
}
