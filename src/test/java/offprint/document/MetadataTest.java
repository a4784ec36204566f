package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataTest {
  @Test
  void whatAllAuthorsAreIsSaidOnceAndOfNobody() {
    assertThat(
            lines(
                author("Ada King", "Analyst", "The Reef"), author("Bo Li", "Analyst", "The Reef")))
        .containsExactly("Analyst, The Reef");
  }

  @Test
  void whatSomeAuthorsShareStandsInOneLine() {
    assertThat(
            lines(
                author("Ada King", null, "The Reef"),
                author("Bo Li", null, "Navy"),
                author("Cy Do", null, null),
                author("Di Ek", " ", "The Reef")))
        .containsExactly("Ada King and Di Ek, The Reef", "Bo Li, Navy");
  }

  private static Metadata.Author author(
      String name, @Nullable String role, @Nullable String affiliation) {
    return new Metadata.Author(name, name, role, affiliation, null, null);
  }

  private static List<String> lines(Metadata.Author... authors) {
    return Described.as("Tides", authors).affiliations(Wording.of("en"));
  }
}
