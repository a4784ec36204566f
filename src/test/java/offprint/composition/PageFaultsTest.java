package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import offprint.document.PageSize;
import offprint.page.Pages;
import offprint.source.Source;
import offprint.style.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Finished pages, read by one who knows only what stands on them. */
class PageFaultsTest {
  private static final List<PageSize> SIZES =
      Stream.of("a4", "a5", "6x9in").map(PageSize::of).toList();

  @TempDir Path folder;

  static List<String> themes() {
    return Shelf.here().entries().stream().map(Shelf.Entry::name).toList();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void noWidowOrphanOrThirdHyphenIsInAnyArticle(String theme) throws IOException {
    List<Path> articles;
    try (Stream<Path> cases = Files.list(Path.of("src/test/articles"))) {
      articles = cases.sorted().map(folder -> folder.resolve("article.md")).toList();
    }
    for (Path article : articles) {
      Source source = new Source("a.md", article.getParent(), Files.readString(article));
      for (PageSize size : SIZES) {
        assertThat(PageFaults.of(Pressed.of(source, size, theme).pages()))
            .as("%s, %s", article, size)
            .isEmpty();
      }
    }
  }

  /** A rest of a word may be the last of two lines where the first would else have holes. */
  @ParameterizedTest
  @MethodSource("themes")
  void norInArticlesByChance(String theme) {
    for (int seed = 1; seed <= 8; seed++) {
      Pages pages =
          Pressed.of(RandomArticle.of(seed), SIZES.get(seed % SIZES.size()), theme).pages();
      assertThat(PageFaults.of(pages))
          .as("seed %d", seed)
          .filteredOn(fault -> !fault.startsWith("last line"))
          .isEmpty();
    }
  }

  /** The one line above each has wide blanks then, as there is no other end for it. */
  @Test
  void norIsTheRestOfAWordALastLine() {
    String article =
        """
        # T

        At this point, you’ve successfully built the guessing game. Congratulations!

        - Tasks
          - All of them
            - Dynamic Programming on Broken Profile. Problem [“Parquet”](https://example.org/)
        """;
    assertThat(PageFaults.of(Pressed.of(article, PageSize.A4, "classic").pages())).isEmpty();
  }

  @Test
  void whatIsWrongIsFound() throws IOException {
    Files.writeString(
        folder.resolve("print.css"),
        """
        @import "../classic/print.css";
        html { widows: 1; orphans: 1 }
        """);
    boolean found = false;
    for (int lines = 34; lines < 42 && !found; lines++) {
      String article = "# T\n\n" + "line\\\n".repeat(lines) + "end\n\n" + "word ".repeat(60);
      found =
          PageFaults.of(Pressed.of(article, PageSize.A4, folder.toString()).pages()).stream()
              .anyMatch(fault -> fault.startsWith("orphan"));
    }
    assertThat(found).isTrue();
  }
}
