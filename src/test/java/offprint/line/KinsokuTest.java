package offprint.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KinsokuTest {
  /** A line may end at each stroke and nowhere else. */
  @ParameterizedTest
  @CsvSource({
    "ja, す|べ|て|の|人|間|は、|生|れ|て",
    "ja, ネッ|ト|ワー|ク|と|ちょっ|と",
    "ja, こ|れ|は|「世|界」|（英）|で|す。",
    "ja, 言|う……|と",
    "ja, 人々|と|第|1|条",
    "ja, で|す！|と|か",
    "zh, 于|1948|年|通|过|（巴|黎）：|“人|人”，|全",
    "zh, 他|们——|很|好",
    "ko, '모든 |인간은 |자유로우며'"
  })
  void endsLinesWhereAReaderOfTheLanguageWould(String language, String marked) {
    String text = marked.replace("|", "");
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int at : BreakOpportunities.of(text, language)) {
      pieces.add(text.substring(start, at));
      start = at;
    }
    pieces.add(text.substring(start));
    assertThat(pieces).containsExactly(marked.split("\\|"));
  }
}
