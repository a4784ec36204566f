package offprint.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import offprint.document.LinkList;
import offprint.document.PageSize;
import offprint.document.Settings;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
  @Test
  void everySettingIsSaidAndHeard() {
    Settings all =
        new Settings(
            "modern",
            LinkList.Mode.FOOTNOTES,
            Settings.Placeholders.MARK,
            true,
            Settings.Repair.AUTO,
            "https://example.org/",
            PageSize.of("6x9in"),
            Settings.Sides.ONE,
            Settings.Contents.AUTO,
            false,
            true,
            1600);
    Map<String, String> words = SettingWords.of(all);
    assertThat(words)
        .hasSize(Settings.class.getRecordComponents().length)
        .containsEntry("page-size", "6x9in")
        .containsEntry("placeholder-links", "mark")
        .containsEntry("toc", "auto");
    assertThat(SettingWords.read(words)).isEqualTo(all);
    assertThat(SettingWords.of(Settings.NONE)).isEmpty();
  }
}
