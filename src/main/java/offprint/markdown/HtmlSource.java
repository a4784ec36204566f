package offprint.markdown;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Findings;
import org.commonmark.node.Node;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseError;

/**
 * What the parsed HTML of a container was written as: where each element of it stands, and the
 * Markdown between its tags.
 */
final class HtmlSource {
  private static final Set<String> LEFT_OPEN =
      Set.of(
          "p",
          "li",
          "td",
          "th",
          "tr",
          "thead",
          "tbody",
          "tfoot",
          "caption",
          "colgroup",
          "dt",
          "dd",
          "option",
          "optgroup",
          "rb",
          "rt",
          "rp",
          "html",
          "head",
          "body");

  private static final Set<String> MEANT =
      Set.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "ul",
          "ol",
          "dl",
          "pre",
          "table",
          "figure");

  private static final Pattern END_TAG = Pattern.compile("EndTag token \\[</([^>\\]]*)>?\\]");

  private final HtmlText text;
  private final List<Node> markdown;
  private final Places places;
  private final DroppedTags dropped;
  private final Findings findings;

  /**
   * @param markdown the container's blocks, which the text's placeholders stand for
   */
  HtmlSource(
      HtmlText text, List<Node> markdown, Places places, DroppedTags dropped, Findings findings) {
    this.text = text;
    this.markdown = markdown;
    this.places = places;
    this.dropped = dropped;
    this.findings = findings;
  }

  /** Whether Markdown stands where this element does. */
  boolean isMarkdown(Element element) {
    return text.isPlaceholder(element.normalName());
  }

  /** The block that such an element stands for. */
  Node markdown(Element element) {
    return markdown.get(text.index(element));
  }

  void dropped(Element element) {
    dropped(offset(element), element.normalName());
  }

  void dropped(int offset, String name) {
    dropped.add(text.written(name), places.at(offset));
  }

  private int offset(org.jsoup.nodes.Node node) {
    return text.offset(Math.max(0, node.sourceRange().startPos()));
  }

  <N extends Node> N placed(N node, org.jsoup.nodes.Node where) {
    places.mark(node, offset(where));
    return node;
  }

  /** Tells of an element that is left open where it may not be. */
  void checkClosed(Element element) {
    String name = element.normalName();
    boolean left =
        element.endSourceRange().isImplicit()
            && !element.tag().isEmpty()
            && !LEFT_OPEN.contains(name);
    if (left && (HtmlPhrasing.isPhrase(element) || MEANT.contains(name))) {
      findings.warning(
          "html-stray",
          places.at(offset(element)),
          "<" + name + "> is never closed",
          "close it, or drop it");
    }
  }

  /** Tells of a closing tag that the parser found nothing for. */
  void strayClosing(ParseError error) {
    Matcher matcher = END_TAG.matcher(error.getErrorMessage());
    if (matcher.find() && !text.isPlaceholder(matcher.group(1))) {
      String tag = "</" + matcher.group(1).strip() + ">";
      int offset = text.offset(Math.max(0, error.getPosition() - tag.length()));
      findings.warning("html-stray", places.at(offset), tag + " closes nothing", "drop it");
    }
  }

  static int number(String written, int otherwise, int least, int most) {
    String digits = written.strip();
    if (!digits.matches("\\d{1,9}")) {
      return otherwise;
    }
    return Math.max(least, Math.min(most, Integer.parseInt(digits)));
  }
}
