package offprint.markdown;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Inline.Phrase;
import offprint.markdown.Nodes.HtmlAbbreviation;
import offprint.markdown.Nodes.HtmlPhrase;
import offprint.source.Findings;
import org.commonmark.ext.image.attributes.ImageAttributes;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the tags that stand among a block's inlines, and puts in their place the nodes that they
 * mean.
 */
final class InlineHtml {
  private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)");
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");

  private final Places places;
  private final DroppedTags dropped;
  private final Findings findings;

  /** Opening tags whose nodes are being filled. */
  private final Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  InlineHtml(Places places, DroppedTags dropped, Findings findings) {
    this.places = places;
    this.dropped = dropped;
    this.findings = findings;
  }

  /**
   * @param parent whose children are inlines
   */
  void weave(Node parent) {
    List<Node> children = Nodes.children(parent);
    if (children.stream().noneMatch(HtmlInline.class::isInstance)) {
      return;
    }
    Map<Node, Node> pairs = pair(children);
    Deque<Node> open = new ArrayDeque<>();
    open.push(parent);
    @Nullable Node wordlessEnd = null;
    for (Node child : children) {
      child.unlink();
      if (wordlessEnd != null) {
        wordlessEnd = child == wordlessEnd ? null : wordlessEnd;
      } else if (!(child instanceof HtmlInline html)) {
        open.element().appendChild(child);
      } else {
        Matcher tag = TAG.matcher(html.getLiteral());
        // Comments, declarations and their like vanish.
        if (tag.lookingAt()) {
          String name = tag.group(2).toLowerCase(Locale.ROOT);
          if (!tag.group(1).isEmpty()) {
            close(name, html, pairs, open);
          } else if (DroppedTags.WORDLESS.contains(name)) {
            dropped.add(tag.group(2), places.of(html));
            wordlessEnd = pairs.get(html);
          } else {
            open(tag.group(2), html, pairs.containsKey(html), open);
          }
        }
      }
    }
  }

  // Each opening tag to its closing one, and back.
  private static Map<Node, Node> pair(List<Node> children) {
    Map<Node, Node> pairs = new IdentityHashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    Deque<String> names = new ArrayDeque<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Node child : children) {
      Matcher tag = TAG.matcher(child instanceof HtmlInline html ? html.getLiteral() : "");
      if (!tag.lookingAt()) {
        continue;
      }
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (tag.group(1).isEmpty()) {
        if (!VOID.contains(name)) {
          open.push(child);
          names.push(name);
          counts.merge(name, 1, Integer::sum);
        }
      } else if (counts.getOrDefault(name, 0) > 0) {
        // Whatever opened since and did not close is left over.
        String last;
        Node opening;
        do {
          last = names.pop();
          opening = open.pop();
          counts.merge(last, -1, Integer::sum);
        } while (!last.equals(name));
        pairs.put(opening, child);
        pairs.put(child, opening);
      }
    }
    return pairs;
  }

  private void open(String written, HtmlInline html, boolean paired, Deque<Node> open) {
    String name = written.toLowerCase(Locale.ROOT);
    Element element = element(html);
    Node parent = open.element();
    switch (name) {
      case "br" -> append(parent, new HardLineBreak(), html);
      case "wbr" -> append(parent, new Text("\u200B"), html);
      case "img" -> append(parent, image(element), html);
      default -> {
        @Nullable Node node = node(element);
        if (node == null && !isSilent(element)) {
          dropped.add(written, places.of(html));
        } else if (!paired) {
          findings.warning(
              "html-stray",
              places.of(html),
              "<" + name + "> is never closed",
              "close it, or drop it");
        } else if (node != null && open.size() <= MarkdownReader.DEPTH) {
          append(parent, node, html);
          open.push(node);
          entered.add(html);
        } else if (node != null) {
          findings.warning(
              "nested-too-deep",
              places.of(html),
              "<" + name + "> stands in too many others and is not set; its words are",
              null);
        }
      }
    }
  }

  private void close(String name, HtmlInline html, Map<Node, Node> pairs, Deque<Node> open) {
    Node opening = pairs.get(html);
    if (opening == null) {
      findings.warning("html-stray", places.of(html), "</" + name + "> closes nothing", "drop it");
      return;
    }
    if (entered.remove(opening)) {
      Node closed = open.pop();
      if (closed instanceof Code code) {
        code.setLiteral(Nodes.text(code));
        Nodes.children(code).forEach(Node::unlink);
      }
    }
  }

  private void append(Node parent, Node node, HtmlInline html) {
    places.mark(node, Math.max(0, Places.offset(html)));
    parent.appendChild(node);
  }

  private static Element element(HtmlInline html) {
    Element body = Jsoup.parseBodyFragment(html.getLiteral()).body();
    Element first = body.firstElementChild();
    return first != null ? first : new Element("span");
  }

  /** The inline node that an element means; null where it means none. */
  static @Nullable Node node(Element element) {
    String name = element.normalName();
    Phrase.Kind kind = Nodes.PHRASES.get(name);
    if (kind != null) {
      return new HtmlPhrase(kind, language(element));
    }
    if (isForeign(element)) {
      return new HtmlPhrase(Phrase.Kind.SPAN, language(element));
    }
    return switch (name) {
      case "abbr" -> new HtmlAbbreviation(attribute(element, "title"));
      case "code" -> new Code("");
      case "a" ->
          element.hasAttr("href")
              ? new Link(element.attr("href"), attribute(element, "title"))
              : null;
      default -> null;
    };
  }

  /** Whether an element without a meaning of its own says what language its words are of. */
  static boolean isForeign(Element element) {
    return switch (element.normalName()) {
      case "span", "bdi", "q", "cite", "p", "div", "section", "article" ->
          language(element) != null;
      default -> false;
    };
  }

  // An anchor without an address is where a link leads, and nothing that is seen.
  static boolean isSilent(Element element) {
    return element.normalName().equals("a");
  }

  static Image image(Element element) {
    Image image = new Image(element.attr("src"), attribute(element, "title"));
    if (element.hasAttr("alt")) {
      image.appendChild(new Text(element.attr("alt")));
    }
    Map<String, String> attributes = new HashMap<>();
    for (String name : List.of("width", "height")) {
      if (element.hasAttr(name)) {
        attributes.put(name, element.attr(name));
      }
    }
    if (!attributes.isEmpty()) {
      image.appendChild(new ImageAttributes(attributes));
    }
    return image;
  }

  static @Nullable String language(Element element) {
    String language = element.attr("lang").strip();
    return language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? language : null;
  }

  private static @Nullable String attribute(Element element, String name) {
    String value = element.attr(name).strip();
    return value.isEmpty() ? null : value;
  }
}
