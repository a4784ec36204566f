package offprint.epub;

import static offprint.epub.Articles.document;
import static offprint.epub.Articles.entry;
import static offprint.epub.Articles.heading;
import static offprint.epub.Articles.links;
import static offprint.epub.Articles.mark;
import static offprint.epub.Articles.note;
import static offprint.epub.Articles.nowhere;
import static offprint.epub.Articles.paragraph;
import static offprint.epub.Articles.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offprint.document.Block;
import offprint.document.Block.Table;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Settings;
import offprint.markdown.MarkdownReader;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class ContentDocumentTest {
  @ParameterizedTest
  @EnumSource
  void everyReferenceLeadsToSomething(LinkList.Mode mode) {
    assertReferencesHold(Opened.book(Articles.kitchenSink(mode, Settings.Placeholders.TEXT)));
  }

  @Test
  void referencesHoldFromOnePartToAnother() {
    assertReferencesHold(Opened.book(Articles.long_()));
  }

  static void assertReferencesHold(Opened book) {
    Map<String, Set<String>> ids = new HashMap<>();
    for (String href : book.documents()) {
      Set<String> own = new HashSet<>();
      for (Element element : Opened.all(book.xml(href), "*")) {
        String id = element.getAttribute("id");
        assertThat(id.isEmpty() || own.add(id)).as("twice in " + href + ": " + id).isTrue();
      }
      ids.put(href, own);
    }
    for (String href : book.documents()) {
      for (Element a : Opened.all(book.xml(href), "a")) {
        URI target = URI.create(href).resolve(a.getAttribute("href"));
        if (target.isAbsolute()) {
          continue;
        }
        assertThat(ids).as(a.getAttribute("href")).containsKey(target.getPath());
        String fragment = target.getFragment();
        assertThat(
                fragment == null || ids.getOrDefault(target.getPath(), Set.of()).contains(fragment))
            .as("in " + href + " to " + target)
            .isTrue();
      }
    }
  }

  @Test
  void aShortArticleIsOneDocumentWhateverItsHeadings() {
    Opened book = Opened.book(document(Articles.PLAIN, heading(1, "a", "A"), heading(1, "b", "B")));
    assertThat(book.documents()).containsExactly("text.xhtml", "nav.xhtml");
  }

  @Test
  void aTasksBoxStandsForTheMarkOfTheList() {
    Block tasks =
        new Block.BulletList(
            List.of(Articles.task(true, paragraph("Read."))), true, Articles.PLACE);
    Opened book = Opened.book(document(Articles.PLAIN, tasks));
    assertThat(book.text("text.xhtml")).contains("<li class=\"task\"><span class=\"task\"");
  }

  @Test
  void theWayBackStandsFirstInANote() {
    Opened book =
        Opened.book(
            document(
                Articles.PLAIN,
                links(LinkList.Mode.LIST),
                List.of(note(1, 2, paragraph("Noted."))),
                paragraph(words("a"), mark(1, 1), words("b"), mark(1, 2))));
    assertThat(book.text("text.xhtml"))
        .contains(
            "<li class=\"footnote\" value=\"1\">"
                + "<div id=\"fn1\" epub:type=\"footnote\" role=\"doc-footnote\">\n"
                + "<p><a class=\"backlink\" epub:type=\"backlink\" role=\"doc-backlink\""
                + " href=\"#fnref1\"")
        .contains("href=\"#fnref1-2\"");
  }

  @Test
  void twoMarksInARowAreTwoNumbers() {
    Opened book =
        Opened.book(
            document(
                Articles.PLAIN,
                links(LinkList.Mode.LIST),
                List.of(note(1, 1, paragraph("One.")), note(2, 1, paragraph("Two."))),
                paragraph(words("a"), mark(1, 1), mark(2, 1), words("b"))));
    assertThat(book.text("text.xhtml")).contains("1</a><sup>,\u00a0</sup><a").contains("2</a>b");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void ourOwnWordsSayTheirLanguageWhereTheArticlesHasNone() {
    LinkList links =
        new LinkList(
            LinkList.Mode.LIST,
            List.of(),
            List.of(new LinkList.Placeholder("fiskur", "#", Articles.PLACE)));
    Block alert = new Block.Alert(Block.Alert.Kind.NOTE, null, List.of(), Articles.PLACE);
    Block named =
        new Block.Alert(Block.Alert.Kind.NOTE, List.of(words("Nafn")), List.of(), Articles.PLACE);
    Document document =
        document(
            Articles.inLanguage("is"),
            links,
            List.of(note(1, 1, paragraph("Nóta."))),
            alert,
            named,
            paragraph(mark(1, 1)));
    Opened book = Opened.book(document);
    String english = " lang=\"en\" xml:lang=\"en\"";
    assertThat(book.text("text.xhtml"))
        .contains("<p class=\"label\"" + english + ">Note<", "<p class=\"label title\">Nafn<")
        .contains("title=\"back to the text\"" + english + ">1.<")
        .contains("<h2 id=\"links\"" + english + ">Links<")
        .contains(
            "<p class=\"placeholders\""
                + english
                + ">1 link had no address in the source: “<span lang=\"is\""
                + " xml:lang=\"is\">fiskur</span>”.<")
        .doesNotContain("aria-label=\"Notes\"");
    assertThat(book.text("nav.xhtml"))
        .contains(
            "<h1 id=\"contents\"" + english, "href=\"text.xhtml#links\"" + english + ">Links<");
    assertThat(book.text("content.opf")).contains("accessibilitySummary\" xml:lang=\"en\"");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void linksByThemselvesHaveRoomForAFinger() {
    Inline.Link link = entry("a", 1);
    Opened book =
        Opened.book(
            document(
                Articles.PLAIN,
                links(LinkList.Mode.LIST, "https://example.org/"),
                List.of(),
                paragraph(link, words(" "), Articles.phrase(Inline.Phrase.Kind.STRONG, link)),
                paragraph(words("in a sentence "), link),
                paragraph(nowhere("no link")),
                new Block.BulletList(
                    List.of(Articles.item(paragraph(link)), Articles.item(paragraph("a"))),
                    true,
                    Articles.PLACE)));
    assertThat(book.text("text.xhtml"))
        .contains("<p class=\"links-alone\"><a", "<li class=\"links-alone\"><a")
        .contains("<p>in a sentence", "<p><span class=\"nowhere\"", "<li>a<");
  }

  @Test
  void aCellThatHeadsNothingIsNoHead() {
    Table table =
        new Table(
            List.of(),
            List.of(Table.Alignment.NONE, Table.Alignment.NONE),
            List.of(
                Articles.row(
                    Articles.cell(true, 1, 1), Articles.cell(true, 1, 1, paragraph("Depth")))),
            List.of(
                Articles.row(
                    Articles.cell(true, 1, 1, paragraph("Reef")),
                    Articles.cell(false, 1, 1, paragraph("20")))),
            Articles.PLACE);
    assertThat(Opened.book(document(Articles.PLAIN, table)).text("text.xhtml"))
        .contains("<tr><td></td><th class=\"right\" scope=\"col\">Depth</th></tr>")
        .contains("<tr><th scope=\"row\">Reef</th><td class=\"right\">20</td></tr>");
  }

  @Test
  void aNoteStandsInTheDocumentOfItsFirstMark() {
    Opened book = Opened.book(Articles.long_());
    for (String href : book.documents()) {
      String text = book.text(href);
      for (int note = 1; note <= 6; note++) {
        boolean called = text.contains("id=\"fnref" + note + "\"");
        assertThat(text.contains("id=\"fn" + note + "\"")).as(href).isEqualTo(called);
      }
    }
  }

  @Test
  void aLinkWithoutAnAddressIsWordsAlone() {
    String text = text(Settings.Placeholders.TEXT, LinkList.Mode.LIST);
    assertThat(text)
        .contains("<p><span class=\"nowhere\">here</span></p>")
        .contains("<p class=\"placeholders\">1 link had no address in the source: “here”.</p>");
    assertThat(text(Settings.Placeholders.MARK, LinkList.Mode.LIST))
        .contains("<span class=\"nowhere\">here</span><sup>");
  }

  private static String text(Settings.Placeholders placeholders, LinkList.Mode mode) {
    Document plain = document(Articles.PLAIN, paragraph(nowhere("here")));
    LinkList links =
        new LinkList(
            mode, List.of(), List.of(new LinkList.Placeholder("here", "#", Articles.PLACE)));
    Opened book =
        Opened.book(
            new Document(
                plain.metadata(),
                plain.title(),
                plain.body(),
                plain.about(),
                plain.notes(),
                links,
                Settings.builder().links(mode).placeholders(placeholders).build(),
                plain.source()));
    return book.text("text.xhtml");
  }

  @Test
  void linksShowAsTheAuthorAsks() {
    String address = "https://example.org/a";
    assertThat(linked(LinkList.Mode.LIST, address))
        .contains("<a href=\"" + address + "\" id=\"linkref1\">words</a></p>")
        .contains("<span class=\"address\">" + address + "</span>")
        .contains("href=\"#linkref1\"");
    assertThat(linked(LinkList.Mode.INLINE, address))
        .contains("<span class=\"link-address\">(" + address + ")</span></p>")
        .doesNotContain("class=\"links\"");
    assertThat(linked(LinkList.Mode.FOOTNOTES, address))
        .contains("class=\"noteref\"")
        .contains("class=\"footnotes\"")
        .doesNotContain("class=\"links\"");
    assertThat(linked(LinkList.Mode.NONE, address))
        .contains("<a href=\"" + address + "\">words</a></p>\n</body>");
  }

  private static String linked(LinkList.Mode mode, String address) {
    return Opened.book(
            document(Articles.PLAIN, links(mode, address), List.of(), paragraph(entry("words", 1))))
        .text("text.xhtml");
  }

  @Test
  void anAddressThatNoBookCanFollowIsToldUnlessTheReaderHas() {
    assertThat(codes("gopher:x")).containsExactly("unlinked-address");
    assertThat(codes("../other.md")).isEmpty();
  }

  private static List<String> codes(String address) {
    return Opened.book(
            document(
                Articles.PLAIN,
                links(LinkList.Mode.LIST, address),
                List.of(),
                paragraph(entry("words", 1))))
        .codes();
  }

  @Test
  void noLineEndsBehindAHyphenInAnOptionOrBehindALoneLetter() {
    String text =
        read("Use `press --links none` for e-readers, not well-known x-rays-and-more.\n")
            .text("text.xhtml");
    assertThat(text)
        .contains("press " + whole("--links") + " none")
        .contains("for " + whole("e-readers") + ", not well-known x-rays-and-more.");
    assertThat(read("```\nls --all\n```\n").text("text.xhtml")).contains("ls " + whole("--all"));
  }

  private static String whole(String words) {
    return "<span style=\"white-space: nowrap\">" + words + "</span>";
  }

  @Test
  void aBlockThatIsReadTheOtherWayThanItsArticleSaysSo() {
    String text =
        read("""
        ---
        lang: ar
        ---

        مرحبا

        <div lang="en">

        This is English.

        </div>

        ```
        code()
        ```

        |    Verse
        """)
            .text("text.xhtml");
    assertThat(text)
        .contains("<p dir=\"ltr\"><span lang=\"en\"")
        .contains("<pre dir=\"ltr\">")
        .contains("margin-right: 1.5em")
        .contains("<p>مرحبا</p>");
  }

  private static Opened read(String markdown) {
    return Opened.book(
        new MarkdownReader(Settings.NONE, new Findings()).read(new Source("a.md", null, markdown)));
  }

  @Test
  void controlCharactersAreLeftOutAndTold() {
    Opened book = Opened.book(document(Articles.PLAIN, paragraph("a\u0001b\ufffec\ud800d")));
    assertThat(book.text("text.xhtml")).contains("<p>abcd</p>");
    assertThat(book.codes()).containsExactly("control-character");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void anArticleWithoutHeadingsIsListedByItsTitle() {
    Opened book = Opened.book(document(Articles.PLAIN, paragraph("a")));
    assertThat(book.text("nav.xhtml")).contains("<li><a href=\"text.xhtml\">Reefs</a></li>");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void anEmptyArticleIsABookAllTheSame() {
    assertThat(Epubcheck.messages(Opened.book(document(Articles.PLAIN, new Block[0])).bytes()))
        .isEmpty();
  }
}
