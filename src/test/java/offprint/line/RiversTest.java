package offprint.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RiversTest {
  private static final Item.Glue SPACE = new Item.Glue(6, 3, 2);
  private static final Item.Glue FILL = new Item.Glue(0, Item.INFINITE, 0);
  private static final Item.Penalty END = new Item.Penalty(0, Item.FORCED, false);
  private static final Shape SHAPE = Shape.of(66).withRiversWithin(4);

  @Test
  void threeBlanksBelowEachOtherAreARiver() {
    List<Item> items =
        List.of(
            box(30), SPACE, box(30), SPACE, box(32), SPACE, box(28), SPACE, box(30), SPACE, box(9),
            FILL, END);
    Rivers rivers = new Rivers(items, SHAPE);
    assertThat(rivers.count(lines(3, 7, 12))).isEqualTo(1);
    assertThat(rivers.count(lines(3, 12))).isZero();
  }

  @Test
  void oneOfFourLinesCountsTwice() {
    List<Item> items =
        List.of(
            box(30), SPACE, box(30), SPACE, box(32), SPACE, box(28), SPACE, box(34), SPACE, box(26),
            SPACE, box(36), SPACE, box(9), FILL, END);
    assertThat(new Rivers(items, SHAPE).count(lines(3, 7, 11, 16))).isEqualTo(2);
  }

  @Test
  void blanksTooFarFromEachOtherAreNone() {
    List<Item> items =
        List.of(
            box(30), SPACE, box(30), SPACE, box(35), SPACE, box(25), SPACE, box(30), SPACE, box(9),
            FILL, END);
    assertThat(new Rivers(items, SHAPE).count(lines(3, 7, 12))).isZero();
  }

  @Test
  void blanksStandWhereTheSetLineHasThem() {
    // Ten too short: two of it go to each of two boxes, three to each blank.
    List<Item> items =
        List.of(
            new Item.Box(20, 2),
            SPACE,
            new Item.Box(20, 2),
            SPACE,
            box(10),
            SPACE,
            box(5),
            FILL,
            END);
    Rivers rivers = new Rivers(items, Shape.of(72));
    assertThat(rivers.middles(-1, 5, 1, 0)[0]).isCloseTo(22 + 4.5, within(1e-9));
    assertThat(rivers.middles(-1, 5, 1, 0)[1]).isCloseTo(22 + 9 + 22 + 4.5, within(1e-9));
    // The last line is not stretched; the first is the shorter by its indent.
    assertThat(rivers.middles(1, 8, 1e-6, 1)).containsExactly(23, 39);
    assertThat(new Rivers(items, Shape.of(62, 72)).middles(-1, 5, 0, 0)[0]).isEqualTo(10 + 23);
  }

  @Test
  void whatHangsAtALinesEndIsNoPartOfABlank() {
    Item free = new Item.Penalty(-2, 0, false);
    List<Item> items = List.of(box(30), free, new Item.Glue(7, 3, 2), box(-1), box(31), FILL, END);
    assertThat(new Rivers(items, Shape.of(80)).middles(-1, 6, 0, 0)).containsExactly(33);
  }

  private static Item.Box box(double width) {
    return new Item.Box(width);
  }

  private static List<Break> lines(Integer... ends) {
    return List.of(ends).stream().map(end -> new Break(end, 0)).toList();
  }
}
