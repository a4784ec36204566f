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
  // Room for the head of the address, and no word before it that could be divided.
  @Test
  void noHostIsPartedWhereAnotherPlaceWillDo() {
    String words = "it is as it was, so we go on to it as if it is so; I do it as I am to";
    List<String> lines =
        lines(words + " <https://an.example-of-it.org/> is where one can read of it, and of more");
    assertThat(lines).anyMatch(line -> line.startsWith("https://an.example-of-it.org/"));
  }

  @Test
  void anAddressInTheListIsWholeOnTheNextLineRatherThanPartedInItsHost() {
    String host = "https://summerofcode.withgoogle.example.org";
    List<String> lines = lines("See [the summer of code, its many projects](" + host + ").");
    assertThat(lines).anyMatch(line -> line.startsWith(host));
  }

  @Test
  void noLineBeginsWithAnAddressesLastLetter() {
    for (String folder : List.of("gym", "contest", "problemset", "group/of/those")) {
      String address = "http://problems.example/" + folder + "/101047/problem/J";
      for (String words :
          List.of("Chedis", "The Chedis", "The great Chedis", "A great old Chedis")) {
        assertThat(lines("See [Kamphaeng Phet and " + words + "](" + address + ")."))
            .noneMatch(line -> line.startsWith("J"));
      }
    }
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
