package offprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.bag.BagChecker;
import offprint.bag.LocVerifier;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BagCommandTest {
  private static final String TIDES =
      "---\ntitle: Tides\ndate: 2025-12-01\n---\n\nThe harbour was quiet. [Quay](#)\n";

  @TempDir Path desk;
  private String out = "";
  private String err = "";

  @ParameterizedTest
  @MethodSource("offprint.ArticlesTest#articles")
  void putsAnyArticleIntoAValidBag(Path article) throws IOException {
    boolean copies = run(article.toString(), "-d", desk.resolve("copies").toString()) == 0;
    assertThat(run("bag", article.toString(), "-d", desk.resolve("bags").toString()))
        .as(err)
        .isEqualTo(copies ? 0 : 1);
    if (copies) {
      String name = Press.nameOf(article);
      Path bag = desk.resolve("bags").resolve(name + "-bag");
      assertThat(out).isEqualTo(bag + "\n");
      assertValid(bag);
      for (String copy : new String[] {name + ".pdf", name + ".epub"}) {
        assertThat(bag.resolve("data").resolve(copy))
            .hasSameBinaryContentAs(desk.resolve("copies").resolve(copy));
      }
      assertThat(bag.resolve("data").resolve(article.getFileName()))
          .hasSameTextualContentAs(article);
    }
  }

  @Test
  void holdsAThemeOfTheAuthorsAndThePictures() throws IOException {
    Path theme = Files.createDirectories(desk.resolve("looks/mine"));
    Files.writeString(theme.resolve("print.css"), "@import 'own.css';\np { wobble: 3 }\n");
    Files.writeString(theme.resolve("own.css"), "@import '../classic/print.css';\n");
    Path article = article("tides.md", TIDES + "\n![Moon](fig/moon.svg)\n");
    Files.createDirectories(desk.resolve("fig"));
    Files.writeString(
        desk.resolve("fig/moon.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><circle r='4'/></svg>");
    assertThat(bag(article, "--theme", theme.toString(), "--page-size", "a5")).isZero();
    Path bag = desk.resolve("bags/tides-bag");
    assertValid(bag);
    assertThat(contents(bag).keySet())
        .contains(
            "data/fig/moon.svg",
            "data/offprint.json",
            "data/styles/mine/own.css",
            "data/styles/mine/print.css");
    assertThat(Files.readString(bag.resolve("data/findings.json")))
        .contains("\"file\": \"styles/mine/print.css\"", "\"file\": \"tides.md\"")
        .doesNotContain(desk.toString());
  }

  @Test
  void isTheSameWhereverTheArticleLiesAndTheBagGoes() throws IOException {
    Path one = article("tides.md", TIDES);
    Path two = article("elsewhere/tides.md", TIDES);
    assertThat(run("bag", one.toString(), "-d", desk.resolve("a").toString())).isZero();
    assertThat(run("bag", two.toString(), "-d", desk.resolve("b").toString())).isZero();
    assertThat(contents(desk.resolve("b"))).isEqualTo(contents(desk.resolve("a")));
  }

  @Test
  void datesABagByItsArticleAndNotByTheClock() throws IOException {
    bag(article("dated.md", TIDES));
    bag(article("modified.md", TIDES.replace("date:", "modified: 2026-02-03\ndate:")));
    bag(article("undated.md", "# Tides\n\nThe harbour was quiet.\n"));
    assertThat(desk.resolve("bags/dated-bag/bag-info.txt"))
        .content()
        .contains("\nBagging-Date: 2025-12-01\n");
    assertThat(desk.resolve("bags/modified-bag/bag-info.txt"))
        .content()
        .contains("\nBagging-Date: 2026-02-03\n");
    assertThat(desk.resolve("bags/undated-bag/bag-info.txt"))
        .content()
        .doesNotContain("Bagging-Date");
  }

  @Test
  void anArticleWithErrorsLeavesItsEarlierBag() throws IOException {
    bag(article("tides.md", TIDES));
    Map<String, String> before = contents(desk.resolve("bags"));
    assertThat(bag(article("tides.md", TIDES + "\n![Gone](gone.png)\n"))).isEqualTo(1);
    assertThat(bag(article("tides.md", TIDES), "--strict")).isEqualTo(1);
    assertThat(err).contains("[strict]");
    assertThat(contents(desk.resolve("bags"))).isEqualTo(before);
  }

  @Test
  void severalArticlesHaveABagEach() throws IOException {
    Path one = article("one.md", TIDES);
    Path two = article("two.md", TIDES);
    assertThat(bag(one, two.toString())).isZero();
    assertThat(out)
        .isEqualTo(desk.resolve("bags/one-bag") + "\n" + desk.resolve("bags/two-bag") + "\n");
    assertThat(bag(one, article("elsewhere/One.md", TIDES).toString())).isEqualTo(1);
    assertThat(err).contains("One-bag would be written from").contains("[same-name]");
  }

  @Test
  void standardInputGetsABagToo() throws IOException {
    assertThat(run("bag", "-", "-d", desk.toString())).as(err).isZero();
    assertValid(desk.resolve("article-bag"));
    assertThat(desk.resolve("article-bag/data/article.md")).hasContent(TIDES);
  }

  @Test
  void whatIsInABagIsVerifiedWithIt() throws IOException {
    bag(article("tides.md", TIDES));
    Path bag = desk.resolve("bags/tides-bag");
    assertThat(run("verify", bag.toString())).as(err).isZero();
    assertThat(out)
        .isEqualTo(
            "%1$s: valid\n%1$s/data/tides.pdf: identical\n%1$s/data/tides.epub: identical\n"
                .formatted(bag));
    assertThat(err).isEmpty();
  }

  @Test
  void aBagOfAnotherArticleThanItsEditionsIsFound() throws IOException {
    bag(article("tides.md", TIDES));
    Path bag = desk.resolve("bags/tides-bag");
    Path source = bag.resolve("data/tides.md");
    Files.writeString(source, Files.readString(source).replace("quiet", "noisy"));
    assertThat(run("verify", bag.toString())).isEqualTo(1);
    assertThat(err).contains("[wrong-checksum]").contains("[other-file]");
    assertThat(out).contains(": not valid\n").contains("tides.pdf: identical\n");
  }

  @Test
  void saysHowItIsUsed() {
    assertThat(run("bag", "-h")).isZero();
    assertThat(out).startsWith("Usage: offprint bag ARTICLE...").contains("--theme", "--strict");
    assertThat(run("bag")).isEqualTo(2);
    assertThat(err).contains("no ARTICLE is named");
    assertThat(run("--strict", "bag", "tides.md")).isEqualTo(2);
    assertThat(err).contains("options of 'bag' stand after it");
    assertThat(run("bag", "tides.md", "--booklet")).isEqualTo(2);
  }

  private static void assertValid(Path bag) {
    Findings findings = new Findings();
    new BagChecker(bag, "bag", findings).check();
    assertThat(findings.list()).isEmpty();
    LocVerifier.assertValid(bag);
  }

  private Path article(String path, String text) throws IOException {
    Path file = desk.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int bag(Path article, String... more) {
    return run(
        Stream.concat(
                Stream.of("bag", article.toString(), "-d", desk.resolve("bags").toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int status =
        new Offprint(
                new ByteArrayInputStream(TIDES.getBytes(UTF_8)),
                new PrintStream(outBytes, true, UTF_8),
                new PrintStream(errBytes, true, UTF_8))
            .run(arguments);
    out = outBytes.toString(UTF_8);
    err = errBytes.toString(UTF_8);
    return status;
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
