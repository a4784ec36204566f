package offprint.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

class EnclosuresTest {
  private static final Source ARTICLE = new Source("../reef.md", Path.of("/ada"), "# Reef\n");

  @Test
  void theRecipeStandsBehindTheArticleAndListsAllElse() {
    Enclosure picture =
        Enclosure.of("fig/a.ttf", Enclosure.Role.PART, "A".getBytes(StandardCharsets.UTF_8));
    Recipe.File absent = new Recipe.File("Sand.otf", "00", false);
    Recipe terms =
        new Recipe(
            "1.0",
            "reef.md",
            Map.of("links", "list"),
            List.of("fig/a.ttf"),
            "7",
            "",
            List.of(absent));
    Enclosures enclosures = Enclosures.of(ARTICLE, terms, List.of(picture));
    assertThat(enclosures.files())
        .extracting(Enclosure::path, Enclosure::mediaType)
        .containsExactly(
            tuple("reef.md", "text/markdown"),
            tuple("offprint.json", "application/json"),
            tuple("fig/a.ttf", "font/ttf"));
    // printf '# Reef\n' | sha256sum; printf A | sha256sum
    assertThat(new String(enclosures.files().get(1).bytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {
              "offprint": "1.0",
              "article": "reef.md",
              "options": {
                "links": "list"
              },
              "fonts": [
                "fig/a.ttf"
              ],
              "source-date-epoch": "7",
              "files": [
                {
                  "path": "reef.md",
                  "sha-256": "15a9f19789ce50ccc8696e122aba900036d53dd9b8cbb4c0187e9a51127bbbe1",
                  "carried": true
                },
                {
                  "path": "fig/a.ttf",
                  "sha-256": "559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd",
                  "carried": true
                },
                {
                  "path": "Sand.otf",
                  "sha-256": "00",
                  "carried": false
                }
              ]
            }
            """);
  }

  @Test
  void aRecipeIsReadAsItWasWritten() {
    Recipe recipe = Enclosures.of(ARTICLE).and(Map.of("booklet", "true")).recipe();
    Findings findings = new Findings();
    assertThat(requireNonNull(Recipe.read(recipe.json(), "offprint.json", findings)))
        .isEqualTo(recipe);
    assertThat(findings.list()).isEmpty();
  }
}
