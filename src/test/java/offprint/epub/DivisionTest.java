package offprint.epub;

import static offprint.epub.Articles.cell;
import static offprint.epub.Articles.document;
import static offprint.epub.Articles.heading;
import static offprint.epub.Articles.link;
import static offprint.epub.Articles.links;
import static offprint.epub.Articles.mark;
import static offprint.epub.Articles.note;
import static offprint.epub.Articles.paragraph;
import static offprint.epub.Articles.row;
import static offprint.epub.Articles.words;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.document.Block;
import offprint.document.Block.Table;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Node;
import offprint.document.PageList;
import offprint.document.Spot;
import org.junit.jupiter.api.Test;

/** Long articles in several documents. */
class DivisionTest {
  /** A third of what is long. */
  private static Block.Paragraph third() {
    return paragraph("word ".repeat(Division.LONG / 15 + 1));
  }

  private static List<String> texts(Block... body) {
    return texts(Opened.book(document(Articles.PLAIN, body)));
  }

  private static List<String> texts(Opened book) {
    return book.documents().stream().filter(href -> !href.equals("nav.xhtml")).toList();
  }

  @Test
  void aDocumentIsNamedForItsHeadingWhateverStandsBeforeIt() {
    assertThat(
            texts(heading(1, "sand", "Sand"), third(), heading(1, "sea", "Sea"), third(), third()))
        .containsExactly("text.xhtml", "text-sea.xhtml");
    assertThat(
            texts(
                third(),
                heading(1, "air", "Air"),
                third(),
                heading(1, "sand", "Sand"),
                third(),
                heading(1, "sea", "Sea"),
                third(),
                third()))
        .containsExactly("text.xhtml", "text-air.xhtml", "text-sand.xhtml", "text-sea.xhtml");
  }

  @Test
  void namesOfDocumentsAreAsciiAndDifferByMoreThanCase() {
    List<String> texts =
        texts(
            third(),
            heading(1, "море", "Море"),
            third(),
            heading(1, "Sea", "Sea"),
            third(),
            heading(1, "sea", "Sea"),
            third(),
            heading(1, "long-".repeat(60), "Long"),
            third());
    assertThat(texts).hasSize(5).contains("text-sea.xhtml");
    assertThat(texts)
        .allMatch(name -> name.matches("text(-[a-z0-9_-]*[a-z0-9])?\\.xhtml"))
        .allMatch(name -> name.length() < 60);
  }

  @Test
  void aLongSectionIsCutBelow() {
    assertThat(
            texts(
                heading(1, "short", "Short"),
                paragraph("Short."),
                heading(2, "below-short", "Below"),
                paragraph("Short."),
                heading(1, "long", "Long"),
                third(),
                heading(2, "one", "One"),
                third(),
                heading(3, "deep", "Deep"),
                heading(2, "two", "Two"),
                third()))
        .containsExactly("text.xhtml", "text-long.xhtml", "text-one.xhtml", "text-two.xhtml");
  }

  @Test
  void levelsMayBeSkippedAndTheTopmostMayBeLow() {
    assertThat(
            texts(
                heading(4, "a", "A"),
                third(),
                heading(2, "b", "B"),
                third(),
                heading(4, "c", "C"),
                third(),
                third()))
        .containsExactly("text.xhtml", "text-b.xhtml", "text-c.xhtml");
  }

  @Test
  void noDocumentIsHeadingsAlone() {
    assertThat(
            texts(
                heading(1, "part", "Part"),
                heading(2, "chapter", "Chapter"),
                third(),
                third(),
                heading(3, "section", "Section"),
                third(),
                heading(1, "last", "Last")))
        .containsExactly("text.xhtml", "text-section.xhtml", "text-last.xhtml");
  }

  @Test
  void aDocumentWhoseHeadingHasNoWordsIsCalledAsTheArticle() {
    Block.Heading picture =
        new Block.Heading(
            1, "p", List.of(Articles.image(Articles.png("p.png"), "")), Articles.PLACE);
    Opened book = Opened.book(document(Articles.PLAIN, third(), picture, third(), third()));
    assertThat(book.text("text-p.xhtml")).contains("<title>Reefs</title>");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void notesOfTablesAndOfNotesAndLinksFromThemHoldAcrossDocuments() {
    Block.Heading sea = heading(1, "sea", "Sea");
    Table table =
        new Table(
            List.of(words("Depths"), mark(2, 1)),
            List.of(Table.Alignment.LEFT),
            List.of(row(cell(true, 1, 1, paragraph(words("Deep"), mark(3, 1))))),
            List.of(row(cell(false, 1, 1, paragraph(words("1"), mark(1, 2))))),
            Articles.PLACE);
    Document document =
        document(
            Articles.PLAIN,
            links(LinkList.Mode.LIST),
            List.of(
                note(1, 3, paragraph(words("See "), link("sand", anchor("sand")))),
                note(2, 1, paragraph(words("Below."))),
                note(3, 1, paragraph(words("Called by a head, calls"), mark(4, 1))),
                note(4, 1, paragraph(words("See "), link("above", anchor("sea")), mark(1, 3)))),
            paragraph(words("Before"), mark(1, 1)),
            third(),
            sea,
            table,
            third(),
            heading(1, "sand", "Sand"),
            paragraph(link("to the sea", anchor("sea"))),
            third());
    List<PageList.Page> pages = new ArrayList<>();
    pages.add(new PageList.Page("1", null));
    for (Block block : Arrays.asList(sea, document.body().getLast())) {
      pages.add(new PageList.Page(String.valueOf(pages.size() + 1), Spot.of(start(block))));
    }
    Opened book = Opened.book(document, new PageList(pages));
    ContentDocumentTest.assertReferencesHold(book);
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
    assertThat(book.text("text.xhtml")).contains("id=\"fn1\"").doesNotContain("id=\"fn2\"");
    assertThat(book.text("text-sea.xhtml"))
        .contains("id=\"fn2\"", "id=\"fn3\"", "id=\"fn4\"", "href=\"text.xhtml#fn1\"");
    assertThat(book.text("nav.xhtml"))
        .contains("text.xhtml#page1", "text-sea.xhtml#page2", "text-sand.xhtml#page3");
  }

  private static Inline.Target.Anchor anchor(String id) {
    return new Inline.Target.Anchor(id);
  }

  private static Node start(Block block) {
    return block instanceof Block.Paragraph paragraph ? paragraph.content().getFirst() : block;
  }
}
