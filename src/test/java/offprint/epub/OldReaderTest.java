package offprint.epub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.documentnode.epub4j.domain.Author;
import io.documentnode.epub4j.domain.Book;
import io.documentnode.epub4j.domain.Resource;
import io.documentnode.epub4j.domain.SpineReference;
import io.documentnode.epub4j.domain.TOCReference;
import io.documentnode.epub4j.epub.EpubReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import offprint.document.LinkList;
import offprint.document.Metadata;
import org.junit.jupiter.api.Test;

/** What a reading system of EPUB 2's time makes of a book: epublib's own reader. */
class OldReaderTest {
  private static final Opened BOOK = Opened.book(Articles.long_());

  @Test
  void findsTitleAndAuthor() throws IOException {
    Metadata metadata = Articles.kitchenSink(LinkList.Mode.LIST, null).metadata();
    Book book = read(Opened.book(Articles.kitchenSink(LinkList.Mode.LIST, null)));
    assertThat(book.getTitle()).isEqualTo(metadata.title());
    assertThat(book.getMetadata().getAuthors().stream().map(OldReaderTest::name))
        .isNotEmpty()
        .containsExactlyElementsOf(metadata.authors().stream().map(Metadata.Author::name).toList());
  }

  @Test
  void findsTheContentsWhereTheyLead() throws IOException {
    Book book = read(BOOK);
    List<TOCReference> contents = book.getTableOfContents().getTocReferences();
    List<String> headings =
        Opened.all(BOOK.xml("toc.ncx"), "navPoint").stream()
            .filter(point -> point.getParentNode().getNodeName().equals("navMap"))
            .map(point -> Opened.all(point, "text").getFirst().getTextContent())
            .toList();
    assertThat(contents.stream().map(TOCReference::getTitle)).isEqualTo(headings).hasSize(11);
    for (TOCReference entry : contents) {
      assertThat(text(entry.getResource()))
          .contains("id=\"" + entry.getFragmentId() + "\"")
          .contains(entry.getTitle());
    }
  }

  @Test
  void findsAllTextInItsOrder() throws IOException {
    List<String> hrefs =
        read(BOOK).getSpine().getSpineReferences().stream()
            .map(SpineReference::getResource)
            .map(Resource::getHref)
            .toList();
    assertThat(hrefs.getFirst()).isEqualTo("text.xhtml");
    assertThat(hrefs.subList(1, hrefs.size()))
        .isEqualTo(IntStream.range(0, 10).mapToObj(n -> "text-part-" + n + ".xhtml").toList());
  }

  private static Book read(Opened opened) throws IOException {
    return new EpubReader().readEpub(new ByteArrayInputStream(opened.bytes()));
  }

  private static String name(Author author) {
    return (author.getFirstname() + " " + author.getLastname()).strip();
  }

  private static String text(Resource file) throws IOException {
    return new String(file.getData(), UTF_8);
  }
}
