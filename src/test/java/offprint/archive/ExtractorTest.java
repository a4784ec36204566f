package offprint.archive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.source.Content;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractorTest {
  private final Findings findings = new Findings();

  private @Nullable Enclosures read(Enclosures enclosures, boolean windows) {
    Map<String, byte[]> held = new LinkedHashMap<>();
    int number = 0;
    for (Enclosure file : enclosures.files()) {
      String name = file.role() == Enclosure.Role.RECIPE ? Recipe.PATH : "file-" + ++number;
      held.put(name, file.bytes());
    }
    return new Extractor("reef.pdf", windows, findings).read(held, Recipe.PATH);
  }

  private static Enclosures with(String path) {
    Source article = new Source("reef.md", Path.of("/ada"), "# Reef\n");
    Recipe terms = new Recipe("1", "reef.md", Map.of(), List.of(), null, "", List.of());
    byte[] picture = "A".getBytes(StandardCharsets.UTF_8);
    Enclosure part = new Enclosure(path, "image/png", Enclosure.Role.PART, Content.of(picture));
    return Enclosures.of(article, terms, List.of(part));
  }

  @Test
  void aFileIsKnownByItsDigest() {
    Enclosures taken = requireNonNull(read(with("fig/a b.png"), true));
    assertThat(taken.files())
        .extracting(Enclosure::path)
        .containsExactly("reef.md", "fig/a b.png", "offprint.json");
    assertThat(findings.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../a.png",
        "/etc/a.png",
        "fig/../../a.png",
        "..\\a.png",
        "fig//a.png",
        ".",
        "a\0.png",
        "offprint.json",
        ""
      })
  void noPathLeadsOut(String path) {
    assertThat(read(with(path), false)).isNull();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("path-outside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:/a.png", "fig/CON", "aux.png", "a.png ", "a:b.png", "nul.tar.gz"})
  void whatIsADeviceOnWindowsIsOneThereAlone(String path) {
    assertThat(read(with(path), false)).isNotNull();
    assertThat(read(with(path), true)).isNull();
  }

  @Test
  void whatLacksIsNamed() {
    Enclosures enclosures = with("fig/a.png");
    Enclosures less = new Enclosures(enclosures.recipe(), enclosures.files().subList(0, 2));
    assertThat(read(less, false)).isNull();
    assertThat(findings.list())
        .extracting(Finding::message)
        .containsExactly("'fig/a.png' is not in it as it was when it was set");
  }

  @Test
  void aForeignFileHasNoRecipe() {
    assertThat(new Extractor("x.epub", false, findings).read(Map.of(), Recipe.PATH)).isNull();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("no-recipe");
  }
}
