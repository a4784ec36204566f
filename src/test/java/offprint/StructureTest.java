package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
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
    List<String> read = ReadBack.of(root, language);
    assertThat(root.string("Lang")).as("the catalog says it").isNull();
    assertThat(read.getFirst()).isEqualTo(ReadBack.line("H1", document.metadata().title()));
    for (List<Block> part : List.of(document.summary(), document.body(), document.about())) {
      if (!part.isEmpty()) {
        assertThat(read).containsSequence(ReadBack.of(part, language));
      }
    }
    String subtitle = document.metadata().subtitle();
    if (subtitle != null) {
      assertThat(read.get(1)).isEqualTo(ReadBack.line("P", subtitle));
    }
    for (Metadata.Author author : document.metadata().authors()) {
      assertThat(root.words()).contains(readable(author.name()) ? author.name() : "");
    }
    contents(read);
    LinkList links = document.links();
    if (links.isShown()) {
      List<String> listed = read.subList(read.size() - links.entries().size() - 1, read.size());
      for (LinkList.Entry entry : links.entries()) {
        String words = (entry.bare() ? "" : entry.words() + " ") + entry.shown();
        if (readable(words)) {
          assertThat(listed).anyMatch(line -> line.startsWith(ReadBack.line("LBody", words)));
        }
      }
    }
  }

  // What is read from the right comes back as it is seen, numbers among the letters.
  private static boolean readable(String words) {
    return !Bidi.requiresBidi(words.toCharArray(), 0, words.length());
  }

  /** The list of contents names headings of the body, in their order. */
  private static void contents(List<String> read) {
    List<String> listed =
        read.stream()
            .filter(line -> line.startsWith("TOCI ") && readable(line))
            .map(line -> line.substring(5).replaceFirst(" \\d+$", ""))
            .toList();
    List<String> headings =
        read.stream()
            .filter(line -> line.matches("H[1-6] .*"))
            // between two raised numbers, which the list has not
            .map(line -> line.substring(3).replaceFirst(",$", ""))
            .toList();
    if (!listed.isEmpty()) {
      assertThat(headings).containsSubsequence(listed);
    }
  }

  private static void says(Note note, Node root, String language) {
    List<Node> named = root.all("Note").stream().filter(n -> is(n, note)).toList();
    assertThat(named).as(note.id()).hasSize(1);
    List<String> words = new ArrayList<>();
    for (Node part : named.getFirst().nodes()) {
      if (!part.type().equals("Lbl")) {
        words.addAll(ReadBack.of(part, language));
      }
    }
    assertThat(words).isEqualTo(ReadBack.of(note.content(), language));
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
