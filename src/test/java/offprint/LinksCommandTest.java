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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import offprint.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksCommandTest {
  private static final String CHECKED = "\"checked\": \"20..-..-..T..:..:..Z\"";

  @TempDir Path folder;
  private final Site site = new Site();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void deadLinksAreToldAtTheirPlacesAndTheFileSaysWhatWasSeen() throws IOException {
    site.with("/b", Site.status(200))
        .with("/a", Site.redirect(301, "/b"))
        .with("/closed", Site.status(403));
    Path article =
        write(
            "a.md",
            "# T\n\n"
                + "See [b](B/b), [gone](B/gone#part),\n"
                + "or [a](B/a), or [it](B/closed), [here](#t),\n"
                + "[mail](mailto:a@b.example) and [again](B/gone#part).\n");
    assertThat(check(article)).isEqualTo(1);
    assertThat(out())
        .containsExactly(
            "200          " + site.at("/b"),
            "404          " + site.at("/gone"),
            "200          " + site.at("/a") + " -> " + site.at("/b"),
            "403          " + site.at("/closed"));
    assertThat(
            err().stream()
                .filter(line -> !line.startsWith("  hint"))
                .map(line -> line.replace(site.at("/"), "B/")))
        .containsExactly(
            place(article, 3, "[gone]") + "error: 'B/gone' was not found (404) [dead-link]",
            place(article, 4, "[a]") + "info: 'B/a' has moved for good, to B/b [moved-link]",
            place(article, 4, "[it]") + "warning: 'B/closed': the server said 403 [doubtful-link]",
            place(article, 5, "[again]") + "error: 'B/gone' was not found (404) [dead-link]");
    assertThat(lock().replaceAll(CHECKED, "\"checked\": \"then\""))
        .isEqualTo(
            """
            {
              "version": 1,
              "links": {
                "B/a": {
                  "status": 200,
                  "checked": "then",
                  "redirect": "B/b",
                  "permanent": true
                },
                "B/b": {
                  "status": 200,
                  "checked": "then"
                },
                "B/closed": {
                  "status": 403,
                  "checked": "then"
                },
                "B/gone": {
                  "status": 404,
                  "checked": "then"
                }
              }
            }
            """
                .replace("B/", site.at("/")));
  }

  @Test
  void warningsAloneAreNoFailure() throws IOException {
    site.with("/a", Site.status(500));
    assertThat(check(write("a.md", "# T\n\n[a](B/a)\n"))).isZero();
    assertThat(err()).isNotEmpty();
  }

  @Test
  void aFurtherLookChangesNothingButItsTimes() throws IOException {
    site.with("/a", Site.status(200)).with("/b", Site.status(200));
    Path article = write("a.md", "# T\n\n[b](B/b) [a](B/a)\n");
    check(article);
    String first = lock();
    check(article);
    assertThat(lock().replaceAll(CHECKED, "")).isEqualTo(first.replaceAll(CHECKED, ""));
  }

  @Test
  void aDryRunSaysWhatWouldBeAskedAndAsksAndWritesNothing() throws IOException {
    Path article = write("a.md", "# T\n\n[b](B/b) [b](B/b#x) [c](mailto:a@b.example)\n");
    assertThat(check(article, "--dry-run")).isZero();
    assertThat(out()).containsExactly("GET " + site.at("/robots.txt"), "HEAD " + site.at("/b"));
    assertThat(site.asked()).isEmpty();
    assertThat(files()).containsExactly("a.md");
  }

  @Test
  void whatWasLookedAtOfLateIsNotLookedAtAgainAndStillTold() throws IOException {
    site.with("/a", Site.status(200));
    Path article = write("a.md", "# T\n\n[a](B/a) [gone](B/gone)\n");
    check(article);
    String first = lock();
    site.asked();
    assertThat(check(article, "--older-than", "7")).isEqualTo(1);
    assertThat(site.asked()).isEmpty();
    assertThat(lock()).isEqualTo(first);
    Files.writeString(folder.resolve("links.lock.json"), first.replaceAll("\"20..-", "\"2001-"));
    check(article, "--older-than", "7");
    assertThat(site.asked()).contains("HEAD /a", "HEAD /gone");
  }

  @Test
  void whatNoArticleOfTheFolderLeadsToAnyMoreIsDropped() throws IOException {
    site.with("/a", Site.status(200)).with("/b", Site.status(200)).with("/c", Site.status(200));
    Path article = write("a.md", "# T\n\n[a](B/a) [b](B/b)\n");
    Path other = write("b.md", "# T\n\n[c](B/c)\n");
    check(article, other.toString());
    assertThat(lock()).contains("/a\"", "/b\"", "/c\"");
    write("a.md", "# T\n\n[a](B/a)\n");
    check(article);
    assertThat(lock()).contains("/a\"", "/c\"").doesNotContain("/b\"");
    Files.delete(other);
    write("a.md", "# T\n\nNo links.\n");
    assertThat(check(article)).isZero();
    assertThat(lock()).contains("\"links\": {}");
  }

  @Test
  void anArticleWithoutLinksGetsNoFile() throws IOException {
    assertThat(check(write("a.md", "# T\n\nNo links.\n"))).isZero();
    assertThat(files()).containsExactly("a.md");
  }

  @Test
  void eachFolderHasItsOwnFileAndOnePageIsAskedForOnce() throws IOException {
    site.with("/a", Site.status(200));
    Files.createDirectory(folder.resolve("sub"));
    Path article = write("a.md", "# T\n\n[a](B/a)\n");
    Path other = write("sub/a.md", "# T\n\n[a](B/a)\n");
    check(article, other.toString());
    assertThat(site.asked()).containsExactly("HEAD /a");
    assertThat(Files.readString(folder.resolve("sub/links.lock.json"))).isEqualTo(lock());
  }

  @Test
  void aDamagedFileIsToldAndLeftAlone() throws IOException {
    Path article = write("a.md", "# T\n\n[a](B/a)\n");
    Path lock = write("links.lock.json", "{\"version\": 1,\n \"links\": {]}");
    assertThat(check(article)).isEqualTo(1);
    assertThat(err().getFirst()).startsWith(lock + ":2:").contains("[unreadable-json]");
    assertThat(site.asked()).isEmpty();
    assertThat(lock()).isEqualTo("{\"version\": 1,\n \"links\": {]}");
  }

  @Test
  void whatIsNoArticleIsToldAndTheOthersAreLookedAt() throws IOException {
    site.with("/a", Site.status(200));
    Path article = write("a.md", "# T\n\n[a](B/a)\n");
    assertThat(check(folder.resolve("none.md"), article.toString())).isEqualTo(1);
    assertThat(out()).containsExactly("200          " + site.at("/a"));
    assertThat(err().getFirst()).contains("[no-such-file]");
  }

  @Test
  void relativeLinksAreLookedAtWhereTheArticleIs() throws IOException {
    site.with("/x/a", Site.status(200));
    Path article = write("a.md", "# T\n\n[a](a)\n");
    assertThat(check(article, "--base-url", site.at("/x/"))).isZero();
    assertThat(out()).containsExactly("200          " + site.at("/x/a"));
  }

  @Test
  void whereThereIsNothingToAskItIsSaid() throws IOException {
    site.with("/b", Site.status(200));
    assertThat(check(write("none.md", "# T\n\nSand.\n"))).isZero();
    assertThat(err()).containsExactly("nothing to ask: no link leads to a page of the web");
    Path article = write("a.md", "# T\n\n[b](B/b)\n");
    assertThat(check(article)).isZero();
    assertThat(err()).isEmpty();
    assertThat(check(article, "--older-than", "7")).isZero();
    assertThat(err()).containsExactly("nothing to ask: every page was looked at within these days");
  }

  @Test
  void standardInputLiesInNoFolder() {
    assertThat(run("links", "check", "-")).isEqualTo(1);
    assertThat(err().getFirst()).startsWith("-: error: standard input lies in no folder");
  }

  @Test
  void theCommandLineSaysWhatCanBeSaid() {
    assertThat(run("links")).isEqualTo(2);
    assertThat(err().getFirst()).contains("links check ARTICLE");
    assertThat(run("links", "check")).isEqualTo(2);
    assertThat(run("links", "check", "--help")).isZero();
    assertThat(out().getFirst()).startsWith("Usage: offprint links check");
    assertThat(out()).anyMatch(line -> line.startsWith("links.lock.json "));
    assertThat(run("links", "--help")).isZero();
    assertThat(out().getFirst()).startsWith("Usage: offprint links");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text.replace("B/", site.at("/")));
  }

  private static String place(Path article, int line, String words) throws IOException {
    int column = Files.readAllLines(article).get(line - 1).indexOf(words) + 1;
    return article + ":" + line + ":" + column + ": ";
  }

  private String lock() throws IOException {
    return Files.readString(folder.resolve("links.lock.json"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int check(Path article, String... more) {
    List<String> said =
        new ArrayList<>(List.of("links", "check", "--private", "--pause", "0", article.toString()));
    said.addAll(Arrays.asList(more));
    return run(said.toArray(String[]::new));
  }

  private int run(String... said) {
    out.reset();
    err.reset();
    return new Offprint(InputStream.nullInputStream(), stream(out), stream(err)).run(said);
  }

  private List<String> out() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private List<String> err() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
