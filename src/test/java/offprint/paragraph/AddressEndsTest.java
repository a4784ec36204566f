package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import offprint.composition.Pressed;
import offprint.page.Mark;
import offprint.page.Page;
import org.junit.jupiter.api.Test;

/** Where lines end in addresses. */
class AddressEndsTest {
  @Test
  void noHostIsPartedWhereAnotherPlaceWillDo() {
    String words =
        "here will be considerable than though be read of portions this of the immediately"
            + " understood found will that readers and of whose considerable able of of than"
            + " all place found considerable place at and ";
    StringBuilder article = new StringBuilder();
    for (int more = 0; more < 60; more++) {
      article.append("i".repeat(more)).append(' ').append(words).append(words);
      article.append("<https://docs.example.org/> portions it than of it of the that\n\n");
    }
    List<String> lines = lines(article.toString());
    assertThat(lines).noneMatch(line -> line.matches("\\.(example|org).*"));
    // Some are near enough to a line's end.
    assertThat(lines).anyMatch(line -> line.startsWith("https://docs"));
  }

  @Test
  void noPageEndsInAnAddress() {
    String path = "https://example.org/" + "tides/".repeat(40);
    Pressed set = Pressed.a4("word\n\n".repeat(39) + "<" + path + ">\n");
    List<String> first = lines(List.of(set.pages().pages().getFirst()));
    String last = first.get(first.size() - 2); // behind it is the folio
    assertThat(last).isEqualTo("word");
  }

  private static List<String> lines(String markdown) {
    return lines(Pressed.a4(markdown).pages().pages());
  }

  private static List<String> lines(List<Page> pages) {
    List<String> lines = new ArrayList<>();
    double y = -1;
    for (Page page : pages) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text) {
          String rest = text.y() == y ? lines.removeLast() : "";
          lines.add(rest + text.run().text());
          y = text.y();
        }
      }
    }
    return lines;
  }
}
