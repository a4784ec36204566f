package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.source.Finding;
import offprint.source.Findings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The printed copy's pages, as the e-reader copy names them. */
class PagesInTheEpubTest {
  private static final Pattern ENTRY = Pattern.compile("<li><a href=\"([^#]+)#(.+?)\">(.+?)</a>");

  @TempDir Path out;

  static List<Path> articles() throws IOException {
    return ArticlesTest.articles();
  }

  @ParameterizedTest
  @MethodSource("articles")
  void aPageBeginsWithTheSameWordsInBothCopies(Path article) throws IOException {
    compare(article, null);
  }

  /** Small pages begin in more places. */
  @ParameterizedTest
  @MethodSource("articles")
  void aSmallPageBeginsWithTheSameWordsInBothCopies(Path article) throws IOException {
    compare(article, PageSize.of("a6"));
  }

  private void compare(Path article, @Nullable PageSize size) throws IOException {
    Path given = article.resolveSibling("fonts");
    FontBook book =
        FontBook.with(Files.isDirectory(given) ? List.of(given) : List.of(), false, new Findings());
    Settings settings = Settings.builder().pageSize(size).build();
    Press.Result result =
        new Press(new Press.Options(settings, Format.COPIES, false), book).press(article, out);
    if (result.written().isEmpty()) {
      return;
    }
    List<String> printed = printed(Files.readAllBytes(result.written().get(0)));
    List<String> read = read(Files.readAllBytes(result.written().get(1)));
    assertThat(read).hasSameSizeAs(printed);
    List<String> captions = captions(requireNonNull(result.document()));
    for (int i = 0; i < printed.size(); i++) {
      String here = letters(read.get(i));
      String there = printed.get(i);
      // A figure out of its turn at a page's head is in the book before the mark.
      for (String caption : captions) {
        boolean late = letters(there).startsWith(caption) && !here.contains(caption);
        there = late ? behind(there, caption.length()) : there;
      }
      assertThat(begins(here, firstLine(there)))
          .as("page %d, in print: %s, in the book: %s", i + 1, there, read.get(i))
          .isTrue();
    }
  }

  private static String firstLine(String page) {
    return page.lines()
        .map(line -> letters(line))
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  // What is read from right to left is painted, and found, as it is seen.
  private static boolean begins(String text, String line) {
    String beginning = text.substring(0, Math.min(line.length(), text.length()));
    if (Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
      return Arrays.equals(beginning.chars().sorted().toArray(), line.chars().sorted().toArray());
    }
    return beginning.equals(line);
  }

  private static List<String> captions(Document document) {
    return document.body().stream()
        .filter(Block.Figure.class::isInstance)
        .map(figure -> letters(Inline.text(((Block.Figure) figure).caption())))
        .filter(caption -> !caption.isEmpty())
        .toList();
  }

  /** What stands behind so many letters. */
  private static String behind(String text, int letters) {
    int at = 0;
    for (int left = letters; left > 0; at++) {
      left -= Character.isLetter(text.charAt(at)) ? 1 : 0;
    }
    return text.substring(at);
  }

  /** What each page says, without its furniture and what is shown again. */
  private static List<String> printed(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new WithoutArtifacts();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        // The page of what a link leads to is said in print alone.
        pages.add(stripper.getText(document).replaceAll("\\(p\\.\\s\\d+\\)", ""));
      }
    }
    return pages;
  }

  private static final class WithoutArtifacts extends PDFTextStripper {
    private final List<Boolean> open = new ArrayList<>();

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
      open.add(COSName.ARTIFACT.equals(tag));
      super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
      open.removeLast();
      super.endMarkedContentSequence();
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      if (!open.contains(true)) {
        super.processTextPosition(text);
      }
    }
  }

  /** What the book says from the mark of each page on. */
  private static List<String> read(byte[] epub) throws IOException {
    List<String> pages = new ArrayList<>();
    String nav = entry(epub, "nav.xhtml");
    int from = nav.indexOf("epub:type=\"page-list\"");
    Matcher entry = ENTRY.matcher(nav.substring(from, nav.indexOf("</nav>", from)));
    while (entry.find()) {
      assertThat(entry.group(3)).isEqualTo(String.valueOf(pages.size() + 1));
      String text = entry(epub, entry.group(1));
      String mark =
          "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\""
              + entry.group(2)
              + "\" aria-label=\""
              + entry.group(3)
              + "\"></span>";
      assertThat(text).containsOnlyOnce(mark);
      pages.add(
          text.substring(text.indexOf(mark))
              .replaceAll("(?s)<annotation.*?</annotation>|<[^>]*>", "")
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&amp;", "&"));
    }
    return pages;
  }

  private static String entry(byte[] epub, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("OEBPS/" + name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no " + name);
  }

  /** Letters alone: bullets, and the numbers of items, links and notes are not the same in both. */
  private static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\P{L}", "");
  }

  @Test
  void withoutAPdfTheEpubNamesNoPagesAndSaysSo() throws IOException {
    Path article = Files.writeString(out.resolve("reef.md"), "# Reef\n\nSand.\n");
    Press.Result result = press(List.of(Format.EPUB)).press(article, out.resolve("alone"));
    assertThat(result.findings().stream().map(Finding::code)).contains("no-page-numbers");
    byte[] epub = Files.readAllBytes(result.written().getFirst());
    assertThat(entry(epub, "nav.xhtml")).doesNotContain("page-list");
    assertThat(entry(epub, "text.xhtml")).doesNotContain("pagebreak");
    assertThat(entry(epub, "toc.ncx")).doesNotContain("pageList");
    assertThat(entry(epub, "content.opf")).doesNotContain("pageBreak", "pageNavigation");
    assertThat(new Verifier(List.of(), new Findings()).verify(result.written().getFirst(), out))
        .isEqualTo(Verifier.Verdict.IDENTICAL);
  }

  @Test
  void aBookletChangesNothingInTheEpub() throws IOException {
    Path article = Files.writeString(out.resolve("reef.md"), "# Reef\n\nSand.\n");
    press(Format.COPIES).press(article, out.resolve("a"));
    press(List.of(Format.PDF, Format.EPUB, Format.BOOKLET)).press(article, out.resolve("b"));
    assertThat(out.resolve("b/reef.epub")).hasSameBinaryContentAs(out.resolve("a/reef.epub"));
  }

  private static Press press(List<Format> formats) {
    return new Press(new Press.Options(Settings.NONE, formats, false));
  }
}
