package offprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  @TempDir Path folder;

  private final Findings findings = new Findings();

  @Test
  void everyFolderOfStylesIsATheme() throws IOException {
    try (Stream<Path> styles = Files.list(Path.of("styles"))) {
      List<String> folders = styles.map(s -> s.getFileName().toString()).sorted().toList();
      assertThat(new Shelf("no such folder").names()).containsExactlyElementsOf(folders);
    }
  }

  @Test
  void aThemeOfTheUsersIsFoundByItsNameAlone() throws IOException {
    theme("mine", "/* Mine: wide and\n   loose. And more. */ @import \"../classic/print.css\";");
    Shelf shelf = new Shelf(folder.toString());
    assertThat(shelf.entries()).endsWith(new Shelf.Entry("mine", "wide and loose"));
    Theme mine = Theme.load("mine", null, null, shelf, findings);
    assertThat(Objects.requireNonNull(mine).body().leading()).isEqualTo(14.5);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void theNameOfABundledThemeMeansThatOneEverywhere() throws IOException {
    theme("classic", "/* Another one. */ html { line-height: 99pt }");
    Shelf shelf = new Shelf(folder.toString());
    assertThat(shelf.names()).containsOnlyOnce("classic");
    assertThat(Objects.requireNonNull(Theme.load("classic", null, null, shelf, findings)).body())
        .extracting(Style::leading)
        .isEqualTo(14.5);
    String path = folder.resolve("classic").toString();
    assertThat(
            Objects.requireNonNull(Theme.load(path, null, null, shelf, findings)).body().leading())
        .isEqualTo(99);
  }

  @Test
  void anUnknownNameIsAnsweredWithAllThatThereAre() throws IOException {
    theme("mine", "");
    Files.createDirectory(folder.resolve("no-theme"));
    assertThat(Theme.load("baroque", null, null, new Shelf(folder.toString()), findings)).isNull();
    assertThat(findings.list().getFirst().hint())
        .contains("classic", ", mine;")
        .doesNotContain("no-theme");
  }

  @Test
  void namesThatArePathsAreNoNames() {
    for (String path : List.of(".", "..", "../styles/classic", "/", "", "a\0b")) {
      assertThat(new Shelf("styles").find(path))
          .as(path)
          .satisfies(
              sheets -> assertThat(sheets == null || sheets.own("").indexOf("..") < 0).isTrue());
    }
  }

  @Test
  void aThemeIsDescribedByTheFirstSentenceOfItsFirstComment() {
    assertThat(Shelf.description("a", "/* A: one, e.g. two. Three. */")).isEqualTo("one, e.g. two");
    assertThat(Shelf.description("a", "/*one*/")).isEqualTo("one");
    assertThat(Shelf.description("a", "p { margin: 0 } /* Not this. */")).isEmpty();
    assertThat(Shelf.description("a", "")).isEmpty();
  }

  private void theme(String name, String css) throws IOException {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("print.css"), css);
  }
}
