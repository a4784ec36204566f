package offprint.markdown;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.source.Findings;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * What a site's generator would have put something else in place of: mdBook's includes, Hugo's and
 * Zola's shortcodes, Liquid's tags. Offprint runs no generator: they are printed as code, as they
 * are written, and told of, each kind once.
 */
final class TemplateTags implements Parser.ParserExtension {
  // As far as one may reach; it may run over lines.
  private static final int REACH = 300;

  private static final String MDBOOK =
      "\\{\\{\\s*#(?<mdbook>include|rustdoc_include|shiftinclude|playground|title)\\s[^{}]*\\}\\}";

  // In code only mdBook looks; elsewhere it is what the code is about.
  private static final Pattern INCLUDE = Pattern.compile("(?<!\\\\)" + MDBOOK);
  private static final Pattern TAG =
      Pattern.compile(
          MDBOOK
              + "|\\{\\{(?<hugo>[<%])(?!/\\*)\\s*(?<name>/?[\\w./-]+).*?[>%]\\}\\}"
              + "|\\{%-?\\s*(?<liquid>\\w+).*?%\\}"
              + "|\\{\\{-?\\s*(?<value>[\\w.-]+|'[^'{}]*'|\"[^\"{}]*\")(?:\\([^{}]*\\))?"
              + "(?:\\s*\\|[^{}]*)?\\s*-?\\}\\}",
          Pattern.DOTALL);

  /** One among words. */
  static final class TemplateTag extends Code {
    TemplateTag(String written) {
      super(written);
    }
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customInlineContentParserFactory(
        new InlineContentParserFactory() {
          @Override
          public Set<Character> getTriggerCharacters() {
            return Set.of('{');
          }

          @Override
          public InlineContentParser create() {
            return TemplateTags::inline;
          }
        });
    builder.linkProcessor((link, scanner, context) -> link(link, scanner));
  }

  private static ParsedInline inline(InlineParserState state) {
    String written = take(state.scanner());
    return written == null
        ? ParsedInline.none()
        : ParsedInline.of(new TemplateTag(written), state.scanner().position());
  }

  // [words]({{< ref "page.md" >}}) is a link whose address nobody knows here.
  private static LinkResult link(LinkInfo link, Scanner scanner) {
    if (link.marker() != null || link.destination() != null || !scanner.next('(')) {
      return LinkResult.none();
    }
    Position start = scanner.position();
    if (take(scanner) == null || scanner.find(')') < 0) {
      return LinkResult.none();
    }
    String address = scanner.getSource(start, scanner.position()).getContent();
    scanner.next();
    return LinkResult.wrapTextIn(new Link(address, null), scanner.position());
  }

  /**
   * The tag that the scanner stands before, and the scanner behind it; null where there is none.
   */
  private static @Nullable String take(Scanner scanner) {
    Position start = scanner.position();
    for (int i = 0; i < REACH && scanner.hasNext(); i++) {
      scanner.next();
    }
    String ahead = scanner.getSource(start, scanner.position()).getContent();
    scanner.setPosition(start);
    Matcher tag = TAG.matcher(ahead);
    if (!tag.lookingAt()) {
      return null;
    }
    for (int i = 0; i < tag.end(); i++) {
      scanner.next();
    }
    return tag.group();
  }

  /** Whether an address is one that a generator would have written. */
  static boolean isIn(String address) {
    return TAG.matcher(address).find();
  }

  /** Tells of those in a tree. */
  static void tell(Node tree, Places places, Findings findings) {
    Tally tally = new Tally();
    Nodes.walk(
        tree,
        node -> {
          Matcher tag =
              switch (node) {
                case TemplateTag inline -> TAG.matcher(inline.getLiteral());
                case Link link -> TAG.matcher(link.getDestination());
                case Image image -> TAG.matcher(image.getDestination());
                case FencedCodeBlock code -> INCLUDE.matcher(code.getLiteral());
                default -> TAG.matcher("");
              };
          if (tag.find()) {
            tally.add(kind(tag), places.of(node));
          }
        });
    tally.each(
        (kind, where) ->
            findings.warning(
                "template-tag",
                where.first(),
                kind
                    + " is for a generator of sites; nothing is put in its place here"
                    + Tally.times(where),
                kind.startsWith("mdBook")
                    ? "put in its place what it stands for; mdBook itself writes the whole text"
                        + " with [output.markdown]"
                    : "put in its place what it stands for, in Markdown or HTML"));
  }

  private static String kind(Matcher tag) {
    if (tag.group("mdbook") != null) {
      return "mdBook's {{#" + tag.group("mdbook") + "}}";
    }
    if (tag.group("hugo") != null) {
      String close = tag.group("hugo").replace('<', '>');
      return "the shortcode {{" + tag.group("hugo") + " " + tag.group("name") + " " + close + "}}";
    }
    return tag.group("liquid") != null
        ? "Liquid's {% " + tag.group("liquid") + " %}"
        : "the variable {{ " + tag.group("value") + " }}";
  }
}
