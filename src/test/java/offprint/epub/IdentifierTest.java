package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Metadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  @ParameterizedTest
  @CsvSource({
    "10.1000/182, https://doi.org/10.1000/182",
    "doi:10.1000/182, https://doi.org/10.1000/182",
    "https://dx.doi.org/10.1000/182, https://doi.org/10.1000/182",
    // the ISBN Users' Manual's own example, and the one in every textbook
    "ISBN 978-0-306-40615-7, urn:isbn:9780306406157",
    "0-306-40615-2, urn:isbn:0306406152",
    "https://example.org/article, https://example.org/article",
    "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6, urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    // a digit changed: no ISBN, so it stays as written
    "978-0-306-40615-8, 978-0-306-40615-8",
  })
  void theAuthorsIdentifierTakesItsFullForm(String given, String full) {
    assertThat(Identifier.of(Articles.document(identified(given)))).isEqualTo(full);
  }

  @Test
  void withoutOneTheContentIdentifies() {
    String one = Identifier.of(Articles.document(identified(null)));
    assertThat(one)
        .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        .isEqualTo(Identifier.of(Articles.document(identified(null))))
        .isNotEqualTo(Identifier.of(Articles.document(Articles.inLanguage("de"))));
  }

  // orcid.org's own example.
  @Test
  void anOrcidIsCheckedByItsLastDigit() {
    assertThat(Identifier.orcid("0000-0002-1825-0097"))
        .isEqualTo("https://orcid.org/0000-0002-1825-0097");
    assertThat(Identifier.orcid("https://orcid.org/0000-0002-9079-593X"))
        .isEqualTo("https://orcid.org/0000-0002-9079-593X");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-0002-1825-0098", "", "nobody"})
  void whatIsNoOrcidIsNone(String given) {
    assertThat(Identifier.orcid(given)).isNull();
  }

  private static Metadata identified(@Nullable String identifier) {
    return new Metadata(
        "Reefs",
        null,
        null,
        List.of(),
        null,
        null,
        "en",
        null,
        List.of(),
        null,
        null,
        null,
        identifier,
        null);
  }
}
