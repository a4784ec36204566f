package offprint.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.Embed;
import offprint.source.Findings;
import org.commonmark.ext.image.attributes.ImageAttributes;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes links of what Obsidian and wikis have in two brackets, {@code [[Page]]}, {@code
 * [[Page#Part|words]]}, {@code [[#Part]]}, and pictures of {@code ![[picture.png|320]]}. Of another
 * page that is embedded only its name is left.
 */
final class WikiLinks {
  // Behind a letter or a figure it is an index of something.
  private static final Pattern LINK =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\\[])(?<embeds>!)?"
              + "(?<written>\\[\\[(?<page>[^\\[\\]|#]+)?(?:#(?<part>[^\\[\\]|]+))?)"
              + "(?:\\|(?<words>[^\\[\\]]+))?\\]\\](?!\\()");

  // Other figures are those of a note or a matrix.
  private static final Pattern PAGE = Pattern.compile("\\p{L}.*|\\d{4}-\\d\\d.*");

  private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(?:png|jpe?g|gif|webp|svg)");
  private static final Pattern SIZE = Pattern.compile("(?<width>\\d+)(?:x(?<height>\\d+))?");

  private final String source;
  private final Places places;
  private final Tally embedded = new Tally();

  private WikiLinks(String source, Places places) {
    this.source = source;
    this.places = places;
  }

  /**
   * @param source what was parsed into the tree
   */
  static void make(Node tree, String source, Places places, Findings findings) {
    WikiLinks links = new WikiLinks(source, places);
    Nodes.walk(
        tree,
        node -> {
          if (node instanceof Text text && text.getLiteral().contains("[[")) {
            links.make(text);
          }
        });
    links.embedded.each(
        (name, where) ->
            findings.warning(
                "embedded-page",
                where.first(),
                "'" + name + "' is not put in here; its name stands in its place",
                "copy what is to be read into the article"));
  }

  private void make(Text text) {
    String literal = text.getLiteral();
    Matcher link = LINK.matcher(literal);
    int from = Math.max(0, Places.offset(text));
    int at = 0;
    while (link.find()) {
      int start = source.indexOf(link.group("written"), from);
      boolean escaped = start < 0 || start > 0 && source.charAt(start - 1) == '\\';
      // Who defines an address for brackets writes CommonMark (0.31.2, example 590).
      boolean defined = source.contains(link.group("written") + "]]: /");
      @Nullable Node made = escaped || defined ? null : made(link);
      if (made == null) {
        continue;
      }
      Text before = new Text(literal.substring(at, link.start()));
      places.mark(before, from);
      places.mark(made, link.group("embeds") == null ? start : start - 1);
      text.insertBefore(before);
      text.insertBefore(made);
      if (made instanceof Text name) {
        embedded.add(name.getLiteral(), places.of(name));
      }
      at = link.end();
      from = start + link.group("written").length();
    }
    if (at > 0) {
      text.setLiteral(literal.substring(at));
      places.mark(text, from);
    }
  }

  private static @Nullable Node made(Matcher link) {
    String page = stripped(link.group("page"));
    String part = stripped(link.group("part"));
    String words = stripped(link.group("words"));
    String name = page.isEmpty() ? part : part.isEmpty() ? page : page + ", " + part;
    if (link.group("embeds") != null) {
      return PICTURE.matcher(page).matches() ? picture(page, words) : new Text(name);
    }
    if (name.isEmpty() || !page.isEmpty() && !PAGE.matcher(page).matches()) {
      return null;
    }
    Link made = new Link(part.isEmpty() ? page : page + "#" + part, null);
    made.appendChild(new Text(words.isEmpty() ? name : words));
    return made;
  }

  /** Figures behind the bar are a width, or a width and a height, and anything else its words. */
  private static Node picture(String path, String words) {
    Embed picture = new Embed(path);
    Matcher size = SIZE.matcher(words);
    if (size.matches()) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("width", size.group("width"));
      if (size.group("height") != null) {
        attributes.put("height", size.group("height"));
      }
      picture.appendChild(new ImageAttributes(attributes));
    } else {
      picture.appendChild(new Text(words));
    }
    return picture;
  }

  private static String stripped(@Nullable String group) {
    return group == null ? "" : group.strip();
  }
}
