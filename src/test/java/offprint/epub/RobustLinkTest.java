package offprint.epub;

import static offprint.epub.Articles.document;
import static offprint.epub.Articles.entry;
import static offprint.epub.Articles.links;
import static offprint.epub.Articles.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import offprint.document.LinkList;
import offprint.document.Sighting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobustLinkTest {
  private static final String PAGE = "https://example.org/käse?a&b";
  private static final Sighting.Copy COPY =
      new Sighting.Copy("https://archive.example/2026/" + PAGE, LocalDate.of(2026, 11, 23));
  private static final String ATTRIBUTES =
      " data-originalurl=\"https://example.org/k%C3%A4se?a&amp;b\""
          + " data-versionurl=\"https://archive.example/2026/https://example.org/k%C3%A4se?a&amp;b\""
          + " data-versiondate=\"2026-11-23\"";

  @ParameterizedTest
  @EnumSource
  void sayWhereAnArchivedCopyIs(LinkList.Mode mode) {
    Opened book = book(mode, "200", COPY);
    assertThat(book.text("text.xhtml"))
        .containsPattern(
            "<p class=\"links-alone\"><a href=\"https://example.org/k%C3%A4se\\?a&amp;b\"( id=\"\\w+\")?"
                + ATTRIBUTES.replace("?", "\\?")
                + ">words</a>");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void areOtherwiseAsLinksAre() {
    assertThat(book(LinkList.Mode.LIST, "404", null).text("text.xhtml"))
        .doesNotContain("data-")
        .contains("<br/><span class=\"seen\">not found on 24 November 2026</span></li>");
    assertThat(book(LinkList.Mode.LIST, "500", null).text("text.xhtml")).doesNotContain("seen");
  }

  @Test
  void leadToTheCopyFromTheListAndFromTheNotes() {
    String copy =
        "<span class=\"seen\">archived 23 November 2026 at <a href=\"https://archive.example/2026/"
            + "https://example.org/k%C3%A4se?a&amp;b\""
            + ATTRIBUTES
            + "><span"
            + " class=\"address\">https://archive.example/2026/https://example.org/käse?a&amp;b"
            + "</span></a></span>";
    assertThat(book(LinkList.Mode.LIST, "200", COPY).text("text.xhtml"))
        .contains("<br/>" + copy + "</li>");
    assertThat(book(LinkList.Mode.FOOTNOTES, "200", COPY).text("text.xhtml"))
        .contains("</span></a>, " + copy + "</p>");
  }

  @Test
  void leadToTheCopyInTheMidstOfTheTextOnlyWhereThePageIsGone() {
    assertThat(book(LinkList.Mode.INLINE, "200", COPY).text("text.xhtml"))
        .contains("(https://example.org/käse?a&amp;b)</span>");
    assertThat(book(LinkList.Mode.INLINE, "410", COPY).text("text.xhtml"))
        .contains(
            "(https://example.org/käse?a&amp;b, <span class=\"seen\">not found on 24 November 2026,"
                + " archived 23 November 2026 at <a href=");
  }

  private static Opened book(LinkList.Mode mode, String status, Sighting.@Nullable Copy copy) {
    Instant checked = Instant.parse("2026-11-24T23:59:59Z");
    LinkList links =
        links(mode, PAGE).seen(page -> new Sighting(status, checked, null, false, copy));
    return Opened.book(document(Articles.PLAIN, links, List.of(), paragraph(entry("words", 1))));
  }
}
