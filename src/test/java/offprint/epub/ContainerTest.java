package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import offprint.archive.Enclosures;
import offprint.document.Document;
import offprint.document.LinkList;
import offprint.document.PageList;
import offprint.source.Findings;
import org.junit.jupiter.api.Test;

class ContainerTest {
  // EPUB 3.3, section 4.3.2: the file name at byte 30, the media type at byte 38, no extra field.
  @Test
  void theFileSaysFirstWhatItIs() {
    byte[] bytes = sink().bytes();
    assertThat(new String(bytes, 0, 4, StandardCharsets.ISO_8859_1)).isEqualTo("PK\3\4");
    assertThat(bytes[8]).as("stored").isZero();
    assertThat(bytes[28]).as("length of the extra field").isZero();
    assertThat(new String(bytes, 30, 28, StandardCharsets.US_ASCII))
        .isEqualTo("mimetypeapplication/epub+zip");
  }

  @Test
  void theEntriesStandInOneOrder() {
    assertThat(List.copyOf(sink().entries().keySet()))
        .startsWith("mimetype", "META-INF/container.xml", "OEBPS/css/article.css")
        .containsSubsequence("OEBPS/images/reef.png", "OEBPS/images/dot.jpg", "OEBPS/text.xhtml")
        .endsWith(
            "OEBPS/nav.xhtml",
            "OEBPS/toc.ncx",
            "OEBPS/content.opf",
            "OEBPS/source/article.md",
            "OEBPS/source/offprint.json");
  }

  @Test
  void theSameArticleGivesTheSameBytesEverywhere() {
    byte[] here = sink().bytes();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      // Turkish has an i of its own, and this Arabic its own digits.
      for (String tag : new String[] {"tr-TR", "ar-EG-u-nu-arab"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        assertThat(Arrays.equals(sink().bytes(), here)).as(tag).isTrue();
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aFullDiskIsTold() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };
    Document document = Articles.document(Articles.PLAIN);
    assertThatThrownBy(
            () ->
                new EpubWriter(new Findings(), null)
                    .write(
                        document,
                        Opened.SHEETS,
                        null,
                        PageList.NONE,
                        Enclosures.of(document.source()),
                        full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }

  private static Opened sink() {
    return Opened.book(Articles.kitchenSink(LinkList.Mode.LIST, null));
  }
}
