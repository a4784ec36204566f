package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import offprint.archive.Enclosures;
import offprint.composition.Typesetter;
import offprint.document.CanonicalHtml;
import offprint.document.Described;
import offprint.document.Document;
import offprint.document.Metadata;
import offprint.document.PageList;
import offprint.document.Settings;
import offprint.epub.EpubWriter;
import offprint.epub.Epubcheck;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Structure;
import offprint.pdf.PdfWriter;
import offprint.pdf.Verapdf;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Theme;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds both editions to the examples of CommonMark 0.31.2, by way of the document that {@link
 * CommonMarkExamplesTest} holds to them.
 */
class CommonMarkEditionsTest {
  /**
   * Their addresses are no valid URL (epubcheck's RSC-020) or of a scheme that is nowhere
   * registered (HTM-025): an EPUB cannot link to them and be passed. The words stay, and the
   * address is in the list.
   */
  private static final Set<Integer> NOT_TO_BE_LINKED = Set.of(346, 598, 599, 600, 601);

  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  // The examples' links are relative, and lead somewhere only where it is known from where.
  private static final Settings SETTINGS =
      Settings.builder().baseUrl("https://example.org/spec/").build();

  @TempDir Path folder;

  private final List<Example> examples = ExampleReader.readExamples(TestResources.getSpec());
  private final Theme theme = Objects.requireNonNull(Theme.load("classic", null, new Findings()));

  @BeforeEach
  void writePictures() throws IOException {
    for (Example example : examples) {
      for (Element picture : Jsoup.parseBodyFragment(example.getHtml()).select("img")) {
        Path file = folder.resolve(picture.attr("src").replaceFirst("^/", ""));
        Files.createDirectories(file.getParent());
        Files.write(file, PICTURE);
      }
    }
  }

  @Test
  void theEpubHasTheElementsAndWordsOfEveryExample() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (int number = 1; number <= examples.size(); number++) {
      Document document = document(number);
      if (document.body().isEmpty()) {
        continue;
      }
      byte[] epub = epub(document);
      String expected =
          skeleton(
              Jsoup.parseBodyFragment(CanonicalHtml.of(document.body(), document.links())).body(),
              1);
      // A picture that is all of its paragraph, linked or not, is a figure in both editions.
      expected =
          expected.replaceAll("<p>(<img></img>|<a><img></img></a>)</p>", "<figure>$1</figure>");
      String actual = skeleton(article(epub), 0);
      if (NOT_TO_BE_LINKED.contains(number)) {
        expected = expected.replaceAll("</?a>", "");
      }
      if (!expected.equals(actual)) {
        wrong.add("example %d:%n%s%nnot%n%s%n".formatted(number, expected, actual));
      }
      assertThat(Epubcheck.messages(epub(article(number)))).as("example " + number).isEmpty();
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePagesHaveTheWordsOfEveryExample() throws IOException {
    List<String> wrong = new ArrayList<>();
    FontBook fonts = FontBook.bundled();
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      for (int number = 1; number <= examples.size(); number++) {
        Document document = document(number);
        Pages pages = new Typesetter(theme, fonts, shaper, new Findings()).set(document);
        Element body =
            Jsoup.parseBodyFragment(CanonicalHtml.of(document.body(), document.links())).body();
        body.select("figcaption").forEach(caption -> caption.appendText(" "));
        String expected = letters(body.wholeText());
        String actual = letters(words(pages));
        if (!actual.contains(expected)) {
          wrong.add("example %d:%n%s%nnot in%n%s%n".formatted(number, expected, actual));
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        Document article = article(number);
        Pages set = new Typesetter(theme, fonts, shaper, new Findings()).set(article);
        new PdfWriter(new Findings(), null)
            .write(set, article, Enclosures.of(article.source()), pdf);
        assertThat(Verapdf.complaints(pdf.toByteArray())).as("example " + number).isEmpty();
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** An example alone, with nothing taken for a title or a byline. */
  private Document document(int number) {
    Source source = new Source("example.md", folder, text(number));
    MarkdownReader.Body body = new MarkdownReader(SETTINGS, new Findings()).body(source);
    Metadata metadata = Described.as("Example");
    return new Document(
        metadata,
        List.of(),
        body.blocks(),
        List.of(),
        body.notes(),
        body.links(),
        SETTINGS,
        source);
  }

  /** An example as an article, the way a user's goes. */
  private Document article(int number) {
    String article = "---\ntitle: An example\n---\n" + text(number);
    return new MarkdownReader(SETTINGS, new Findings())
        .read(new Source("example.md", folder, article));
  }

  // The specification shows a tab as an arrow; its pictures at the root are in the folder here.
  private String text(int number) {
    return examples.get(number - 1).getSource().replace('→', '\t').replace("](/", "](");
  }

  private byte[] epub(Document document) throws IOException {
    ByteArrayOutputStream epub = new ByteArrayOutputStream();
    new EpubWriter(new Findings(), "0")
        .write(document, theme, null, PageList.NONE, Enclosures.of(document.source()), epub);
    return epub.toByteArray();
  }

  /** The article's own part of the text: without masthead and link list. */
  private static Element article(byte[] epub) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".xhtml") && !entry.getName().endsWith("nav.xhtml")) {
          text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    Element body =
        Objects.requireNonNull(
            Jsoup.parse(text.toString(), "", Parser.xmlParser()).selectFirst("body"));
    body.select("header.masthead, section.links, section.footnotes").remove();
    return body;
  }

  /**
   * Elements and words in order, without blanks and without what only holds others together; a
   * heading is one level deeper in the EPUB, where the title is the one h1.
   */
  private static String skeleton(Element parent, int deeper) {
    StringBuilder text = new StringBuilder();
    append(parent, deeper, text);
    return text.toString();
  }

  private static void append(Element parent, int deeper, StringBuilder to) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode words) {
        to.append(words.getWholeText().replaceAll("\\s+", ""));
      } else if (child instanceof Element element) {
        String name = element.normalName();
        boolean shown = !List.of("section", "span", "body", "div").contains(name);
        if (name.matches("h[1-6]")) {
          name = "h" + Math.min(6, name.charAt(1) - '0' + deeper);
        }
        if (shown) {
          to.append('<').append(name).append('>');
        }
        append(element, deeper, to);
        if (shown) {
          to.append("</").append(name).append('>');
        }
      }
    }
  }

  /** The words of the pages in the order of the structure. */
  private static String words(Pages pages) {
    Map<Structure, StringBuilder> painted = new IdentityHashMap<>();
    for (Page page : pages.pages()) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text && text.owner() instanceof Structure.Content content) {
          String actual = text.actual();
          painted
              .computeIfAbsent(content, c -> new StringBuilder())
              .append(actual == null ? text.run().text() : actual);
        }
      }
    }
    StringBuilder words = new StringBuilder();
    collect(pages.structure(), painted, words);
    return words.toString();
  }

  private static void collect(
      Structure.Element element, Map<Structure, StringBuilder> painted, StringBuilder words) {
    for (Structure kid : element.kids()) {
      if (kid instanceof Structure.Content) {
        words.append(painted.getOrDefault(kid, new StringBuilder()));
      } else if (kid instanceof Structure.Element inner
          && inner.role() != Structure.Role.LABEL
          && inner.role() != Structure.Role.REFERENCE) {
        collect(inner, painted, words);
      }
    }
  }

  private static String letters(String words) {
    return words.replaceAll("[\\s\\u00A0\\u00AD\\u200B]+", "");
  }
}
