package offprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code offprint extract} on an article with pictures, a theme of its own, and a face. */
class ExtractCommandTest {
  private static final Path FACE =
      Path.of("src/main/resources/fonts/source-code-pro/SourceCodePro-Regular.ttf");

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void anArticle() throws IOException {
    Path folder = Files.createDirectories(home.resolve("reef"));
    Files.createDirectories(folder.resolve("Bilder"));
    Files.writeString(
        folder.resolve("Bilder/ein Riff.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M1 1h7v7z'/></svg>");
    Files.writeString(
        folder.resolve("reef.md"),
        "# Reef\n\nSand *and* sea.\n\n![A reef](Bilder/ein%20Riff.svg)\n");
    Path theme = Files.createDirectories(home.resolve("themes/mine"));
    Files.copy(FACE, theme.resolve("face.ttf"));
    Files.writeString(
        theme.resolve("print.css"),
        """
        @import "../classic/print.css";
        @import "more.css";
        @font-face { font-family: Mine; src: url(face.ttf) }
        """);
    Files.writeString(theme.resolve("more.css"), "em { font-family: Mine; font-style: normal }\n");
    run(
        home.resolve("reef/reef.md").toString(),
        "-d",
        home.resolve("dist").toString(),
        "--theme",
        home.resolve("themes/mine").toString(),
        "--page-size",
        "a5",
        "--booklet");
  }

  private int run(String... arguments) {
    return new Offprint(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private int extract(String edition, String... more) {
    out.reset();
    err.reset();
    return run(
        Stream.concat(
                Stream.of("extract", home.resolve(edition).toString(), "-d", taken().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Path taken() {
    return home.resolve("taken");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        files.put(folder.relativize(file).toString().replace('\\', '/'), content);
      }
    }
    return files;
  }

  @Test
  void everyEditionGivesBackTheFolder() throws IOException {
    for (String edition : List.of("reef.pdf", "reef.epub", "reef-booklet.pdf")) {
      assertThat(extract("dist/" + edition, "--force")).isZero();
      Map<String, String> taken = files(taken());
      assertThat(taken.remove("offprint.json")).contains("\"theme\": \"styles/mine\"");
      Map<String, String> given = new TreeMap<>(files(home.resolve("reef")));
      files(home.resolve("themes")).forEach((path, text) -> given.put("styles/" + path, text));
      assertThat(taken).isEqualTo(given);
    }
  }

  @Test
  void theCommandThatIsSaidGivesTheSameBytes() throws IOException {
    assertThat(extract("dist/reef.pdf")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("  offprint reef.md --theme styles/mine --page-size a5\n");
    // Said in the folder, with whose paths this says the same.
    Path again = home.resolve("again");
    int status =
        run(
            taken().resolve("reef.md").toString(),
            "-d",
            again.toString(),
            "--theme",
            taken().resolve("styles/mine").toString(),
            "--page-size",
            "a5",
            "--booklet");
    assertThat(status).isZero();
    assertThat(files(again)).isEqualTo(files(home.resolve("dist")));
  }

  @Test
  void whateverIsSetCanBeSaidAgain() throws IOException {
    Settings settings =
        Settings.builder()
            .links(LinkList.Mode.FOOTNOTES)
            .placeholders(Settings.Placeholders.MARK)
            .repair(Settings.Repair.OFF)
            .baseUrl("https://example.org/a")
            .pageSize(PageSize.of("150x211mm"))
            .sides(Settings.Sides.ONE)
            .contents(Settings.Contents.TRUE)
            .smart(false)
            .dropCap(true)
            .math(false)
            .build();
    Press press = new Press(new Press.Options(settings, Format.COPIES, false));
    Path article =
        Files.writeString(home.resolve("all.md"), "# All\n\n\"Sand\" -- $x$.\n\n## Sea\n\nIt.\n");
    press.press(article, home.resolve("dist"));
    assertThat(extract("dist/all.pdf")).isZero();
    String[] said =
        err.toString(StandardCharsets.UTF_8).lines().toList().getLast().strip().split(" ");
    assertThat(said).contains("--smart", "--drop-cap", "--math");
    said[1] = taken().resolve("all.md").toString();
    List<String> again = new ArrayList<>(List.of(said).subList(1, said.length));
    again.addAll(List.of("-d", home.resolve("again").toString()));
    assertThat(run(again.toArray(String[]::new))).isZero();
    for (String copy : List.of("all.pdf", "all.epub")) {
      assertThat(home.resolve("again").resolve(copy))
          .hasSameBinaryContentAs(home.resolve("dist").resolve(copy));
    }
  }

  @Test
  void aBagNeedsNothingTakenOut() throws IOException {
    Path bag = Files.createDirectories(home.resolve("reef-bag"));
    Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0\n");
    assertThat(extract("reef-bag")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("[is-a-bag]", "they are in " + bag.resolve("data"));
  }

  @Test
  void nothingIsOverwrittenUnasked() throws IOException {
    Files.createDirectories(taken());
    Files.writeString(taken().resolve("reef.md"), "Mine.\n");
    assertThat(extract("dist/reef.epub")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("reef.md: error", "[other-file]");
    assertThat(files(taken())).containsExactly(Map.entry("reef.md", "Mine.\n"));
    assertThat(extract("dist/reef.epub", "--force")).isZero();
    assertThat(extract("dist/reef.epub")).isZero();
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    byte[] pdf = Files.readAllBytes(home.resolve("dist/reef.pdf"));
    byte[] epub = Files.readAllBytes(home.resolve("dist/reef.epub"));
    Files.write(home.resolve("empty.pdf"), new byte[0]);
    Files.write(home.resolve("short.pdf"), java.util.Arrays.copyOf(pdf, pdf.length / 3));
    Files.write(home.resolve("short.epub"), java.util.Arrays.copyOf(epub, epub.length / 3));
    Files.write(home.resolve("stub.epub"), java.util.Arrays.copyOf(epub, 5));
    Files.writeString(home.resolve("text.pdf"), "Sand.\n");
    Map<String, String> codes =
        Map.of(
            "empty.pdf", "[empty-file]",
            "short.pdf", "[damaged]",
            "short.epub", "[damaged]",
            "stub.epub", "[damaged]",
            "text.pdf", "[no-edition]",
            "none.pdf", "[no-such-file]",
            "reef", "[is-a-folder]");
    codes.forEach(
        (file, code) -> {
          assertThat(extract(file)).as(file).isEqualTo(1);
          assertThat(err.toString(StandardCharsets.UTF_8)).as(file).contains(code);
          assertThat(err.toString(StandardCharsets.UTF_8).lines().count()).isLessThan(3);
        });
  }

  @Test
  void aLinkInTheFolderLeadsNothingOut() throws IOException {
    Files.createDirectories(taken());
    Files.createSymbolicLink(taken().resolve("styles"), home.resolve("themes"));
    assertThat(extract("dist/reef.epub")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("[path-outside]");
  }
}
