package offprint.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offprint.document.LinkList;
import offprint.document.Sighting;
import offprint.document.Wording;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockFileTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final String REEF =
      """
      {
        "version": 1,
        "links": {
          "https://a.example/": {
            "status": 404,
            "checked": "2026-11-24T12:00:00Z",
            "redirect": "https://b.example/",
            "permanent": true,
            "archived": {
              "address": "https://archive.example/1/https://a.example/",
              "date": "2026-11-23"
            },
            "note": {
              "by": "Ada",
              "pages": [
                1,
                2.50
              ]
            }
          },
          "https://b.example/": {
            "status": "timeout"
          }
        }
      }
      """;

  private final Findings findings = new Findings();

  @Test
  void saysWhatWasSeen() {
    LockFile lock = read(REEF);
    assertThat(lock.get("https://a.example/"))
        .isEqualTo(
            new Sighting(
                "404",
                NOON,
                "https://b.example/",
                true,
                new Sighting.Copy(
                    "https://archive.example/1/https://a.example/", LocalDate.of(2026, 11, 23))));
    assertThat(lock.get("https://b.example/"))
        .isEqualTo(new Sighting("timeout", null, null, false, null));
    assertThat(lock.get("https://c.example/")).isNull();
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void isWrittenAsItWasReadWithWhatOthersSayInIt() {
    String text = REEF.replace("\"version\": 1,", "\"version\": 1,\n  \"owner\": \"the desk\",");
    assertThat(read(text).text()).isEqualTo(text);
  }

  @Test
  void keepsWhatOthersSayOfAnAddressThatIsSeenAgain() {
    Sighting seen = new Sighting("200", NOON, null, false, null);
    String text = read(REEF).with(Map.of("https://a.example/", seen)).text();
    assertThat(text).contains("\"status\": 200", "\"by\": \"Ada\"").doesNotContain("404");
  }

  @Test
  void standsInTheOrderOfTheAddresses() {
    Sighting seen = new Sighting("200", NOON, null, false, null);
    LockFile lock = read(REEF).with(Map.of("https://a.example/b", seen, "http://z.example/", seen));
    assertThat(lock.pages())
        .containsExactly(
            "http://z.example/", "https://a.example/", "https://a.example/b", "https://b.example/");
    assertThat(lock.only(Set.of("https://b.example/")).pages())
        .containsExactly("https://b.example/");
  }

  @Test
  void tellsWhereItIsDamaged() {
    assertThat(told("{\n  \"version\": 1,\n  \"links\": {,"))
        .allMatch(told -> told.matches("links.lock.json:3:\\d+ unreadable-json"))
        .hasSize(1);
    assertThat(told("")).containsExactly("links.lock.json unreadable-json");
    assertThat(told(REEF.replace("\"2026-11-23\"", "\"yesterday\"")))
        .containsExactly("links.lock.json unexpected-json");
    assertThat(findings.list().getLast().message())
        .isEqualTo("$.links['https://a.example/'].archived.date is not a date such as 2026-11-23");
    assertThat(told(REEF.replace("2026-11-24T12:00:00Z", "noon"))).hasSize(1);
    assertThat(told(REEF.replace("404", "[404]"))).hasSize(1);
    assertThat(told(REEF.replace("https://archive.example/1", "javascript:a"))).hasSize(1);
    assertThat(told(REEF.replace("\"date\"", "\"day\""))).hasSize(1);
  }

  @Test
  void takesNoOtherFileForItsOwn() {
    assertThat(told("{\"lockfileVersion\": 3}")).containsExactly("links.lock.json foreign-lock");
    assertThat(told(REEF.replace("\"version\": 1", "\"version\": 2")))
        .containsExactly("links.lock.json later-version");
  }

  @Test
  void whatAnArticleNeedsOfItSaysTheSameOfTheArticle() {
    LinkList links =
        new LinkList(
            LinkList.Mode.LIST,
            List.of(entry(1, "https://a.example/#reef"), entry(2, "https://c.example/")),
            List.of());
    LockFile lock = read(REEF);
    Wording wording = Wording.of("en");
    LinkList known = links.seen(lock::get);
    assertThat(requireNonNull(known.entry(1).copy()).address())
        .isEqualTo("https://archive.example/1/https://a.example/#reef");
    assertThat(known.entry(1).copyInstead()).isEqualTo(known.entry(1).copy());
    assertThat(known.entry(2).seen()).isNull();
    String text = requireNonNull(LockFile.text(known));
    assertThat(text).contains("404").doesNotContain("note", "redirect", "b.example");
    LinkList again = links.seen(read(text)::get);
    for (int n = 1; n <= 2; n++) {
      assertThat(wording.seen(again.entry(n))).isEqualTo(wording.seen(known.entry(n)));
      assertThat(again.entry(n).copy()).isEqualTo(known.entry(n).copy());
    }
    assertThat(LockFile.text(again)).isEqualTo(text);
    assertThat(LockFile.text(links)).isNull();
  }

  @Test
  void aFurtherLookThatFindsAllInPlaceIsNothingToAnArticle() {
    Sighting.Copy copy = new Sighting.Copy("https://archive.example/", LocalDate.of(2026, 11, 1));
    assertThat(LockFile.text(seen("200", NOON, copy)))
        .contains("archive.example")
        .isEqualTo(LockFile.text(seen("503", NOON.plusSeconds(9), copy)));
    assertThat(LockFile.text(seen("200", NOON, null))).isNull();
    assertThat(LockFile.text(seen("410", NOON, null)))
        .isNotEqualTo(LockFile.text(seen("410", NOON.plusSeconds(9), null)));
  }

  private static LinkList seen(String status, Instant when, Sighting.@Nullable Copy copy) {
    return new LinkList(LinkList.Mode.LIST, List.of(entry(1, "https://a.example/")), List.of())
        .seen(page -> new Sighting(status, when, null, false, copy));
  }

  private LockFile read(String text) {
    return requireNonNull(LockFile.read(text, LockFile.NAME, findings));
  }

  private List<String> told(String text) {
    Findings told = new Findings();
    assertThat(LockFile.read(text, LockFile.NAME, told)).isNull();
    findings.add(told);
    return told.list().stream()
        .peek(finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR))
        .map(finding -> finding.place() + " " + finding.code())
        .toList();
  }

  private static LinkList.Entry entry(int number, String address) {
    return new LinkList.Entry(number, address, "words", List.of(new Place("a.md", 1, 1)));
  }
}
