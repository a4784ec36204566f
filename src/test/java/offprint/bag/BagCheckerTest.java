package offprint.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import offprint.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bag of each rule of RFC 8493 that breaks it, or bends it. */
class BagCheckerTest {
  @TempDir Path desk;

  /** What is done to a bag, and how the finding begins; there is no other error. */
  private record Spoilt(String finding, UnaryOperator<SmallBag> spoiling) {
    @Override
    public String toString() {
      return finding;
    }
  }

  static List<Spoilt> invalid() {
    return List.of(
        new Spoilt("bag: error: this is no bag", bag -> bag.without("bagit.txt")),
        new Spoilt(
            "bag/bagit.txt: error: this begins with a byte order mark",
            bag -> bag.with("bagit.txt", "\uFEFF" + bag.text("bagit.txt")).untagged()),
        new Spoilt(
            "bag/bagit.txt: error: this has 3 lines",
            bag -> bag.adding("bagit.txt", "More: 1").untagged()),
        new Spoilt(
            "bag/bagit.txt:2: error: here stands 'Tag-File-Character-Encoding: ' and a value",
            bag -> bag.replacing("bagit.txt", "Encoding", "Coding").untagged()),
        new Spoilt(
            "bag/bagit.txt:1: error: there is no version '2.0' of BagIt",
            bag -> bag.ofVersion("2.0")),
        new Spoilt(
            "bag/bagit.txt:1: error: white space is one blank",
            bag -> bag.replacing("bagit.txt", "1.0", "1.0 ").untagged()),
        new Spoilt(
            "bag/bagit.txt:2: error: there is no encoding 'UTF-7½' here",
            bag -> bag.replacing("bagit.txt", "UTF-8", "UTF-7½").untagged()),
        new Spoilt(
            "bag/bag-info.txt: error: this is no UTF-8",
            bag ->
                bag.with("bag-info.txt", "A: ä".getBytes(StandardCharsets.ISO_8859_1)).untagged()),
        new Spoilt(
            "bag: error: the bag has no manifest of its payload",
            bag ->
                bag.without("manifest-sha512.txt")
                    .without("data/a.txt")
                    .without("data/b/c.txt")
                    .with("data/.keep", "")
                    .with("bag-info.txt", "A: b\n")
                    .untagged()),
        new Spoilt(
            "bag/manifest-crc32.txt: error: no checksum of that name",
            bag -> bag.with("manifest-crc32.txt", "0 data/a.txt\n").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: here stands a checksum",
            bag -> bag.adding("manifest-sha512.txt", "data/a.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: 'data/d.txt' is missing",
            bag -> bag.adding("manifest-sha512.txt", "00 data/d.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: 'data/a.txt' has another checksum in line 1",
            bag -> bag.adding("manifest-sha512.txt", "00 data/a.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: 'data/a.txt' is listed in line 1 already",
            bag -> bag.adding("manifest-sha512.txt", bag.line("sha512", "data/a.txt")).untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: '../out.txt' leads out of the bag",
            bag -> bag.adding("manifest-sha512.txt", "00 ../out.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: 'data/../../out.txt' leads out of the bag",
            bag -> bag.adding("manifest-sha512.txt", "00 data/../../out.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: '/etc/passwd' leads out of the bag",
            bag -> bag.adding("manifest-sha512.txt", "00 /etc/passwd").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: 'bag-info.txt' is no path in data/",
            bag ->
                bag.adding("manifest-sha512.txt", bag.line("sha512", "bag-info.txt")).untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:1: error: '*' before a path",
            bag -> bag.replacing("manifest-sha512.txt", "  data/a", " *data/a").untagged()),
        new Spoilt(
            "bag/data/d.txt: error: no manifest lists this file",
            bag -> bag.with("data/d.txt", "").with("bag-info.txt", "A: b\n").untagged()),
        new Spoilt(
            "bag/manifest-md5.txt: error: 'data/b/c.txt' is not here",
            bag -> bag.listed("manifest-md5.txt", "data/a.txt").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:1: error: 'data/a.txt' is not as it was",
            bag -> bag.with("data/a.txt", "hallo")),
        new Spoilt(
            "bag/tagmanifest-sha512.txt:1: error: 'bag-info.txt' is not as it was",
            bag -> bag.adding("bag-info.txt", "A: b")),
        new Spoilt(
            "bag/tagmanifest-sha512.txt:1: error: 'bag-info.txt' is missing",
            bag -> bag.without("bag-info.txt")),
        new Spoilt(
            "bag/tagmanifest-sha512.txt: error: 'manifest-sha512.txt' is not here",
            bag -> bag.listed("tagmanifest-sha512.txt", "bag-info.txt", "bagit.txt")),
        new Spoilt(
            "bag/tagmanifest-sha512.txt:4: error: 'data/a.txt' is of the payload",
            bag -> bag.adding("tagmanifest-sha512.txt", bag.line("sha512", "data/a.txt"))),
        new Spoilt(
            "bag/tagmanifest-sha512.txt: error: 'tagmanifest-md5.txt' is itself a manifest",
            bag ->
                bag.listed(
                        "tagmanifest-md5.txt", "bag-info.txt", "bagit.txt", "manifest-sha512.txt")
                    .adding("tagmanifest-sha512.txt", bag.line("sha512", "tagmanifest-md5.txt"))),
        new Spoilt(
            "bag/bag-info.txt:3: error: here stands a label",
            bag -> bag.adding("bag-info.txt", "no label").untagged()),
        new Spoilt(
            "bag/bag-info.txt:3: error: here stands a label",
            bag -> bag.adding("bag-info.txt", "Blank : before").untagged()),
        new Spoilt(
            "bag/bag-info.txt:2: error: the payload has 11.2, and not 11.3",
            bag -> bag.replacing("bag-info.txt", "11.2", "11.3").untagged()),
        new Spoilt(
            "bag/bag-info.txt:3: error: Payload-Oxum stands here a second time",
            bag -> bag.adding("bag-info.txt", "payload-oxum: 11.2").untagged()),
        new Spoilt(
            "bag/bag-info.txt:2: error: here stand the payload's octets",
            bag -> bag.replacing("bag-info.txt", "11.2", "11 in 2").untagged()),
        new Spoilt(
            "bag/fetch.txt:1: error: 'data/a.txt' is yet to be fetched",
            bag ->
                bag.with("fetch.txt", "https://example.org/a%20b 5 data/a.txt\n")
                    .without("data/a.txt")),
        new Spoilt(
            "bag/fetch.txt:1: error: 'data/d.txt' is to be fetched and not in",
            bag -> bag.with("fetch.txt", "https://example.org/ - data/d.txt\n")),
        new Spoilt(
            "bag/fetch.txt:1: error: here stands an absolute address",
            bag -> bag.with("fetch.txt", "a.txt - data/a.txt\n")),
        new Spoilt(
            "bag/fetch.txt:1: error: '~/a.txt' leads out of the bag",
            bag -> bag.with("fetch.txt", "https://example.org/ - ~/a.txt\n")),
        new Spoilt(
            "bag/manifest-sha512.txt:3: error: a percent sign in a path is written '%25'",
            bag ->
                bag.with("data/5%.txt", "")
                    .adding("manifest-sha512.txt", bag.line("sha512", "data/5%.txt"))
                    .with("bag-info.txt", "A: b\n")
                    .untagged()));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void findsWhatMakesABagInvalid(Spoilt spoilt) {
    assertThat(errors(spoilt.spoiling.apply(SmallBag.in(desk)).findings()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).startsWith(spoilt.finding));
  }

  static List<Spoilt> odd() {
    return List.of(
        new Spoilt(
            "bag/manifest-sha512.txt:1: warning: '*' before a path",
            bag -> bag.ofVersion("0.97").replacing("manifest-sha512.txt", "  data/a", " *data/a")),
        new Spoilt(
            "bag/manifest-sha512.txt:1: warning: './' before a path",
            bag -> bag.replacing("manifest-sha512.txt", "data/a", "./data/a").untagged()),
        new Spoilt(
            "bag/manifest-sha512.txt:3: warning: 'data/a.txt' is listed in line 1 already",
            bag ->
                bag.ofVersion("0.97")
                    .adding("manifest-sha512.txt", bag.line("sha512", "data/a.txt"))),
        new Spoilt(
            "bag/manifest-sha512.txt:1: warning: 'data/A.txt' is there by the name of 'data/a.txt'",
            bag -> bag.replacing("manifest-sha512.txt", "data/a", "data/A").untagged()),
        new Spoilt(
            "bag/bag-info.txt: warning: UTF-8 needs no byte order mark",
            bag -> bag.with("bag-info.txt", "\uFEFF" + bag.text("bag-info.txt")).untagged()),
        new Spoilt(
            "bag/bag-info.txt:1: warning: a date is written as 2025-12-31",
            bag -> bag.replacing("bag-info.txt", "2025-12-01", "1 December 2025").untagged()),
        new Spoilt(
            "bag/notes.txt: warning: no checksum keeps this file from being changed",
            bag -> bag.with("notes.txt", "ours")),
        new Spoilt(
            "bag/data/a.txt.: warning: this has a name that some systems cannot have",
            bag ->
                bag.with("data/a.txt.", "hello")
                    .without("data/a.txt")
                    .listed("manifest-sha512.txt", "data/a.txt.", "data/b/c.txt")
                    .untagged()));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void warnsOfWhatIsOddInAValidBag(Spoilt odd) {
    List<Finding> findings = odd.spoiling.apply(SmallBag.in(desk)).findings();
    assertThat(errors(findings)).isEmpty();
    assertThat(findings)
        .singleElement()
        .satisfies(finding -> assertThat(finding.toString()).startsWith(odd.finding));
  }

  @Test
  void hasNothingToSayOfABagAsItShouldBe() {
    assertThat(SmallBag.in(desk).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.93", "0.94", "0.95", "0.96", "0.97"})
  void knowsTheDraftsByTheirOwnRules(String version) {
    SmallBag bag =
        SmallBag.in(desk)
            .ofVersion(version)
            .replacing("bagit.txt", ": ", " : ")
            .adding("bag-info.txt", "Test-Tag   :  5")
            .listed("manifest-sha512.txt", "data/a.txt")
            .listed("manifest-md5.txt", "data/b/c.txt");
    assertThat(bag.findings()).isEmpty();
  }

  @Test
  void readsTagFilesAsTheBagSays() {
    SmallBag bag = SmallBag.in(desk).replacing("bagit.txt", "UTF-8", "UTF-16").untagged();
    for (String file : List.of("bag-info.txt", "manifest-sha512.txt")) {
      bag.with(file, bag.text(file).getBytes(StandardCharsets.UTF_16));
    }
    assertThat(bag.findings()).isEmpty();
  }

  @Test
  void endsLinesWithAnyLineEnd() {
    SmallBag bag = SmallBag.in(desk).untagged().replacing("bagit.txt", "\n", "\r\n");
    bag.replacing("manifest-sha512.txt", "\n", "\r").replacing("bag-info.txt", "\n", "\r\n");
    assertThat(bag.findings()).isEmpty();
  }

  @Test
  void decodesLineEndsAndPercentSignsInPathsAndNothingElse() {
    SmallBag bag =
        SmallBag.in(desk).untagged().with("data/5%20a\nb.txt", "").without("bag-info.txt");
    bag.adding(
        "manifest-sha512.txt",
        bag.line("sha512", "data/5%20a\nb.txt").replace("%", "%25").replace("\n", "%0a"));
    assertThat(errors(bag.findings())).isEmpty();
  }

  @Test
  void followsNoLinkOutOfTheBag() throws IOException {
    Path secret = Files.writeString(desk.resolve("secret.txt"), "hello");
    Path folder = SmallBag.in(desk.resolve("bag")).without("data/a.txt").write();
    Files.createSymbolicLink(folder.resolve("data/a.txt"), secret);
    assertThat(errors(SmallBag.findings(folder)))
        .extracting(Finding::toString)
        .anyMatch(text -> text.startsWith("bag/data/a.txt: error: this is a link to elsewhere"))
        .anyMatch(text -> text.contains("'data/a.txt' is missing"));
  }

  @Test
  void takesOneManifestOfEachKind() {
    SmallBag bag = SmallBag.in(desk).ofVersion("0.97").without("bag-info.txt");
    bag.with("manifest-SHA-512.txt", bag.text("manifest-sha512.txt"));
    assertThat(errors(bag.findings())).extracting(Finding::code).containsOnly("second-manifest");
  }

  @Test
  void aFolderThatIsNotThereIsNoBag() {
    assertThat(SmallBag.findings(desk.resolve("gone")))
        .extracting(Finding::code)
        .containsExactly("not-a-bag");
  }

  private static List<Finding> errors(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }
}
