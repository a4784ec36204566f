package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads HTML's phrasing content: what stands within a line of a block. */
final class HtmlPhrasing {
  private final HtmlSource source;

  HtmlPhrasing(HtmlSource source) {
    this.source = source;
  }

  /** Whether an element is part of a line by what it means. */
  static boolean isPhrase(Element element) {
    return switch (element.normalName()) {
      case "br", "wbr", "img", "a", "abbr", "code" -> true;
      default ->
          Nodes.PHRASES.containsKey(element.normalName())
              || InlineHtml.isForeign(element) && !element.isBlock();
    };
  }

  /** Makes a phrase around blocks a phrase in each of them. */
  static void wrap(Node block, Element element) {
    if (block instanceof Paragraph || block instanceof Heading) {
      @Nullable Node phrase = InlineHtml.node(element);
      if (phrase != null && !(phrase instanceof Code)) {
        phrase.setSourceSpans(block.getSourceSpans());
        Nodes.move(block, phrase);
        block.appendChild(phrase);
      }
    } else {
      Nodes.children(block).forEach(child -> wrap(child, element));
    }
  }

  /** An element and what is in it as inlines, whatever is in it. */
  List<Node> inlines(Element element) {
    List<Node> content = new ArrayList<>();
    switch (element.normalName()) {
      case "br" -> content.add(source.placed(new HardLineBreak(), element));
      case "wbr" -> content.add(source.placed(new Text("\u200B"), element));
      case "img" -> content.add(source.placed(InlineHtml.image(element), element));
      case "code" ->
          content.add(source.placed(new Code(HtmlBlanks.collapsed(element.wholeText())), element));
      default -> {
        @Nullable Node node = InlineHtml.node(element);
        List<Node> inner = new ArrayList<>();
        for (org.jsoup.nodes.Node child : element.childNodes()) {
          inner.addAll(inline(child));
        }
        if (node == null) {
          return inner;
        }
        source.placed(node, element);
        inner.forEach(node::appendChild);
        content.add(node);
      }
    }
    return content;
  }

  /** Puts what is in an element into a block that is made of lines. */
  <N extends Node> N filled(N block, Element element) {
    element.childNodes().forEach(child -> inline(child).forEach(block::appendChild));
    HtmlBlanks.collapse(block);
    return block;
  }

  private List<Node> inline(org.jsoup.nodes.Node child) {
    if (child instanceof TextNode words) {
      return List.of(source.placed(new Text(words.getWholeText()), words));
    }
    if (!(child instanceof Element element)) {
      return List.of();
    }
    if (source.isMarkdown(element)) {
      return flattened(source.markdown(element));
    }
    if (isPhrase(element)) {
      source.checkClosed(element);
    } else if (!element.normalName().equals("p")) {
      source.dropped(element);
    }
    List<Node> content = new ArrayList<>(inlines(element));
    if (element.isBlock()) {
      content.addFirst(source.placed(new Text(" "), element));
      content.addLast(source.placed(new Text(" "), element));
    }
    return content;
  }

  // Markdown's blocks where there is only room for a line.
  private static List<Node> flattened(Node block) {
    List<Node> content = new ArrayList<>();
    if (block instanceof FencedCodeBlock code) {
      content.add(new Code(HtmlBlanks.collapsed(code.getLiteral())));
    } else if (block instanceof IndentedCodeBlock code) {
      content.add(new Code(HtmlBlanks.collapsed(code.getLiteral())));
    } else {
      for (Node child : Nodes.children(block)) {
        if (child instanceof Block) {
          content.addAll(flattened(child));
        } else {
          content.add(child);
        }
      }
    }
    content.addLast(new Text(" "));
    return content;
  }
}
