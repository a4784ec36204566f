package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import offprint.markdown.Nodes.DefinitionList;
import offprint.markdown.Nodes.HtmlFigure;
import offprint.markdown.Nodes.HtmlTable;
import offprint.markdown.Nodes.NamedHeading;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the blocks that HTML's flow content means, Markdown's own among them; words between them
 * become paragraphs.
 */
final class HtmlFlow {
  private final HtmlSource source;
  private final HtmlPhrasing phrasing;
  private final List<Node> blocks = new ArrayList<>();
  private @Nullable Paragraph run;

  private HtmlFlow(HtmlSource source) {
    this.source = source;
    this.phrasing = new HtmlPhrasing(source);
  }

  /** The blocks that stand for these nodes. */
  static List<Node> blocks(HtmlSource source, List<org.jsoup.nodes.Node> nodes) {
    HtmlFlow flow = new HtmlFlow(source);
    flow.addAll(nodes);
    flow.endRun();
    return flow.blocks;
  }

  private void addAll(List<org.jsoup.nodes.Node> nodes) {
    nodes.forEach(this::add);
  }

  private void add(org.jsoup.nodes.Node node) {
    if (node instanceof TextNode words) {
      inline(source.placed(new Text(words.getWholeText()), words));
    } else if (node instanceof Element element) {
      add(element);
    }
  }

  private void add(Element element) {
    if (source.isMarkdown(element)) {
      block(source.markdown(element));
      return;
    }
    source.checkClosed(element);
    if (InlineHtml.isForeign(element) && element.isBlock()) {
      endRun();
      phrase(element);
      endRun();
      return;
    }
    switch (element.normalName()) {
      case "p" -> {
        endRun();
        addAll(element.childNodes());
        endRun();
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> block(heading(element));
      case "blockquote" -> block(quote(element));
      case "ul", "ol" -> block(new ListHtml(source).list(element));
      case "dl" -> definitions(element);
      case "pre" -> pre(element);
      case "hr" -> block(source.placed(new ThematicBreak(), element));
      case "table" -> table(element);
      case "figure" -> figure(element);
      default -> {
        if (HtmlPhrasing.isPhrase(element)) {
          phrase(element);
        } else {
          source.dropped(element);
          if (element.isBlock()) {
            endRun();
            addAll(element.childNodes());
            endRun();
          } else {
            addAll(element.childNodes());
          }
        }
      }
    }
  }

  // A phrase around blocks is a phrase in each of them.
  private void phrase(Element element) {
    if (!hasBlocks(element)) {
      phrasing.inlines(element).forEach(this::inline);
      return;
    }
    endRun();
    for (Node block : blocks(source, element.childNodes())) {
      HtmlPhrasing.wrap(block, element);
      block(block);
    }
  }

  private void pre(Element element) {
    if (hasPlaceholder(element)) {
      source.dropped(element);
      endRun();
      addAll(element.childNodes());
      endRun();
    } else {
      block(code(element));
    }
  }

  private void table(Element element) {
    @Nullable HtmlTable table = new TableHtml(source).table(element);
    if (table != null) {
      block(table);
    }
  }

  private void definitions(Element element) {
    DefinitionList list = new ListHtml(source).definitions(element);
    if (list.getFirstChild() != null) {
      block(list);
    }
  }

  private void figure(Element element) {
    @Nullable Element caption = element.selectFirst("> figcaption");
    List<org.jsoup.nodes.Node> others =
        element.childNodes().stream().filter(child -> child != caption).toList();
    List<Node> content = blocks(source, others);
    Paragraph words = new Paragraph();
    if (caption != null) {
      source.placed(words, caption);
      phrasing.inlines(caption).forEach(words::appendChild);
      HtmlBlanks.collapse(words);
    }
    @Nullable Node picture = content.size() == 1 ? onlyPicture(content.getFirst()) : null;
    if (picture != null) {
      HtmlFigure figure = source.placed(new HtmlFigure(), element);
      figure.appendChild(picture);
      Nodes.move(words, figure);
      block(figure);
    } else {
      content.forEach(this::block);
      if (words.getFirstChild() != null) {
        block(words);
      }
    }
  }

  private void inline(Node node) {
    if (run == null) {
      if (node instanceof Text words && words.getLiteral().isBlank()) {
        return;
      }
      run = new Paragraph();
      run.setSourceSpans(node.getSourceSpans());
    }
    run.appendChild(node);
  }

  private void block(Node block) {
    endRun();
    blocks.add(block);
  }

  private void endRun() {
    if (run != null) {
      HtmlBlanks.collapse(run);
      if (run.getFirstChild() != null) {
        blocks.add(run);
      }
      run = null;
    }
  }

  private Node quote(Element element) {
    BlockQuote quote = source.placed(new BlockQuote(), element);
    blocks(source, element.childNodes()).forEach(quote::appendChild);
    return quote;
  }

  private Node heading(Element element) {
    String id = element.hasAttr("id") ? element.attr("id").strip() : "";
    NamedHeading heading =
        source.placed(
            new NamedHeading(element.normalName().charAt(1) - '0', id.isEmpty() ? null : id),
            element);
    return phrasing.filled(heading, element);
  }

  private Node code(Element element) {
    FencedCodeBlock block = source.placed(new FencedCodeBlock(), element);
    String words = element.wholeText();
    block.setLiteral(words.isEmpty() || words.endsWith("\n") ? words : words + "\n");
    @Nullable Element code = element.selectFirst("code[class]");
    if (code != null) {
      code.classNames().stream()
          .filter(name -> name.startsWith("language-"))
          .findFirst()
          .ifPresent(name -> block.setInfo(name.substring("language-".length())));
    }
    return block;
  }

  private boolean hasBlocks(Element element) {
    return element.stream().anyMatch(e -> e != element && (source.isMarkdown(e) || e.isBlock()));
  }

  private boolean hasPlaceholder(Element element) {
    return element.stream().anyMatch(source::isMarkdown);
  }

  private static @Nullable Node onlyPicture(Node block) {
    Node only = block instanceof Paragraph ? block.getFirstChild() : null;
    return only != null && only.getNext() == null && isPicture(only) ? only : null;
  }

  private static boolean isPicture(Node node) {
    return node instanceof Image
        || node instanceof Link
            && node.getFirstChild() instanceof Image image
            && image.getNext() == null;
  }
}
