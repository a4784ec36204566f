package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import offprint.document.CanonicalHtml;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.parser.Parser;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the reader to the examples of CommonMark 0.31.2. */
class CommonMarkExamplesTest {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  // Addresses that the specification leaves as text, and issue 2 links: "autolinks".
  private static final Set<Integer> LINKED = Set.of(602, 606, 608, 611, 612);

  // With a processing instruction, or CDATA, that an HTML parser ends at its first '>', so that the
  // words of the specification's own HTML cannot be had from it.
  private static final Set<Integer> INSTRUCTION = Set.of(180, 629);

  @TempDir Path folder;

  private final List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());

  @Test
  void theSpecificationIsTheOneWePromise() {
    assertThat(TestResources.readAsString(TestResources.getSpec())).contains("version: '0.31.2'");
    assertThat(examples).hasSize(652);
  }

  @Test
  void everyExampleWithoutRawHtmlHasTheStructureThatTheSpecificationSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int number : numbers()) {
      if (!hasRawHtml(number) && !LINKED.contains(number)) {
        compared++;
        compare(number, expected(number), CanonicalTree.of(ours(number)), wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(575);
  }

  @Test
  void everyExampleHasTheWordsThatTheSpecificationSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    for (int number : numbers()) {
      if (!INSTRUCTION.contains(number)) {
        compared++;
        compare(number, words(html(number)), words(ours(number)), wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isEqualTo(650);
  }

  private int[] numbers() {
    return IntStream.rangeClosed(1, examples.size()).toArray();
  }

  private void compare(int number, String expected, String ours, List<String> wrong) {
    if (!expected.equals(ours)) {
      wrong.add("example %d:%n%s%nnot%n%s%n".formatted(number, expected, ours));
    }
  }

  private Example example(int number) {
    return examples.get(number - 1);
  }

  private boolean hasRawHtml(int number) {
    List<org.commonmark.node.Node> found = new ArrayList<>();
    Nodes.walk(
        Parser.builder().build().parse(source(number)),
        node -> {
          if (node instanceof HtmlBlock || node instanceof HtmlInline) {
            found.add(node);
          }
        });
    return !found.isEmpty();
  }

  // The specification shows a tab as an arrow. Pictures are read from the article's folder, so an
  // example's picture at the root is moved there.
  private String source(int number) {
    return moved(number, example(number).getSource().replace('→', '\t'));
  }

  private String html(int number) {
    return moved(number, example(number).getHtml().replace('→', '\t'));
  }

  private String moved(int number, String text) {
    String moved = text;
    for (Element picture : Jsoup.parseBodyFragment(example(number).getHtml()).select("img")) {
      String address = picture.attr("src");
      if (address.startsWith("/")) {
        moved = moved.replace(address, address.substring(1));
      }
    }
    return moved;
  }

  private String ours(int number) throws IOException {
    for (Element picture : Jsoup.parseBodyFragment(html(number)).select("img")) {
      Path file = folder.resolve(picture.attr("src"));
      Files.createDirectories(file.getParent());
      Files.write(file, PICTURE);
    }
    MarkdownReader.Body body =
        new MarkdownReader(Settings.NONE, new Findings())
            .body(new Source("example.md", folder, source(number)));
    return CanonicalHtml.of(body.blocks(), body.links());
  }

  // A link without an address keeps its words alone, and a picture by itself with a title is a
  // figure: both as issue 2 has it.
  private String expected(int number) {
    Element body = Jsoup.parseBodyFragment(html(number)).body();
    for (Element link : body.select("a[href]")) {
      if (link.attr("href").isEmpty() || link.attr("href").startsWith("#")) {
        link.unwrap();
      }
    }
    for (Element paragraph : body.select("p")) {
      Element picture = paragraph.firstElementChild();
      if (paragraph.childNodeSize() == 1 && picture != null && picture.hasAttr("title")) {
        if (picture.normalName().equals("img")) {
          paragraph.tagName("figure").appendElement("figcaption").text(picture.attr("title"));
        }
      }
    }
    return CanonicalTree.of(body);
  }

  // The words of pictures too, blanks aside: where a tag is lost, a line's end may be.
  private static String words(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.select("script, style, figcaption").remove();
    body.select("img").forEach(img -> img.replaceWith(new TextNode(img.attr("alt"))));
    return body.wholeText().replaceAll("[ \\t\\n]+", "");
  }

  /** HTML as text, with what a browser does not show brought to one form. */
  private static final class CanonicalTree {
    private static final Set<String> INLINE = Set.of("a", "em", "strong", "code", "img");

    static String of(String html) {
      return of(Jsoup.parseBodyFragment(html).body());
    }

    static String of(Element body) {
      StringBuilder text = new StringBuilder();
      append(body, text, false);
      return text.toString();
    }

    private static void append(Element parent, StringBuilder to, boolean inPre) {
      for (Node child : parent.childNodes()) {
        if (child instanceof TextNode words) {
          to.append(inPre ? words.getWholeText() : collapsed(words, parent));
        } else if (child instanceof Element element) {
          to.append('<').append(element.normalName());
          element
              .attributes()
              .forEach(a -> to.append(' ').append(a.getKey()).append('=').append(value(a)));
          to.append('>');
          append(element, to, inPre || element.normalName().equals("pre"));
          to.append("</").append(element.normalName()).append('>');
        }
      }
    }

    // An address is the author's own in the model; the specification's HTML writes it in ASCII.
    private static String value(org.jsoup.nodes.Attribute attribute) {
      boolean address = attribute.getKey().equals("href") || attribute.getKey().equals("src");
      return address && attribute.getValue().indexOf('%') >= 0
          ? decoded(attribute.getValue())
          : attribute.getValue();
    }

    private static String decoded(String address) {
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String collapsed(TextNode words, Element parent) {
      String text = words.getWholeText().replaceAll("[ \\t\\n]+", " ");
      if (isEdge(words.previousSibling(), parent)) {
        text = text.replaceAll("^ ", "");
      }
      return isEdge(words.nextSibling(), parent) ? text.replaceAll(" $", "") : text;
    }

    private static boolean isEdge(@Nullable Node sibling, Element parent) {
      return sibling == null
          ? !INLINE.contains(parent.normalName())
          : sibling instanceof Element element && !INLINE.contains(element.normalName());
    }
  }
}
