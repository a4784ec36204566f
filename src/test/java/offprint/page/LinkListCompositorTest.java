package offprint.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkListCompositorTest {

  @Test
  void aPageNumberNeverStandsAloneInTheLastLine() {
    int divided = 0;
    for (int i = 0; i < 24; i++) {
      String address = "https://example.org/" + "tides/and/".repeat(8) + "x".repeat(i);
      Pressed pressed =
          Pressed.a4("# T\n\nThe [wall](" + address + ") and [it](" + address + ").\n");
      Map<Double, String> lines = new LinkedHashMap<>();
      for (Mark.Text text : pressed.texts()) {
        lines.merge(text.y(), text.run().text(), String::concat);
      }
      assertThat(lines.values()).noneMatch(line -> line.strip().startsWith("p."));
      String last =
          lines.values().stream()
              .filter(line -> line.contains("p.\u00a01"))
              .findFirst()
              .orElseThrow();
      divided += last.contains("https") ? 0 : 1;
    }
    assertThat(divided).isPositive();
  }
}
