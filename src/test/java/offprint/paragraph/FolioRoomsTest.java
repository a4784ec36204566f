package offprint.paragraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import offprint.composition.Pressed;
import offprint.page.Mark;
import org.junit.jupiter.api.Test;

class FolioRoomsTest {
  @Test
  void aGuessIsPutRightInBothDirections() {
    FolioRooms rooms = FolioRooms.guessed(2);
    assertThat(List.of(rooms.exactlyOf("near"), rooms.exactlyOf("far"))).containsExactly(2, 2);
    FolioRooms fitted = rooms.fitted(Map.of("near", 3, "far", 120));
    assertThat(List.of(fitted.of("near"), fitted.of("far"))).containsExactly(1, 3);
  }

  @Test
  void whereMoreRoomDoesNoHarmNothingIsSetAgain() {
    FolioRooms rooms = FolioRooms.guessed(2);
    rooms.of("a");
    assertThat(rooms.fitted(Map.of("a", 9))).isSameAs(rooms);
    assertThat(rooms.fitted(Map.of("a", 100)).of("a")).isEqualTo(3);
  }

  @Test
  void afterThatRoomsOnlyBecomeWider() {
    FolioRooms rooms = FolioRooms.guessed(1);
    rooms.exactlyOf("a");
    FolioRooms second = rooms.fitted(Map.of("a", 10));
    second.exactlyOf("a");
    assertThat(second.fitted(Map.of("a", 9))).isSameAs(second);
    FolioRooms third = second.fitted(Map.of("a", 100));
    assertThat(third.of("a")).isEqualTo(3);
  }

  @Test
  void whereAllGuessesAreRightNothingIsSetAgain() {
    FolioRooms rooms = FolioRooms.guessed(1);
    rooms.exactlyOf("a");
    assertThat(rooms.fitted(Map.of("a", 9, "asked for by nobody", 1_000))).isSameAs(rooms);
  }

  @Test
  void referencesToNearAndFarPagesHaveRoomForTheirNumbersAlone() {
    String page = "A line of its own. ".repeat(300) + "\n\n";
    Pressed pressed =
        Pressed.a4("See [one](#one), [two](#two).\n\n## One\n\n" + page.repeat(8) + "## Two\n");
    int two = pressed.folio("Two");
    assertThat(two).isGreaterThan(9);
    for (String folio : List.of("1", Integer.toString(two))) {
      Mark.Text number =
          pressed.texts().stream()
              .filter(text -> text.run().text().equals(folio))
              .findFirst()
              .orElseThrow();
      assertThat(behind(pressed, number).run().text()).startsWith(")");
      assertThat(behind(pressed, number).x()).isEqualTo(endOf(number), within(0.01));
    }
  }

  private static double endOf(Mark.Text text) {
    return text.x() + text.run().width();
  }

  private static Mark.Text behind(Pressed pressed, Mark.Text text) {
    return pressed.texts().get(pressed.texts().indexOf(text) + 1);
  }
}
