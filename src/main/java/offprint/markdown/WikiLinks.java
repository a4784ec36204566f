package offprint.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Makes links of what Obsidian and wikis have in two brackets: {@code [[Page]]}, {@code
 * [[Page#Part|words]]}, {@code [[#Part]]}. What is embedded, {@code ![[Page]]}, stays as it is.
 */
final class WikiLinks {
  // Behind a letter or a figure it is an index of something.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}!\\[])\\[\\[(?<page>\\p{L}[^\\[\\]|#]*)?(?:#(?<part>[^\\[\\]|]+))?"
              + "(?:\\|(?<words>[^\\[\\]]+))?\\]\\](?!\\(|: */)");

  private WikiLinks() {}

  static void make(Node tree, Places places) {
    Nodes.walk(
        tree,
        node -> {
          if (node instanceof Text text && text.getLiteral().contains("[[")) {
            make(text, places);
          }
        });
  }

  private static void make(Text text, Places places) {
    String literal = text.getLiteral();
    int offset = Places.offset(text);
    Matcher link = LINK.matcher(literal);
    int at = 0;
    while (link.find()) {
      String page = link.group("page") == null ? "" : link.group("page").strip();
      String part = link.group("part") == null ? "" : link.group("part").strip();
      if (page.isEmpty() && part.isEmpty()) {
        continue;
      }
      String words = link.group("words");
      if (words == null) {
        words = page.isEmpty() ? part : part.isEmpty() ? page : page + ", " + part;
      }
      Link made = new Link(page + (part.isEmpty() ? "" : "#" + part), null);
      made.appendChild(new Text(words.strip()));
      for (Node before : List.of(new Text(literal.substring(at, link.start())), made)) {
        places.mark(before, Math.max(0, offset) + (before == made ? link.start() : at));
        text.insertBefore(before);
      }
      at = link.end();
    }
    if (at > 0) {
      text.setLiteral(literal.substring(at));
      places.mark(text, Math.max(0, offset) + at);
    }
  }
}
