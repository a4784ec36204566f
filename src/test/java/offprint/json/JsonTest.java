package offprint.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;

class JsonTest {
  private final Findings findings = new Findings();

  @Test
  void membersAreWrittenInTheirOrderAndAsTheyAre() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("z", "<a href=\"x\">é\u2028</a>");
    members.put("a", List.of(1L, true));
    members.put("none", null);
    assertThat(Json.write(members))
        .isEqualTo(
            """
            {
              "z": "<a href=\\"x\\">é\\u2028</a>",
              "a": [
                1,
                true
              ],
              "none": null
            }
            """);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String text =
        Json.write(Map.of("links", List.of(Map.of("address", "https://a", "status", 200))));
    Members members = Json.read(text, "f.json", findings);
    assertThat(members.objects("links").get(0).text("address")).isEqualTo("https://a");
    assertThat(members.objects("links").get(0).number("status")).isEqualTo(200);
    assertThat(members.objects("links").get(0).path()).isEqualTo("$.links[0]");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aMistakeIsToldWithItsPlace() {
    assertThat(Json.read("{\n  \"a\": 1,\n  }", "f.json", findings)).isNull();
    assertThat(findings.list().toString()).startsWith("[f.json:3:").contains("[unreadable-json]");
  }

  @Test
  void whatIsNoObjectIsAFinding() {
    for (String text : Arrays.asList("", "[]", "3", "{} {}", "{a:1}", "nul", "[".repeat(10_000))) {
      Findings own = new Findings();
      assertThat(Json.read(text, "f.json", own)).as(text).isNull();
      assertThat(own.hasErrors()).as(text).isTrue();
    }
  }

  @Test
  void aMemberOfAnotherKindIsAFinding() {
    Members members = Json.read("{\"a\": [1], \"b\": 1.5, \"c\": null}", "f.json", findings);
    assertThat(members.text("a")).isNull();
    assertThat(members.number("b")).isNull();
    assertThat(members.text("c")).isNull();
    assertThat(members.texts("a")).isEmpty();
    assertThat(findings.list().toString())
        .contains("$.a is not a single value", "$.b is not a whole number", "$.a[0] is not a text");
    assertThat(findings.list()).hasSize(3);
  }
}
