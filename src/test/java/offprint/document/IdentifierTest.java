package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.source.Asset;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final String UUID_URN =
      "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

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
    assertThat(of(article(given, "a reef", 1, Settings.NONE))).isEqualTo(full);
  }

  @Test
  void withoutOneTextAndPicturesIdentifyTheArticle() {
    String one = of(article(null, "a reef", 1, Settings.NONE));
    assertThat(one)
        .matches(UUID_URN)
        .isEqualTo(of(article(null, "a reef", 1, Settings.NONE)))
        .isNotEqualTo(of(article(null, "a reel", 1, Settings.NONE)))
        .isNotEqualTo(of(article(null, "a reef", 2, Settings.NONE)))
        .as("on another page it is the same article")
        .isEqualTo(of(article(null, "a reef", 1, large("plain"))));
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsAnotherInAnotherThemeOrWithOtherContent(CatalogueEntry.Copy copy) {
    String one = of(article("10.1000/182", "a reef", 1, large("plain")), copy);
    assertThat(one)
        .matches(UUID_URN)
        .isEqualTo(of(article("10.1000/182", "a reef", 1, large("plain")), copy))
        .isNotEqualTo(of(article("10.1000/182", "a reef", 1, large("classic")), copy))
        .isNotEqualTo(of(article("10.1000/182", "a reef", 1, Settings.NONE), copy))
        .isNotEqualTo(of(article("10.1000/182", "a reel", 1, large("plain")), copy))
        .isNotEqualTo(of(article("10.1000/182", "a reef", 2, large("plain")), copy));
  }

  @Test
  void copiesAreKnownApart() {
    Document article = article(null, "a reef", 1, Settings.NONE);
    assertThat(CatalogueEntry.Copy.values())
        .extracting(copy -> of(article, copy))
        .doesNotHaveDuplicates()
        .doesNotContain(of(article));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/ada/plain", "styles/plain", "C:\\styles\\plain"})
  void whereAThemeLiesIsNoPartOfACopy(String folder) {
    assertThat(of(article(null, "", 1, large(folder)), CatalogueEntry.Copy.PRINTED))
        .isEqualTo(of(article(null, "", 1, large("plain")), CatalogueEntry.Copy.PRINTED));
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

  private static Settings large(String theme) {
    return Settings.builder().theme(theme).pageSize(PageSize.of("a3")).build();
  }

  /**
   * @param pixel what tells the picture from others
   */
  private static Document article(
      @Nullable String identifier, String text, int pixel, Settings settings) {
    Metadata metadata = Described.as("Reefs", null, List.of(), identifier);
    Place place = Place.of("article.md");
    Asset picture = new Asset("reef.png", "image/png", 1, 1, new byte[] {(byte) pixel});
    Inline image = new Inline.Image(picture, "a reef", null, null, null, place);
    return new Document(
        metadata,
        List.of(),
        List.of(new Block.Paragraph(List.of(image), place)),
        List.of(),
        List.of(),
        new LinkList(LinkList.Mode.LIST, List.of(), List.of()),
        settings,
        new Source("article.md", null, text));
  }

  private static String of(Document article) {
    return new Identifier(article).article();
  }

  private static String of(Document article, CatalogueEntry.Copy copy) {
    return new Identifier(article).of(copy);
  }
}
