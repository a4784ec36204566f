package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import offprint.ReadBack.Piece;
import offprint.document.Block;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.Note;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.pdf.StructureRules;
import offprint.pdf.TaggedPdf;
import offprint.pdf.TaggedPdf.Node;
import offprint.source.Findings;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The structure of whole articles in the PDF, read back by PDFBox: what no validator looks at, and
 * whether it says what the model says, word for word and in its order, over all page ends.
 */
class StructureTest {
  private static final Path SINK = Path.of("src/test/articles/kitchen-sink/article.md");

  @TempDir Path out;

  static List<Path> articles() throws IOException {
    return ArticlesTest.articles();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void theStructureIsTheModels(Path article) throws IOException {
    check(press(article, Settings.NONE, Format.PDF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"manuscript", "modern", "office"})
  void everyThemeKeepsTheStructure(String theme) throws IOException {
    check(press(SINK, Settings.builder().theme(theme).build(), Format.PDF));
  }

  @ParameterizedTest
  @EnumSource
  void howeverLinksAreShownTheStructureIsKept(LinkList.Mode mode) throws IOException {
    Press.Result result = press(SINK, Settings.builder().links(mode).build(), Format.PDF);
    TaggedPdf pdf = TaggedPdf.read(Files.readAllBytes(result.written().getFirst()));
    assertThat(pdf.complaints()).isEmpty();
    assertThat(StructureRules.broken(pdf)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a5", "letter"})
  void aBookletIsReadInTheOrderOfItsPages(String size) throws IOException {
    Settings settings = Settings.builder().pageSize(PageSize.of(size)).build();
    check(press(SINK, settings, Format.BOOKLET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he ועידת EPUB 3.3 ו־PDF/A-3 (ISO 19005-3:2012) נפתחה ב־12 במאי 2025, בשעה 14:30",
        "ar صدر المعيار ISO 32000-1 عام 2008، ثم عُدّل في 2017 و 2020؛ (CSS) و C++ و ١٢٣ صفحة",
        "ur اس مضمون میں EPUB 3.3 اور PDF 1.7 کا ذکر ہے، جو 2012 (اور ۲۰۲۵) میں شائع ہوا۔",
        "en Two names, קֹהֶלֶת and أبو نواس (756–814), stand in a line, with 12 ב־2025 behind"
      })
  void linesOfBothDirectionsAreReadInTheirOrder(String words) throws IOException {
    String language = words.substring(0, 2);
    String text = words.substring(3);
    Path article = out.resolve("both.md");
    Files.writeString(
        article,
        """
        ---
        title: "%2$s"
        subtitle: "%2$s"
        lang: %1$s
        toc: true
        ---

        %2$s; *%2$s* [%2$s](https://example.org/a?b=1) **%2$s** `a[1] = b` %2$s.[^1]

        ## %2$s {#here}

        - %2$s
        - [%2$s](#here), %2$s

        > %2$s %2$s %2$s

        | %2$s | 1 |
        |------|---|
        | %2$s | 2 |

        ## Two

        [^1]: %2$s, %2$s.
        """
            .formatted(language, text));
    check(press(article, Settings.NONE, Format.PDF));
  }

  private static void check(Press.Result result) throws IOException {
    Document document = requireNonNull(result.document());
    TaggedPdf pdf = TaggedPdf.read(Files.readAllBytes(result.written().getFirst()));
    assertThat(pdf.complaints()).isEmpty();
    assertThat(StructureRules.broken(pdf)).isEmpty();
    says(document, pdf.root());
    for (Note note : document.notes()) {
      if (note.references() > 0) {
        says(note, pdf.root(), document.metadata().language());
      }
    }
  }

  private static void says(Document document, Node root) {
    String language = document.metadata().language();
    List<Piece> read = ReadBack.of(root, language);
    assertThat(root.string("Lang")).as("the catalog says it").isNull();
    isRead(new Piece("H1", document.metadata().title(), language), read.getFirst());
    for (List<Block> part : List.of(document.summary(), document.body(), document.about())) {
      if (!part.isEmpty()) {
        assertThat(read)
            .usingElementComparator(StructureTest::compared)
            .containsSequence(ReadBack.of(part, language));
      }
    }
    String subtitle = document.metadata().subtitle();
    if (subtitle != null) {
      isRead(new Piece("P", subtitle, language), read.get(1));
    }
    for (Metadata.Author author : document.metadata().authors()) {
      Piece name = new Piece("P", author.name(), language);
      assertThat(root.words().contains(author.name()) || read.stream().anyMatch(name::isReadFrom))
          .as(author.name())
          .isTrue();
    }
    contents(ReadBack.of(document.body(), language), read);
    LinkList links = document.links();
    if (links.isShown()) {
      List<Piece> listed = read.subList(read.size() - links.entries().size() - 1, read.size());
      for (LinkList.Entry entry : links.entries()) {
        // Set as if embedded: the last slash of an address is at its right.
        String address =
            Direction.of(language) == Direction.RIGHT_TO_LEFT
                ? "\u202A" + entry.shown() + "\u202C"
                : entry.shown();
        String words = (entry.bare() ? "" : entry.words() + " ") + address;
        assertThat(listed).anyMatch(piece -> piece.kind().equals("LBody") && begins(piece, words));
      }
    }
  }

  private static boolean begins(Piece painted, String words) {
    Direction direction = Direction.of(painted.language());
    return new ReadingOrder(words, direction).begins(painted.words());
  }

  private static void isRead(Piece expected, Piece painted) {
    assertThat(painted)
        .matches(expected::isReadFrom, "is what is read from '" + expected.words() + "'");
  }

  // AssertJ compares what is there with what is expected.
  private static int compared(Piece painted, Piece expected) {
    return expected.isReadFrom(painted) ? 0 : 1;
  }

  /** The list of contents names headings of the body, in their order. */
  private static void contents(List<Piece> body, List<Piece> read) {
    Iterator<Piece> headings =
        body.stream().filter(piece -> piece.kind().matches("H[1-6]")).iterator();
    for (Piece piece : read) {
      if (piece.kind().equals("TOCI")) {
        boolean found = false;
        while (!found && headings.hasNext()) {
          // A comma may part two raised numbers, which the list has not.
          found = begins(piece, headings.next().words().replaceFirst(",$", ""));
        }
        assertThat(found).as(piece + " is a heading, and in its place").isTrue();
      }
    }
  }

  private static void says(Note note, Node root, String language) {
    List<Node> named = root.all("Note").stream().filter(n -> is(n, note)).toList();
    assertThat(named).as(note.id()).hasSize(1);
    List<Piece> words = new ArrayList<>();
    for (Node part : named.getFirst().nodes()) {
      if (!part.type().equals("Lbl")) {
        words.addAll(ReadBack.of(part, language));
      }
    }
    assertThat(words)
        .usingElementComparator(StructureTest::compared)
        .containsExactlyElementsOf(ReadBack.of(note.content(), language));
    standsBehindItsCall(named.getFirst(), note, root);
  }

  // After the block that calls it first, and before any other of the same kind.
  private static void standsBehindItsCall(Node found, Note note, Node root) {
    List<Node> all = root.all();
    int call = -1;
    for (int i = 0; i < all.size() && call < 0; i++) {
      Node node = all.get(i);
      boolean leads =
          node.annotations().stream().anyMatch(a -> note.id().equals(a.getString(COSName.DEST)));
      call = leads ? i : -1;
    }
    int at = all.indexOf(found);
    assertThat(at).as(note.id() + " stands behind its call").isGreaterThan(call);
    assertThat(all.subList(call, at))
        .as("between " + note.id() + " and its call")
        .noneMatch(node -> node.type().matches("H[1-6]"));
  }

  private static boolean is(Node node, Note note) {
    return note.id().equals(node.string("ID"));
  }

  private Press.Result press(Path article, Settings settings, Format format) {
    Path given = article.resolveSibling("fonts");
    List<Path> fonts = Files.isDirectory(given) ? List.of(given) : List.of();
    FontBook book = FontBook.with(fonts, false, new Findings());
    return new Press(new Press.Options(settings, List.of(format), false), book).press(article, out);
  }
}
