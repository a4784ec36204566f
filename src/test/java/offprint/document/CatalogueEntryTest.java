package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueEntryTest {
  private final Findings findings = new Findings();

  @Test
  void aDayIsItsMidnightInUtc() {
    CatalogueEntry entry = entry(article(day(1), day(24), null), "0");
    assertThat(entry.created()).isEqualTo("2025-12-01T00:00:00Z");
    assertThat(entry.modified()).isEqualTo("2025-12-24T00:00:00Z");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void oneDateStandsForTheOther() {
    CatalogueEntry published = entry(article(day(1), null, null), null);
    assertThat(published.modified()).isEqualTo(published.created());
    CatalogueEntry changed = entry(article(null, day(2), null), null);
    assertThat(changed.created()).isEqualTo("2025-12-02T00:00:00Z");
    assertThat(changed.date()).as("no day of publication is known").isNull();
  }

  @Test
  void sourceDateEpochIsTheDateOfAnArticleWithoutOne() {
    // date -u -d @1700000000
    assertThat(entry(article(null, null, null), " 1700000000\n").modified())
        .isEqualTo("2023-11-14T22:13:20Z");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void anArticleWithoutAnyDateIsToldAndNotTheClocks() {
    assertThat(entry(article(null, null, null), null).modified())
        .isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
    assertThat(findings.list()).extracting(Finding::code).containsExactly("undated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "-1", "253402300800", "99999999999999999999"})
  void whatIsNoSecondOfFourDigitYearsIsTold(String epoch) {
    assertThat(entry(article(null, null, null), epoch).modified())
        .isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("source-date-epoch", "undated");
  }

  @ParameterizedTest
  @CsvSource({
    "Translator, trl",
    "editor, edt",
    "Chief Information Security Officer, aut",
    ", aut",
  })
  void aRoleIsARelatorWhereItSaysWhatWasDone(@Nullable String role, String relator) {
    assertThat(entry(article(null, null, role), null).creators().getFirst().relator())
        .isEqualTo(relator);
  }

  @Test
  void textsAreOneLineOfWhatXmlCanHold() {
    CatalogueEntry entry = entry(article(null, null, null), null);
    assertThat(entry.title()).isEqualTo("A reef");
    assertThat(entry.description()).isEqualTo("Sand and sea");
    assertThat(entry.publisher()).as("of blanks alone").isNull();
    assertThat(entry.subjects()).containsExactly("coral");
    assertThat(entry.language()).as("of no language tag").isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "A reef, , A reef",
    "A reef, Of sand, A reef: Of sand",
    "Whose reef?, Of sand, Whose reef? Of sand",
    "Reef…, Sand, Reef… Sand",
  })
  void titleAndSubtitleMakeOne(String title, @Nullable String subtitle, String whole) {
    CatalogueEntry entry =
        new CatalogueEntry(
            "",
            Map.of(),
            title,
            subtitle,
            List.of(),
            "en",
            null,
            List.of(),
            null,
            null,
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH);
    assertThat(entry.wholeTitle()).isEqualTo(whole);
  }

  private CatalogueEntry entry(Document document, @Nullable String epoch) {
    return CatalogueEntry.of(document, epoch, findings);
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2025, 12, day);
  }

  private static Document article(
      @Nullable LocalDate date, @Nullable LocalDate modified, @Nullable String role) {
    Metadata metadata =
        new Metadata(
            "A\u0001 reef\uFFFE",
            null,
            null,
            List.of(new Metadata.Author("Ada King", "King, Ada", role, null, null, null)),
            date,
            modified,
            "in_English!",
            "Sand\r\n  and\tsea\n",
            List.of("coral", "\u0002"),
            " \n",
            null,
            null,
            null,
            null);
    return new Document(
        metadata,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new LinkList(LinkList.Mode.LIST, List.of(), List.of()),
        Settings.NONE,
        new Source("article.md", null, ""));
  }
}
