package offprint.epub;

import static offprint.epub.Articles.PLACE;
import static offprint.epub.Articles.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Node;
import offprint.document.Note;
import offprint.document.PageList;
import offprint.document.Spot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Where pages begin, as the book has it. */
class PageMarksTest {
  private static final String TWO =
      "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"page2\" aria-label=\"2\"></span>";

  private static Opened book(Document document, @Nullable Spot... starts) {
    List<PageList.Page> pages = new ArrayList<>();
    pages.add(new PageList.Page("1", null));
    for (Spot start : starts) {
      pages.add(new PageList.Page(String.valueOf(pages.size() + 1), start));
    }
    return Opened.book(document, new PageList(pages));
  }

  private static Spot behind(Node node, String words) {
    return Spot.of(node).behind(words);
  }

  @Test
  void aPageMayBeginInTheMidstOfAWord() {
    Inline.Text words = new Inline.Text("Sand  and seawater.", PLACE);
    Opened book =
        book(document(Articles.PLAIN, Articles.paragraph(words)), behind(words, "Sand and sea"));
    assertThat(book.text("text.xhtml")).contains("<p>Sand  and sea" + TWO + "water.</p>");
  }

  @Test
  void aLineOfCodeIsMarkedBeforeItsBlanks() {
    Block.CodeBlock code = new Block.CodeBlock(null, "if a:\n    b\n", PLACE);
    Opened book = book(document(Articles.PLAIN, code), behind(code, "if a:"));
    assertThat(book.text("text.xhtml")).contains("if a:\n" + TWO + "    b\n");
  }

  @Test
  void aHeadingIsMarkedBeforeItSoThatItsWordsAreItsOwn() {
    Block.Heading heading = Articles.heading(1, "sand", "Sand");
    Opened book = book(document(Articles.PLAIN, heading), Spot.of(heading));
    assertThat(book.text("text.xhtml")).contains(TWO + "<h2 id=\"sand\">Sand</h2>");
  }

  @Test
  void aPageMayBeginInANote() {
    Inline.Text words = new Inline.Text("Long ago.", PLACE);
    Note note = Articles.note(1, 1, Articles.paragraph(words));
    Document document =
        document(
            Articles.PLAIN,
            Articles.links(LinkList.Mode.LIST),
            List.of(note),
            Articles.paragraph(Articles.mark(1, 1)));
    assertThat(book(document, behind(words, "Long")).text("text.xhtml"))
        .contains("Long " + TWO + "ago.");
  }

  @Test
  void aPageBehindAllTextEndsTheBook() {
    Opened book = book(document(Articles.PLAIN, Articles.paragraph("Sand.")), (Spot) null);
    assertThat(book.text("text.xhtml")).contains("<p>Sand.</p>\n" + TWO + "\n</body>");
  }

  @Test
  void anIdOfTheArticlesOwnIsLeftToIt() {
    Block.Heading heading = Articles.heading(1, "page2", "Page 2");
    Opened book = book(document(Articles.PLAIN, heading), Spot.of(heading));
    assertThat(book.text("nav.xhtml")).contains("<li><a href=\"text.xhtml#page2-\">2</a></li>");
  }

  @Test
  void navAndNcxListThePagesAndThePackageNamesTheirSource() {
    Inline.Text words = new Inline.Text("Sand and sea.", PLACE);
    Document document = document(Articles.PLAIN, Articles.paragraph(words));
    Opened book = book(document, behind(words, "Sand"));
    assertThat(book.text("nav.xhtml"))
        .contains("epub:type=\"page-list\" role=\"doc-pagelist\"")
        .contains("<li><a href=\"text.xhtml#page2\">2</a></li>");
    Element ncx = book.xml("toc.ncx");
    assertThat(Opened.all(ncx, "pageTarget"))
        .extracting(target -> target.getAttribute("value"))
        .containsExactly("1", "2");
    Element opf = book.xml("content.opf");
    String source = Opened.all(opf, "source").getFirst().getTextContent();
    assertThat(Opened.all(opf, "meta"))
        .anyMatch(
            meta ->
                meta.getAttribute("property").equals("pageBreakSource")
                    && meta.getTextContent().equals(source))
        .anyMatch(meta -> meta.getTextContent().equals("pageBreakMarkers"))
        .anyMatch(meta -> meta.getTextContent().equals("pageNavigation"));
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }
}
