package offprint.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagWriterTest {
  private static final Instant DAY = Instant.parse("2025-12-01T00:00:00Z");

  @TempDir Path desk;
  private Findings findings = new Findings();

  @Test
  void aBagIsCompleteAndValid() {
    Path bag = requireNonNull(bag("tides.md", "fig/moon.png"));
    assertThat(SmallBag.findings(bag)).isEmpty();
    LocVerifier.assertValid(bag);
    assertThat(bag).isEqualTo(desk.resolve("tides-bag"));
  }

  @Test
  void namesEveryFileInOrder() throws IOException {
    Path bag = requireNonNull(bag("tides.md", "fig/moon.png"));
    assertThat(Files.readString(bag.resolve("manifest-sha512.txt")).replaceAll("[0-9a-f]{128}", ""))
        .isEqualTo(
            """
              data/dublin-core.xml
              data/fig/moon.png
              data/findings.json
              data/tides.md
            """);
    assertThat(
            Files.readString(bag.resolve("tagmanifest-sha512.txt"))
                .replaceAll("[0-9a-f]{128}  ", ""))
        .isEqualTo("bag-info.txt\nbagit.txt\nmanifest-sha512.txt\n");
  }

  @Test
  void tellsWhatItHolds() throws IOException {
    Path bag = requireNonNull(bag("tides.md"));
    long octets = 0;
    for (String name : List.of("tides.md", "findings.json", "dublin-core.xml")) {
      octets += Files.size(bag.resolve("data").resolve(name));
    }
    assertThat(Files.readString(bag.resolve("bag-info.txt")))
        .isEqualTo(
            """
            Source-Organization: The Harbour Press
            External-Description: Ada Byron; Bo Li. Tides & Moons: A <short> guide. Why the
              sea comes and goes, told to those who live by it and have always known
            Bagging-Date: 2025-12-01
            External-Identifier: https://doi.org/10.1000/182
            Internal-Sender-Identifier: tides.md
            Payload-Oxum: %d.3
            Bag-Software-Agent: Offprint
            """
                .formatted(octets));
  }

  @Test
  void saysTheCataloguesWordsInDublinCore() throws IOException {
    Path bag = requireNonNull(bag("tides.md"));
    assertThat(Files.readString(bag.resolve("data/dublin-core.xml")).lines().skip(6))
        .containsExactly(
            "  <dc:title xml:lang=\"en-GB\">Tides &amp; Moons: A &lt;short&gt; guide</dc:title>",
            "  <dc:creator>Ada Byron</dc:creator>",
            "  <dc:creator>Bo Li</dc:creator>",
            "  <dc:subject xml:lang=\"en-GB\">sea</dc:subject>",
            "  <dc:description xml:lang=\"en-GB\">Why the sea comes and goes, told to those who"
                + " live by it and have always known</dc:description>",
            "  <dc:publisher>The Harbour Press</dc:publisher>",
            "  <dc:date>2025-12-01</dc:date>",
            "  <dc:type>Text</dc:type>",
            "  <dc:format>application/pdf</dc:format>",
            "  <dc:format>application/epub+zip</dc:format>",
            "  <dc:identifier>https://doi.org/10.1000/182</dc:identifier>",
            "  <dc:language>en-GB</dc:language>",
            "  <dc:relation>urn:uuid:1</dc:relation>",
            "  <dc:relation>urn:uuid:2</dc:relation>",
            "  <dc:rights xml:lang=\"en-GB\">CC0</dc:rights>",
            "</oai_dc:dc>");
  }

  @Test
  void isValidByTheSchemaOfDublinCore() throws Exception {
    Path core = requireNonNull(bag("tides.md")).resolve("data/dublin-core.xml");
    DublinCoreSchema.assertValid(core);
    String text = Files.readString(core);
    for (String other :
        List.of(
            text.replace("dc:type", "dc:kind"),
            text.replace("<dc:type>", "<dc:type id='a'>"),
            text.replace("en-GB", "in English"))) {
      Files.writeString(core, other);
      assertThatThrownBy(() -> DublinCoreSchema.assertValid(core)).as(other).isNotNull();
    }
  }

  @Test
  void tellsFindingsWithTheirPlaces() throws IOException {
    findings.warning("a-code", new Place("tides.md", 3, 7), "what is wrong", "what to do");
    findings.info("b-code", Place.of("tides.md"), "what was seen", null);
    Path bag = requireNonNull(bag("tides.md"));
    assertThat(Files.readString(bag.resolve("data/findings.json")))
        .isEqualTo(
            """
            {
              "findings": [
                {
                  "severity": "warning",
                  "code": "a-code",
                  "file": "tides.md",
                  "line": 3,
                  "column": 7,
                  "message": "what is wrong",
                  "hint": "what to do"
                },
                {
                  "severity": "info",
                  "code": "b-code",
                  "file": "tides.md",
                  "line": null,
                  "column": null,
                  "message": "what was seen",
                  "hint": null
                }
              ]
            }
            """);
  }

  // As RFC 8493 has it, section 2.1.3; the Library's verifier, which is older, does not.
  @ParameterizedTest
  @ValueSource(strings = {"5 % of it.md", "%0A.md"})
  void encodesPercentSignsAndWarnsOfThem(String name) throws IOException {
    Path bag = requireNonNull(bag(name));
    assertThat(Files.readString(bag.resolve("manifest-sha512.txt")))
        .contains("  data/" + name.replace("%", "%25") + "\n");
    assertThat(SmallBag.findings(bag)).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    assertThat(findings.list()).extracting(Finding::code).containsExactly("unportable-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines.md", "two\r\nlines.md", "Núñez 月.md"})
  void keepsTheNamesOfFiles(String name) {
    Path bag = requireNonNull(bag(name));
    assertThat(bag.resolve("data").resolve(name)).isRegularFile();
    assertThat(SmallBag.findings(bag)).noneMatch(f -> f.severity() == Finding.Severity.ERROR);
    LocVerifier.assertValid(bag);
  }

  @Test
  void warnsOfNamesThatDoNotTravel() {
    assertThat(bag("tides.md", "a:b.png", "Nu\u0301n\u0303ez.png", "moon.png")).isNotNull();
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("unportable-name", "unportable-name");
  }

  @Test
  void takesNoTwoFilesOfOneName() {
    assertThat(bag("tides.md", "Findings.json")).isNull();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("same-name");
    assertThat(desk).isEmptyDirectory();
  }

  @Test
  void replacesItsOwnBagAsAWhole() throws IOException {
    bag("tides.md", "old.png");
    Path bag = requireNonNull(bag("tides.md", "new.png"));
    assertThat(bag.resolve("data/new.png")).exists();
    assertThat(bag.resolve("data/old.png")).doesNotExist();
    LocVerifier.assertValid(bag);
    assertThat(contents(desk).keySet()).allMatch(path -> path.startsWith("tides-bag/"));
  }

  @Test
  void replacesNothingElse() throws IOException {
    Path bag = requireNonNull(bag("tides.md"));
    refused(() -> Files.writeString(bag.resolve("notes.txt"), "a librarian's"));
    Files.delete(bag.resolve("notes.txt"));
    Path article = bag.resolve("data/tides.md");
    String before = Files.readString(article);
    refused(() -> Files.writeString(article, "mended by hand"));
    Files.writeString(article, before);
    refused(() -> Files.move(bag, desk.resolve("kept")));
  }

  private interface Deed {
    void now() throws IOException;
  }

  // What another did is there afterwards as before; where the bag was taken away, a folder of
  // another sort stands in its place.
  private void refused(Deed deed) throws IOException {
    deed.now();
    findings = new Findings();
    Path bag = desk.resolve("tides-bag");
    if (!Files.exists(bag)) {
      Files.createDirectory(bag);
    }
    Map<String, String> before = contents(desk);
    assertThat(bag("tides.md", "new.png")).isNull();
    assertThat(findings.list()).extracting(Finding::code).contains("unwritable");
    assertThat(contents(desk)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tides-bag.part", "tides-bag.old"})
  void leavesAloneWhatAStoppedRunLeft(String left) throws IOException {
    bag("tides.md");
    Files.createDirectory(desk.resolve(left));
    Map<String, String> before = contents(desk);
    assertThat(bag("tides.md", "new.png")).isNull();
    assertThat(findings.list()).extracting(Finding::message).first().asString().contains(left);
    assertThat(contents(desk)).isEqualTo(before);
    assertThat(desk.resolve(left)).exists();
  }

  @Test
  void replacesNoBagOfAnotherArticle() throws IOException {
    bag("tides.md");
    Map<String, String> before = contents(desk);
    assertThat(bag("tides.txt")).isNull();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("unwritable");
    assertThat(contents(desk)).isEqualTo(before);
  }

  // Small and capital digits mean the same in a manifest, and so do blanks and tabs; nothing keeps
  // the manifest of tag files itself but that it must agree with them.
  @Test
  void noticesAnyByteThatChanged() throws IOException {
    Path bag = requireNonNull(bag("tides.md", "fig/moon.png"));
    Random random = new Random(8493);
    for (Path file : files(bag)) {
      byte[] whole = Files.readAllBytes(file);
      for (int i = 0; i < 60; i++) {
        byte[] changed = whole.clone();
        changed[random.nextInt(whole.length)] ^= (byte) (1 + random.nextInt(255));
        Files.write(file, changed);
        assertThat(
                SmallBag.findings(bag).stream()
                        .anyMatch(f -> f.severity() == Finding.Severity.ERROR)
                    || file.endsWith("tagmanifest-sha512.txt") && alike(changed, whole))
            .as(file + ": " + new String(changed, UTF_8))
            .isTrue();
      }
      Files.write(file, whole);
    }
  }

  private static boolean alike(byte[] one, byte[] other) {
    return meaning(one).equals(meaning(other));
  }

  private static String meaning(byte[] manifest) {
    return new String(manifest, UTF_8)
        .replaceAll("[ \t]+", " ")
        .replace('\r', '\n')
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void isTheSameByteForByte() throws IOException {
    bag("tides.md", "a.png", "b.png");
    Map<String, String> first = contents(desk);
    bag("tides.md", "b.png", "a.png");
    assertThat(contents(desk)).isEqualTo(first);
  }

  private @Nullable Path bag(String article, String... parts) {
    BagWriter writer = new BagWriter(desk, "tides", article, findings);
    writer.add(article, "# Tides\n".getBytes(UTF_8));
    for (String part : parts) {
      writer.add(part, part.getBytes(UTF_8));
    }
    return writer.write(entry(), LocalDate.of(2025, 12, 1), findings.list());
  }

  private static CatalogueEntry entry() {
    return new CatalogueEntry(
        "https://doi.org/10.1000/182",
        Map.of(Copy.PRINTED, "urn:uuid:1", Copy.READER, "urn:uuid:2", Copy.BOOKLET, "urn:uuid:3"),
        "Tides & Moons",
        "A <short> guide",
        List.of(
            new CatalogueEntry.Creator("Ada Byron", "Byron, Ada", "aut", null),
            new CatalogueEntry.Creator("Bo Li", "Li, Bo", "aut", null)),
        "en-GB",
        "Why the sea comes and goes, told to those who live by it and have always known",
        List.of("sea"),
        "The Harbour Press",
        "CC0",
        null,
        LocalDate.of(2025, 12, 1),
        DAY,
        DAY);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(folder)) {
      contents.put(folder.relativize(file).toString(), Files.readString(file));
    }
    return contents;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
