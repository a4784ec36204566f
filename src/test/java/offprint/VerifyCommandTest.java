package offprint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import offprint.archive.Recipe;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.pdf.Repacked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code offprint verify}: what is as it was, and what is not, and where. */
class VerifyCommandTest {
  private static final int CHANGES = 200;

  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void anArticle() throws IOException {
    Files.writeString(
        home.resolve("reef.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M1 1h7v7z'/></svg>");
    Files.writeString(
        home.resolve("reef.md"),
        "# Reef\n\nSand and [sea](https://example.org/).\n\n![A](reef.svg)\n");
    assertThat(run(home.resolve("reef.md").toString(), "-d", dist().toString(), "--booklet"))
        .isZero();
  }

  private Path dist() {
    return home.resolve("dist");
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return new Offprint(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).replace(home.toString(), "");
  }

  private byte[] read(String name) throws IOException {
    return Files.readAllBytes(dist().resolve(name));
  }

  private int verify(String name, byte[] bytes) throws IOException {
    return run("verify", Files.write(home.resolve(name), bytes).toString());
  }

  @Test
  void everyEditionIsWhatItsSourceMakes() {
    String pdf = dist().resolve("reef.pdf").toString();
    String epub = dist().resolve("reef.epub").toString();
    String booklet = dist().resolve("reef-booklet.pdf").toString();
    assertThat(run("verify", pdf, epub, booklet)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(pdf + ": identical", epub + ": identical", booklet + ": identical");
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reef.pdf", "reef.epub"})
  void everyChangedByteIsFound(String edition) throws IOException {
    byte[] bytes = read(edition);
    Random random = new Random(1517);
    for (int i = 0; i < CHANGES; i++) {
      int at = random.nextInt(bytes.length);
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertThat(verify(edition, changed)).as("byte " + at).isEqualTo(1);
      assertThat(said()).as("byte " + at).matches("(?s)/reef\\.(pdf|epub): error: .*");
    }
  }

  @Test
  void aDifferenceHasAPlaceInTheBook() throws IOException {
    byte[] epub =
        repacked(
            read("reef.epub"),
            Deflater.DEFAULT_COMPRESSION,
            "OEBPS/text.xhtml",
            text -> text.replace("Sand", "Dust"));
    String text = text(read("reef.epub"), "OEBPS/text.xhtml");
    List<String> before = text.substring(0, text.indexOf("Sand")).lines().toList();
    assertThat(verify("reef.epub", epub)).isEqualTo(1);
    assertThat(said())
        .contains(
            "in 'OEBPS/text.xhtml' from line %d, column %d on"
                .formatted(before.size(), before.getLast().length() + 1));
  }

  @Test
  void aDifferenceHasAPlaceInThePrintedCopy() throws IOException {
    byte[] pdf = read("reef.pdf");
    byte[] changed = pdf.clone();
    // The packet of XMP is not packed.
    changed[new String(pdf, StandardCharsets.ISO_8859_1).indexOf("<x:xmpmeta") + 20] ^= 1;
    assertThat(verify("reef.pdf", changed)).isEqualTo(1);
    assertThat(said())
        .containsPattern(
            "it differs from byte \\d+ on, in the metadata \\(object \\d+, from byte \\d+ of its"
                + " content\\)");
    changed = pdf.clone();
    changed[pdf.length - 8] ^= 1;
    assertThat(verify("reef.pdf", changed)).isEqualTo(1);
    assertThat(said()).contains("the end of the file");
    assertThat(verify("reef.pdf", Arrays.copyOf(pdf, pdf.length + 1))).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    byte[] pdf = read("reef.pdf");
    byte[] epub = read("reef.epub");
    assertThat(verify("a.pdf", new byte[0])).isEqualTo(1);
    assertThat(said()).contains("[empty-file]");
    for (int part = 1; part < 8; part++) {
      assertThat(verify("a.pdf", Arrays.copyOf(pdf, pdf.length * part / 8))).isEqualTo(1);
      assertThat(said()).contains("error: ");
      assertThat(verify("a.epub", Arrays.copyOf(epub, epub.length * part / 8))).isEqualTo(1);
      assertThat(said()).contains("[damaged]");
    }
    assertThat(run("verify", home.resolve("none.pdf").toString())).isEqualTo(1);
    assertThat(said()).contains("[no-such-file]");
    assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("none.pdf: not verified\n");
    assertThat(run("verify")).isEqualTo(2);
  }

  @Test
  void anotherVersionIsNotCalledDamage() throws IOException {
    byte[] epub =
        repacked(
            read("reef.epub"),
            Deflater.DEFAULT_COMPRESSION,
            "OEBPS/source/offprint.json",
            text -> text.replaceFirst("\"offprint\": \"[^\"]*\"", "\"offprint\": \"0.0.9\""));
    assertThat(verify("reef.epub", epub)).isEqualTo(1);
    assertThat(said()).contains("made by Offprint 0.0.9, this is " + Recipe.thisVersion());
  }

  // What a Java with another zlib writes: the same in streams of other bytes.
  @Test
  void anotherCompressorIsNotCalledDamage() throws IOException {
    Press.Options options = new Press.Options(Settings.NONE, Format.COPIES, false);
    Press elsewhere = new Press(options, FontBook.bundled(), null, "deflate-0");
    elsewhere.press(home.resolve("reef.md"), home.resolve("else"));
    byte[] epub = Files.readAllBytes(home.resolve("else/reef.epub"));
    byte[] packed = repacked(epub, Deflater.BEST_SPEED, "", text -> text);
    assertThat(verify("reef.epub", packed)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(": identical inside; ");
    byte[] other = repacked(epub, 1, "OEBPS/nav.xhtml", text -> text.replace("Reef", "Reeh"));
    assertThat(verify("reef.epub", other)).isEqualTo(1);
    assertThat(said()).contains("OEBPS/nav.xhtml");
    byte[] pdf = Repacked.of(Files.readAllBytes(home.resolve("else/reef.pdf")));
    assertThat(verify("reef.pdf", pdf)).as(said()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(": identical inside; ");
    // Where the compressor is the same, so must be what it has packed.
    byte[] ours = repacked(read("reef.epub"), Deflater.BEST_SPEED, "", text -> text);
    assertThat(verify("reef.epub", ours)).isEqualTo(1);
    assertThat(said()).contains("is packed");
    assertThat(verify("reef.pdf", Repacked.of(read("reef.pdf")))).isEqualTo(1);
  }

  @Test
  void aBagOfAnotherCompressorIsNotCalledDamage() throws Exception {
    Press.Options options = new Press.Options(Settings.NONE, Format.COPIES, false);
    new Press(options, FontBook.bundled(), null, "deflate-0").bag(home.resolve("reef.md"), home);
    Path bag = home.resolve("reef-bag");
    Path pdf = bag.resolve("data/reef.pdf");
    Path epub = bag.resolve("data/reef.epub");
    Files.write(pdf, Repacked.of(Files.readAllBytes(pdf)));
    Files.write(epub, repacked(Files.readAllBytes(epub), 1, "", text -> text));
    assertThat(run("verify", bag.toString())).as("the manifest knows them otherwise").isEqualTo(1);
    seal(bag);
    assertThat(run("verify", bag.toString())).as(said()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("valid\n", pdf + ": identical inside; ", epub + ": identical inside; ");
    Files.write(pdf, Repacked.of(Files.readAllBytes(pdf), VerifyCommandTest::withAnotherRole));
    seal(bag);
    assertThat(run("verify", bag.toString())).isEqualTo(1);
    assertThat(said()).containsPattern("in the structure.*, element H1 \\(object \\d+\\)");
  }

  private static String withAnotherRole(String objects) {
    return objects.replace("/S/H1", "/S/H2");
  }

  @Test
  void aSmallPartThatDiffersHasAName() throws IOException {
    byte[] pdf = read("reef.pdf");
    Map<String, String> parts =
        Map.of(
            "/S/H1", "in the structure of page 1, element H1 (object ",
            "/Subtype/Link", "in a link on page 1 (object ",
            "/Type/FontDescriptor", "in the description of the face ",
            "/Type/Outlines", "in the bookmarks (object ",
            "/Type/StructTreeRoot", "in the root of the structure (object ",
            " Tf", "in the content of page 1 (object ");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String key = part.getKey();
      String other = key.substring(0, key.length() - 1) + "x";
      byte[] changed = Repacked.of(pdf, content -> content.replace(key, other));
      assertThat(verify("reef.pdf", changed)).as(key).isEqualTo(1);
      assertThat(said()).as(key).contains(part.getValue());
    }
  }

  /** Makes a bag's manifests true again. */
  private static void seal(Path bag) throws Exception {
    long octets = 0;
    for (String name : List.of("manifest-sha512.txt", "tagmanifest-sha512.txt")) {
      StringBuilder manifest = new StringBuilder();
      for (String line : Files.readAllLines(bag.resolve(name))) {
        String path = line.replaceFirst("^\\w+ +", "");
        byte[] bytes = Files.readAllBytes(bag.resolve(path));
        octets += name.startsWith("tag") ? 0 : bytes.length;
        String digest =
            HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
        manifest.append(digest).append("  ").append(path).append('\n');
      }
      Files.writeString(bag.resolve(name), manifest);
      Path info = bag.resolve("bag-info.txt");
      Files.writeString(info, Files.readString(info).replaceFirst("Oxum: \\d+", "Oxum: " + octets));
    }
  }

  @Test
  void whatIsReadFromStandardInputCanBeSetAgain() {
    byte[] article = "Sand, with no title.\n".getBytes(StandardCharsets.UTF_8);
    Press press = new Press(Press.Options.DEFAULT);
    for (Path file : press.press(new ByteArrayInputStream(article), "<stdin>", dist()).written()) {
      assertThat(run("verify", file.toString())).as(said()).isZero();
    }
  }

  @Test
  void settingsAndTheDateAreSetAgain() throws IOException {
    Settings settings =
        Settings.builder()
            .pageSize(requireNonNull(PageSize.of("150x211mm")))
            .smart(false)
            .baseUrl("https://example.org/")
            .build();
    Press.Options options = new Press.Options(settings, List.of(Format.values()), false);
    Press press = new Press(options, FontBook.bundled(), " 1700000000 ", "");
    for (Path file : press.press(home.resolve("reef.md"), dist()).written()) {
      assertThat(run("verify", file.toString())).as(said()).isZero();
    }
    assertThat(text(read("reef.epub"), "OEBPS/content.opf")).contains("2023-11-14T22:13:20Z");
  }

  @Test
  void howAThemesPathIsWrittenIsNoPartOfTheArticle() throws IOException {
    Path theme = Files.createDirectories(home.resolve("my themes/mine"));
    Files.writeString(theme.resolve("print.css"), "@import \"../classic/print.css\";\n");
    for (String end : List.of("", "/", "/../mine", "/.")) {
      String article = home.resolve("reef.md").toString();
      assertThat(run(article, "-d", dist().toString(), "--theme", theme + end)).isZero();
      assertThat(run("verify", dist().resolve("reef.epub").toString())).as(said()).isZero();
    }
  }

  @Test
  void aFaceThatMustNotBePassedOnIsNamedAndNotCarried() throws IOException {
    byte[] face =
        Files.readAllBytes(
            Path.of("src/main/resources/fonts/source-code-pro/SourceCodePro-Regular.ttf"));
    ByteBuffer tables = ByteBuffer.wrap(face);
    for (int i = 0; i < tables.getShort(4); i++) {
      int record = 12 + 16 * i;
      if (new String(face, record, 4, StandardCharsets.US_ASCII).equals("OS/2")) {
        // For preview and print only (OpenType 1.9, OS/2, fsType), and the table's checksum.
        tables.putShort(tables.getInt(record + 8) + 8, (short) 4);
        tables.putInt(record + 4, tables.getInt(record + 4) + (4 << 16));
      }
    }
    Path font = Files.write(home.resolve("Strict.ttf"), face);
    Files.writeString(home.resolve("reef.md"), "# Reef\n\nSand \u2501 sea.\n");
    String article = home.resolve("reef.md").toString();
    assertThat(run(article, "-d", dist().toString(), "--font", font.toString())).isZero();
    assertThat(text(read("reef.epub"), "OEBPS/source/offprint.json"))
        .containsPattern(
            "\"path\": \"fonts/Strict.ttf\",\\s*\"sha-256\": .*\\s*\"carried\": false");
    assertThat(run("verify", dist().resolve("reef.pdf").toString())).isEqualTo(1);
    assertThat(said()).contains("not here: fonts/Strict.ttf (SHA-256 ", "; --font names");
    Path lent = Files.createDirectories(home.resolve("lent"));
    String pdf = dist().resolve("reef.pdf").toString();
    Path other = Path.of("src/main/resources/fonts/source-code-pro/SourceCodePro-Regular.ttf");
    Files.copy(other, lent.resolve("Strict.ttf"));
    assertThat(run("verify", pdf, "--font", lent.toString())).isEqualTo(1);
    assertThat(said()).contains("not here: fonts/Strict.ttf");
    Files.write(lent.resolve("by another name.ttf"), face);
    assertThat(run("verify", pdf, "--font", lent.toString())).as(said()).isZero();
    assertThat(run("verify", pdf, "--font", home.resolve("none").toString())).isEqualTo(1);
    assertThat(said()).contains("[no-such-font]");
    assertThat(run("extract", pdf, "-d", home.resolve("taken").toString())).isZero();
    assertThat(said())
        .contains("--font fonts/Strict.ttf\nwith what the edition may not carry: fonts/Strict.ttf");
  }

  @Test
  void aBagIsWholeAndSoAreItsEditions() throws IOException {
    assertThat(run("bag", home.resolve("reef.md").toString(), "-d", dist().toString())).isZero();
    Path bag = dist().resolve("reef-bag");
    assertThat(run("verify", bag.toString())).as(said()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            bag + ": valid",
            bag.resolve("data/reef.pdf") + ": identical",
            bag.resolve("data/reef.epub") + ": identical");
    Files.writeString(bag.resolve("data/reef.md"), "# Reef\n");
    assertThat(run("verify", bag.toString())).isEqualTo(1);
    assertThat(said()).contains("[other-file]");
    assertThat(run("verify", home.toString())).isEqualTo(1);
  }

  /** Something done to a text. */
  private interface Change {
    String of(String text);
  }

  private static String text(byte[] epub, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no " + name);
  }

  private static byte[] repacked(byte[] epub, int level, String name, Change change)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(epub));
        ZipOutputStream to = new ZipOutputStream(packed)) {
      to.setLevel(level);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            entry.getName().equals(name)
                ? change
                    .of(new String(content, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : content);
      }
    }
    return packed.toByteArray();
  }
}
