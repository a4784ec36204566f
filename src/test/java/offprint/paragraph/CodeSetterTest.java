package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Structure;
import org.junit.jupiter.api.Test;

class CodeSetterTest {
  @Test
  void noPageEndsWithinAWrappedLine() {
    String wrapped = "a line of code ".repeat(8).strip();
    for (int above = 14; above < 30; above++) {
      String article =
          "# T\n\nText.\n\n```\n" + "one\n".repeat(above) + (wrapped + "\n").repeat(9) + "```\n";
      List<Page> pages = Pressed.of(article, PageSize.of("a5")).pages().pages();
      assertThat(pages).hasSizeGreaterThan(1);
      for (Page page : pages.subList(1, pages.size())) {
        assertThat(first(page)).as("below %d lines", above).startsWith("a line");
      }
    }
  }

  @Test
  void codeOfAFewLinesStandsTogether() {
    for (int above = 14; above < 34; above++) {
      Pressed pressed =
          Pressed.of(
              "# T\n\n" + "Text\\\n".repeat(above) + "Text\n\n```\nfirst\none\ntwo\nlast\n```\n",
              PageSize.of("a5"));
      assertThat(pressed.folio("first")).as("below %d", above).isEqualTo(pressed.folio("last"));
    }
  }

  /** The first text of a page that is no furniture. */
  private static String first(Page page) {
    return page.marks().stream()
        .filter(mark -> mark instanceof Mark.Text text && text.owner() instanceof Structure.Content)
        .map(mark -> ((Mark.Text) mark).run().text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBarEndsWithTheLastLineOfCodeThatShowsOnItsPage() {
    for (int above = 14; above < 34; above++) {
      String article =
          "# T\n\nText.\n\n```\n" + "one\n".repeat(above) + "\n" + "two\n".repeat(30) + "```\n";
      Page page = Pressed.of(article, PageSize.of("a5")).pages().pages().getFirst();
      double last = 0;
      double bar = 0;
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text && text.run().text().matches("one|two")) {
          last = Math.max(last, text.y());
        } else if (mark instanceof Mark.Rule rule && rule.height() > rule.width()) {
          bar = Math.max(bar, rule.y() + rule.height());
        }
      }
      assertThat(bar - last).as("below %d lines", above).isBetween(0.0, 6.0);
    }
  }

  @Test
  void aPageMayEndBehindCode() {
    String article =
        "# T\n\n" + "Text\n\n".repeat(16) + "```\none\ntwo\n```\n\n" + "More\n\n".repeat(40);
    Pressed pressed = Pressed.of(article, PageSize.of("a5"));
    for (int above = 16; pressed.folio("More") == 1; above++) {
      pressed =
          Pressed.of(
              article.replace("# T\n", "# T\n" + "\nText\n".repeat(above - 15)), PageSize.of("a5"));
    }
    assertThat(pressed.folio("two")).isEqualTo(1);
  }

  @Test
  void aPageEndsInCodeWhereItIsIndentedLeast() {
    String block = "while (more) {\n    if (done)\n        stop\n}\n";
    for (int above = 8; above < 22; above++) {
      String article = "# T\n\n" + "Text\n\n".repeat(above) + "```\n" + block.repeat(7) + "```\n";
      List<Page> pages = Pressed.of(article, PageSize.of("a5")).pages().pages();
      for (Page page : pages.subList(1, pages.size())) {
        assertThat(first(page)).as("below %d lines", above).startsWith("while");
      }
    }
  }

  @Test
  void aPageEndsInCodeAtABlankLineWhereThereIsOneNear() {
    String group = "one\ntwo\nthree\n\n";
    for (int above = 8; above < 22; above++) {
      String article = "# T\n\n" + "Text\n\n".repeat(above) + "```\n" + group.repeat(7) + "```\n";
      List<Page> pages = Pressed.of(article, PageSize.of("a5")).pages().pages();
      for (Page page : pages.subList(1, pages.size())) {
        assertThat(first(page)).as("below %d lines", above).startsWith("one");
      }
    }
  }

  @Test
  void noPageEndsWithTheFirstLineBehindABlankOne() {
    for (int above = 14; above < 30; above++) {
      String article =
          "# T\n\nText.\n\n```\n"
              + "one\n".repeat(above)
              + "\nfirst\n"
              + "two\n".repeat(20)
              + "```\n";
      Pressed pressed = Pressed.of(article, PageSize.of("a5"));
      assertThat(pressed.folio("first"))
          .as("below %d lines", above)
          .isEqualTo(pressed.folio("two"));
    }
  }
}
