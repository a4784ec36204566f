package offprint.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import offprint.source.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final Path FOLDER = Path.of("src/main/resources/wording");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatAFileSaysHasAsManyGapsAsInEnglish(Path file) throws IOException {
    Map<String, String> english = words(FOLDER.resolve("en.txt"));
    Map<String, String> words = words(file);
    assertThat(english.keySet()).containsAll(words.keySet());
    words.forEach(
        (key, said) ->
            assertThat(said.split("\\{}", -1)).as(key).hasSameSizeAs(gaps(english.get(key))));
    assertThat(words.getOrDefault("months", english.get("months")).split(", ")).hasSize(12);
  }

  @ParameterizedTest
  @MethodSource("files")
  void aLanguageIsKnownWholly(Path file) throws IOException {
    if (!file.toString().matches(".*(und|..-..)\\.txt")) {
      assertThat(words(file)).containsOnlyKeys(words(FOLDER.resolve("en.txt")).keySet());
    }
  }

  private static String[] gaps(String said) {
    return said.split("\\{}", -1);
  }

  private static Map<String, String> words(Path file) throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] said = line.split(": ", 2);
        assertThat(words.put(said[0], said[1])).as(line).isNull();
      }
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|5 March 2026",
        "en-GB|5 March 2026",
        "en-US|March 5, 2026",
        "de-AT|5. März 2026",
        "ca|5 de març de 2026",
        "fi|5. maaliskuuta 2026",
        "hu|2026. március 5.",
        "ru|5 марта 2026~г.",
        "he|5 במרץ 2026",
        "th|5 มีนาคม พ.ศ. 2569",
        "zh|2026年3月5日",
        "ko|2026년 3월 5일",
        "nn|5. mars 2026",
        "eo|2026-03-05"
      })
  void aDateIsWrittenAsTheLanguageHasIt(String language, String date) {
    assertThat(Wording.of(language).date(DAY)).isEqualTo(date.replace('~', '\u00A0'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|A, B and C|p.~7|Contents",
        "ar|A وB وC|ص~7|المحتويات",
        "hu|A, B és C|7.~o.|Tartalom",
        "ja|A、B、C|7ページ|目次",
        "zh|A、B和C|第7页|目录",
        "zh-TW|A、B和C|第7頁|目錄",
        "zh-Hant-HK|A、B和C|第7頁|目錄",
        "zh-Hans-HK|A、B和C|第7页|目录",
        "pt-BR|A, B e C|p.~7|Sumário",
        "eo|A, B, C|p.~7|Contents"
      })
  void namesAndPagesAreWrittenAsTheLanguageHasThem(
      String language, String names, String page, String contents) {
    Wording wording = Wording.of(language);
    assertThat(wording.names(List.of("A", "B", "C"))).isEqualTo(names);
    assertThat(wording.names(List.of("A"))).isEqualTo("A");
    assertThat(wording.beforePage() + "7" + wording.behindPage())
        .isEqualTo(page.replace('~', '\u00A0'));
    assertThat(wording.contents()).isEqualTo(contents);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|1 link had no address in the source: “a”.|2 links had no address in the source: “a”,"
            + " “a”.",
        "he|לקישור אחד לא הייתה כתובת במקור: ״a״.|ל־2 קישורים לא הייתה כתובת במקור: ״a״, ״a״."
      })
  void placeholdersAreCounted(String language, String one, String two) {
    LinkList.Placeholder link = new LinkList.Placeholder(" a", "[a]()", Place.of("a.md"));
    assertThat(String.join("", Wording.of(language).placeholders(List.of(link)))).isEqualTo(one);
    assertThat(String.join("", Wording.of(language).placeholders(List.of(link, link))))
        .isEqualTo(two);
  }
}
