package offprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OffprintTest {
  private static final String GOOD = "# Tides\n\nThe harbour was quiet.\n";

  @TempDir Path desk;
  private Path dist;
  private String input = "";
  private String out = "";
  private String err = "";

  @BeforeEach
  void earlierFiles() throws IOException {
    dist = Files.createDirectory(desk.resolve("dist"));
    Files.writeString(dist.resolve("bad.pdf"), "earlier PDF");
    Files.writeString(dist.resolve("bad.epub"), "earlier EPUB");
  }

  /** A way in which an article cannot be set; {@code prepare} returns it. */
  private record Bad(String finding, Preparation preparation) {
    interface Preparation {
      Path on(Path desk) throws IOException;
    }

    @Override
    public String toString() {
      return finding;
    }
  }

  static List<Bad> badArticles() {
    return List.of(
        new Bad("no-such-file", desk -> desk.resolve("bad.md")),
        new Bad("is-a-folder", desk -> Files.createDirectory(desk.resolve("bad.md"))),
        new Bad("not-utf-8", desk -> bytes(desk, 'c', 'a', 'f', 0xe9, '\n')),
        new Bad("binary-file", desk -> bytes(desk, 0x7f, 'E', 'L', 'F', 0, 0, 1)),
        new Bad("empty-file", desk -> text(desk, "")),
        new Bad("missing-picture", desk -> text(desk, GOOD + "\n![A chart](gone.png)\n")),
        new Bad(
            "not-a-picture",
            desk -> {
              Files.writeString(desk.resolve("chart.png"), "no picture");
              return text(desk, GOOD + "\n![A chart](chart.png)\n");
            }),
        new Bad(
            "picture-outside-folder",
            desk -> {
              Path folder = Files.createDirectory(desk.resolve("folder"));
              Files.writeString(desk.resolve("chart.png"), "outside");
              return text(folder, GOOD + "\n![A chart](../chart.png)\n");
            }),
        new Bad("front-matter", desk -> text(desk, "---\ntitle: [Tides\n---\n\n" + GOOD)),
        new Bad("unknown-theme", desk -> text(desk, "---\ntheme: no-such\n---\n\n" + GOOD)));
  }

  @ParameterizedTest
  @MethodSource("badArticles")
  void aBadArticleIsAFindingAndLeavesEarlierFiles(Bad bad) throws IOException {
    String article = bad.preparation.on(desk).toString();
    int status = run(article);
    assertThat(err).contains("error: ").contains("[" + bad.finding + "]").doesNotContain("\tat ");
    assertThat(err.replace(article, ""))
        .as("it reads the same wherever the folder lies")
        .doesNotContain(desk.toString());
    assertThat(status).isEqualTo(1);
    assertThat(out).isEmpty();
    assertEarlierFilesAreLeft();
  }

  @Test
  void aFileInThePlaceOfTheFolderIsAFinding() throws IOException {
    Path file = Files.writeString(desk.resolve("file"), "mine");
    int status = run("-d", file.toString(), text(desk, GOOD).toString());
    assertThat(err).contains("'" + file + "' is no folder [unwritable]");
    assertThat(err).containsOnlyOnce("[unwritable]");
    assertThat(status).isEqualTo(1);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aCopyIsCheckedForTheDevicesThatAreNamed() throws IOException {
    String wide = GOOD + "\n|a|b|c|d|e|\n|-|-|-|-|-|\n|1|2|3|4|5|\n\n$x$\n";
    assertThat(run("--check", "kindle,apple", "--check", "all", text(desk, wide).toString()))
        .isZero();
    assertThat(err).containsOnlyOnce("[kobo-table]").containsOnlyOnce("[kindle-formula]");
  }

  @Test
  void aFolderInThePlaceOfAFileIsAFindingAndNeitherFileIsNew() throws IOException {
    Path folder = Files.createDirectory(dist.resolve("tides.epub"));
    Path article = Files.writeString(desk.resolve("tides.md"), GOOD);
    int status = run(article.toString());
    assertThat(err).contains(folder + ": error: ").contains("[unwritable]");
    assertThat(status).isEqualTo(1);
    assertThat(folder).isEmptyDirectory();
    assertThat(names(dist)).containsExactly("bad.epub", "bad.pdf", "tides.epub");
  }

  @Test
  void bothCopiesStandInTheFolderAndAreListed() throws IOException {
    int status = run(text(desk, GOOD).toString());
    assertThat(err).isEmpty();
    assertThat(out).isEqualTo(dist.resolve("bad.pdf") + "\n" + dist.resolve("bad.epub") + "\n");
    assertThat(status).isZero();
    assertThat(Files.readAllBytes(dist.resolve("bad.pdf"))).startsWith('%', 'P', 'D', 'F');
    assertThat(Files.readAllBytes(dist.resolve("bad.epub"))).startsWith('P', 'K', 3, 4);
    assertThat(names(dist)).containsExactly("bad.epub", "bad.pdf");
  }

  @Test
  void onlyTheFormatAskedForIsWritten() throws IOException {
    run("--format", "EPUB", text(desk, GOOD).toString());
    assertThat(out).isEqualTo(dist.resolve("bad.epub") + "\n");
    assertThat(dist.resolve("bad.pdf")).hasContent("earlier PDF");
  }

  @Test
  void aBookletIsAnExtraFileWhereOneIsAskedFor() throws IOException {
    Path article = text(desk, GOOD);
    for (String asked : List.of("--booklet", "--booklet-sheet letter", "--paper-thickness 0.2mm")) {
      List<String> arguments = new ArrayList<>(List.of(asked.split(" ")));
      arguments.add(article.toString());
      assertThat(run(arguments.toArray(String[]::new))).isZero();
      assertThat(out)
          .hasLineCount(3)
          .endsWith("bad.epub\n" + dist.resolve("bad-booklet.pdf") + "\n");
    }
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(dist.resolve("bad-booklet.pdf").toFile())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(1190f, 1191f);
    }
  }

  @Test
  void aBookletStandsInNoOtherArticlesPlace() throws IOException {
    Path one = text(desk, GOOD);
    Path other = Files.writeString(desk.resolve("bad-booklet.md"), GOOD);
    assertThat(run("--booklet", one.toString(), other.toString())).isEqualTo(1);
    assertThat(err).startsWith(other + ": error: bad-booklet.pdf would be").contains("[same-name]");
    assertThat(run(one.toString(), other.toString())).isZero();
  }

  @Test
  void standardInputIsNamedArticle() throws IOException {
    input = GOOD;
    assertThat(run("-")).isZero();
    assertThat(names(dist)).contains("article.epub", "article.pdf");
  }

  @Test
  void standardInputHasNoPictures() throws IOException {
    input = GOOD + "\n![A chart](chart.png)\n";
    assertThat(run("-")).isEqualTo(1);
    assertThat(err).startsWith("<stdin>:5:1: error: ");
  }

  @Test
  void theOtherArticlesAreSetAllTheSame() throws IOException {
    Path tides = Files.writeString(desk.resolve("tides.md"), GOOD);
    int status = run(desk.resolve("bad.md").toString(), tides.toString());
    assertThat(status).isEqualTo(1);
    assertThat(names(dist)).contains("tides.epub", "tides.pdf");
    assertEarlierFilesAreLeft();
  }

  @Test
  void twoArticlesOfOneNameAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path one = text(desk, GOOD);
    Path folder = Files.createDirectory(desk.resolve("other"));
    Path other = Files.writeString(folder.resolve("Bad.markdown"), GOOD);
    int status = run(one.toString(), other.toString());
    assertThat(err).startsWith(other + ": error: ").contains("[same-name]");
    assertThat(status).isEqualTo(1);
    assertEarlierFilesAreLeft();
  }

  @Test
  void warningsFailOnlyWhereTheyAreTo() throws IOException {
    Path article = text(desk, GOOD + "\nSee [the tables](#).\n");
    assertThat(run("--strict", article.toString())).isEqualTo(1);
    assertThat(err).contains("warning: ").contains("[strict]");
    assertEarlierFilesAreLeft();

    assertThat(run(article.toString())).isZero();
    assertThat(err).contains("warning: ").doesNotContain("[strict]");
    assertThat(dist.resolve("bad.pdf")).isNotEmptyFile();
  }

  @Test
  void explainsWhatStandsBeforeTheBody() throws IOException {
    Path article =
        text(
            desk,
            """
            ---
            subtitle: At the harbour
            author: Ada King
            date: 2026-03-01
            lang: en-GB
            ---

            # Tides

            See [the tables](https://example.org/) and [more](#).[^1]

            [^1]: A note.
            """);
    assertThat(run("--explain", article.toString())).isZero();
    assertThat(out)
        .containsSubsequence(
            "title:            Tides (line 8)\n",
            "subtitle:         At the harbour\n",
            "author:           Ada King (sorted as King, Ada)\n",
            "date:             2026-03-01\n",
            "language:         en-GB\n",
            "links:            1, and 1 without an address\n",
            "notes:            1\n",
            "pictures:         0\n",
            "bad.pdf\n");
  }

  @Test
  void thePageIsOfTheSizeAskedFor() throws IOException {
    run("--page-size", "6x9in", "--format", "pdf", text(desk, GOOD).toString());
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(dist.resolve("bad.pdf").toFile())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(432);
      assertThat(pdf.getPage(0).getMediaBox().getHeight()).isEqualTo(648);
    }
  }

  @Test
  void theArticleMayAskForItsPages() throws IOException {
    Path article = text(desk, "---\npage-size: A5\nsides: one\n---\n\n" + GOOD);
    run("--format", "pdf", article.toString());
    try (var pdf = org.apache.pdfbox.Loader.loadPDF(dist.resolve("bad.pdf").toFile())) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(419f, 420f);
    }
    assertThat(run(text(desk, "---\npage-size: A9\n---\n\n" + GOOD).toString())).isEqualTo(1);
    assertThat(err).contains(":2:12: error: ").contains("a4, a5").contains("[wrong-kind]");
  }

  @Test
  void aPageWithoutRoomIsAFinding() throws IOException {
    assertThat(run("--page-size", "1x1in", text(desk, GOOD).toString())).isEqualTo(1);
    assertThat(err).contains("[no-room]");
    assertEarlierFilesAreLeft();
  }

  @Test
  void whatTheCommandLineAsksForGoesBeforeTheArticle() throws IOException {
    Path article = text(desk, "---\ntheme: no-such\n---\n\n" + GOOD);
    assertThat(run("--theme", "classic", article.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--unknown a.md",
        "--format docx a.md",
        "--page-size a99 a.md",
        "--check nook a.md",
        "--check kobo --format pdf a.md",
        "--picture-pixels many a.md",
        "--links maybe a.md",
        "--repair perhaps a.md",
        "--sides three a.md",
        "--toc maybe a.md",
        "--smart perhaps a.md",
        "--math",
        "links check --pause -5 a.md",
        "links check --timeout NaN a.md",
        "links check --older-than -1 a.md",
        "--booklet-sheet a99 a.md",
        "--paper-thickness thin a.md",
        "--paper-thickness 1in a.md",
        "--placeholder-links no a.md",
        "--theme",
        "help",
        "verfy a.pdf",
        "themes a.md",
        "a.md themes"
      })
  void whatCannotBeReadIsUsage(String arguments) {
    assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    assertThat(err).startsWith("offprint: ").contains("hint: ").doesNotContain("\tat ");
  }

  @Test
  void whoeverMistypesIsToldWhereToLook() {
    run("verfy", "a.pdf");
    assertThat(err).contains("'verfy' is no command, and no file").contains("offprint --help");
    run("--them", "modern", "a.md");
    assertThat(err).contains("hint: perhaps --theme; offprint --help lists");
    run("extract");
    assertThat(err).contains("hint: offprint extract --help lists");
    run("links", "check", "--dry", "a.md");
    assertThat(err).contains("perhaps --dry-run; offprint links check --help lists");
  }

  @Test
  void anUnknownWordIsAnsweredWithTheKnownOnes() {
    run("--links", "maybe", "a.md");
    assertThat(err).contains("'maybe' is none of list, footnotes, inline, none");
    run("--format", "docx", "a.md");
    assertThat(err).contains("'docx' is none of pdf, epub, booklet");
    run("--page-size", "a99", "a.md");
    assertThat(err).contains("a4, a5").contains("letter").contains("6x9in");
  }

  @Test
  void ourOwnMistakeIsOneLine() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("first line\nsecond line");
          }
        };
    assertThat(run(broken, "-")).isEqualTo(70);
    assertThat(err)
        .startsWith(
            "offprint: internal error: -: java.lang.IllegalStateException: first line second")
        .hasLineCount(1);
  }

  @Test
  void helpNamesEveryOptionWithoutColours() {
    assertThat(run("--help")).isZero();
    assertThat(out)
        .contains(
            "--format",
            "--theme",
            "--page-size",
            "--links",
            "--repair",
            "--strict",
            "--sides",
            "--smart",
            "--math",
            "--drop-cap",
            "--toc")
        .contains("--booklet", "--booklet-sheet", "--paper-thickness")
        .contains("--explain", "--version", "--base-url", "--placeholder-links")
        .doesNotContain("\u001b");
    assertThat(run("--version")).isZero();
    assertThat(out).startsWith("offprint ").hasLineCount(1);
  }

  @Test
  void whatAnArticleAsksForLiesBesideItWhereverThePressIsRun() throws IOException {
    for (String theme : List.of("styles/mine", "looks/mine")) {
      Path sheet = Files.createDirectories(desk.resolve("post").resolve(theme));
      Files.writeString(
          sheet.resolve("print.css"), "@import \"../classic/print.css\";\np { colour: red }\n");
    }
    for (String theme : List.of("mine", "looks/mine", "./styles/mine")) {
      Path article =
          Files.writeString(
              desk.resolve("post/a.md"), "---\ntheme: " + theme + "\n---\n\n# A\n\nSand.\n");
      assertThat(run(article.toString())).as(err).isZero();
      assertThat(err).contains("mine/print.css:2:5: warning: ");
      Path pdf = dist.resolve("a.pdf");
      assertThat(run("verify", pdf.toString(), dist.resolve("a.epub").toString())).as(err).isZero();
    }
  }

  @Test
  void themesAreListedALineEach() {
    assertThat(run("themes")).isZero();
    assertThat(out).contains("classic  ").contains("a journal's offprint, quiet");
    assertThat(out.lines()).hasSizeGreaterThan(0).allMatch(line -> line.matches("\\w+ {2,}\\S.+"));
    assertThat(run("themes", "--help")).isZero();
    assertThat(out).startsWith("Usage: offprint themes");
  }

  @Test
  void anArticleMayBeCalledThemes() throws IOException {
    Path article = Files.writeString(desk.resolve("themes"), GOOD);
    assertThat(run(article.toString())).isZero();
    assertThat(dist.resolve("themes.pdf")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tides.md", "tides.MARKDOWN", "tides.txt", "tides"})
  void filesAreNamedAfterTheArticle(String file) {
    assertThat(Press.nameOf(Path.of("folder", file))).isEqualTo("tides");
  }

  @Test
  void onlyAMarkdownEndingIsDropped() {
    assertThat(Press.nameOf(Path.of("tides.v2"))).isEqualTo("tides.v2");
    assertThat(Press.nameOf(Path.of("tides.v2.md"))).isEqualTo("tides.v2");
    assertThat(Press.nameOf(Path.of(".md"))).isEqualTo(".md");
  }

  private int run(String... arguments) {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)), arguments);
  }

  // A folder that the arguments themselves name goes before ours.
  private int run(InputStream in, String... arguments) {
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    boolean named = List.of(arguments).contains("-d") || arguments.length == 0;
    String[] all =
        named
            ? arguments
            : Stream.concat(Stream.of("-d", dist.toString()), Stream.of(arguments))
                .toArray(String[]::new);
    int status =
        new Offprint(in, new PrintStream(toOut, true, UTF_8), new PrintStream(toErr, true, UTF_8))
            .run(all);
    out = toOut.toString(UTF_8).replace("\r\n", "\n");
    err = toErr.toString(UTF_8).replace("\r\n", "\n");
    return status;
  }

  private void assertEarlierFilesAreLeft() throws IOException {
    assertThat(dist.resolve("bad.pdf")).hasContent("earlier PDF");
    assertThat(dist.resolve("bad.epub")).hasContent("earlier EPUB");
    assertThat(names(dist)).noneMatch(name -> name.endsWith(".part"));
  }

  private static Path text(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("bad.md"), text);
  }

  private static Path bytes(Path folder, int... bytes) throws IOException {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Files.write(folder.resolve("bad.md"), content);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
