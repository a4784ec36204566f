package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;

import offprint.document.LinkList;
import offprint.document.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EpubWriterTest {
  @ParameterizedTest
  @EnumSource
  void epubcheckIsSilentAboutEverythingAtOnce(LinkList.Mode mode) {
    Opened book = Opened.book(Articles.kitchenSink(mode, Settings.Placeholders.MARK));
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void epubcheckIsSilentAboutALongArticle() {
    Opened book = Opened.book(Articles.long_());
    assertThat(book.documents()).hasSize(12);
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }
}
