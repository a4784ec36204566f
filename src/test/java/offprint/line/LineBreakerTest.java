package offprint.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LineBreakerTest {
  private static final LineBreaker BREAKER = new LineBreaker(LineBreaker.Settings.STANDARD);
  private static final Item.Glue SPACE = new Item.Glue(6, 3, 2);
  private static final Item.Penalty HYPHEN = new Item.Penalty(5, 50, true);
  private static final Item.Penalty END = new Item.Penalty(0, Item.FORCED, false);
  private static final Item.Glue FILL = new Item.Glue(0, Item.INFINITE, 0);

  @Test
  void breaksAsWellAsAnyWayThereIs() {
    Random random = new Random(1981);
    int set = 0;
    for (int round = 0; round < 3000; round++) {
      List<Item> items = paragraph(random, 4 + random.nextInt(9));
      double measure = 60 + random.nextInt(120);
      double tolerance = 1 + random.nextInt(8);
      Exhaustive all = new Exhaustive(items, line -> measure, tolerance);
      List<Break> breaks = BREAKER.breaks(items, measure, tolerance);
      assertThat(breaks == null).isEqualTo(all.least() == Double.POSITIVE_INFINITY);
      if (breaks != null) {
        set++;
        assertThat(all.demerits(breaks)).isEqualTo(all.least());
      }
    }
    assertThat(set).isGreaterThan(500);
  }

  @Test
  void breaksLinesOfUnlikeMeasuresAsWellAsAnyWayThereIs() {
    Random random = new Random(1122);
    int set = 0;
    for (int round = 0; round < 2000; round++) {
      List<Item> items = paragraph(random, 4 + random.nextInt(9));
      double first = 60 + random.nextInt(120);
      double second = 60 + random.nextInt(120);
      double others = 60 + random.nextInt(120);
      IntToDoubleFunction measure = line -> line == 0 ? first : line == 1 ? second : others;
      Exhaustive all = new Exhaustive(items, measure, 8);
      if (all.least() < Double.POSITIVE_INFINITY) {
        set++;
        LineBreaker breaker =
            new LineBreaker(new LineBreaker.Settings(List.of(8.0), 10_000, 5_000, 10_000, 0));
        assertThat(all.demerits(breaker.breaks(items, measure))).isEqualTo(all.least());
      }
    }
    assertThat(set).isGreaterThan(300);
  }

  @Test
  void anEmptyParagraphHasNoLines() {
    assertThat(BREAKER.breaks(List.of(), 100)).isEmpty();
  }

  @Test
  void aParagraphWithNothingToPrintIsOneLine() {
    assertThat(items(BREAKER.breaks(List.of(FILL, END), 100))).containsExactly(1);
    assertThat(items(BREAKER.breaks(List.of(END), 100))).containsExactly(0);
  }

  @Test
  void aParagraphMustEndWithAForcedBreak() {
    assertThatThrownBy(() -> BREAKER.breaks(List.of(box(10), FILL), 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forced break");
  }

  @Test
  void aForcedBreakEndsALineWhereverItStands() {
    List<Item> items = List.of(box(10), FILL, END, box(10), SPACE, box(10), FILL, END);
    assertThat(items(BREAKER.breaks(items, 100))).containsExactly(2, 7);
  }

  @Test
  void aForbiddenBreakIsNeverTaken() {
    Item never = new Item.Penalty(0, Item.FORBIDDEN, false);
    List<Item> items = List.of(box(60), never, SPACE, box(60), FILL, END);
    List<Break> breaks = BREAKER.breaks(items, 100);
    assertThat(items(breaks)).containsExactly(5);
    assertThat(breaks.getFirst().overfull()).isTrue();
  }

  @Test
  void aWordLongerThanTheMeasureSticksOutOnALineOfItsOwn() {
    List<Item> items =
        List.of(
            box(40), SPACE, box(30), SPACE, box(300), SPACE, box(40), SPACE, box(30), FILL, END);
    List<Break> breaks = BREAKER.breaks(items, 100);
    assertThat(items(breaks)).containsExactly(3, 5, 10);
    assertThat(breaks.stream().map(Break::overfull)).containsExactly(false, true, false);
  }

  @Test
  void noLineSticksOutWhereALooseOneWillDo() {
    List<Item> items = List.of(box(30), SPACE, box(95), SPACE, box(95), FILL, END);
    List<Break> breaks = BREAKER.breaks(items, 100);
    assertThat(items(breaks)).containsExactly(1, 3, 6);
    assertThat(breaks).noneMatch(Break::overfull);
  }

  @Test
  void theRatioSaysHowFarEachSpaceStretchesOrShrinks() {
    // 40 + 6 + 40 in 88: two more than it is, of three that it can stretch.
    List<Item> items = List.of(box(40), SPACE, box(40), SPACE, box(88), FILL, END);
    List<Break> breaks = BREAKER.breaks(items, 88);
    assertThat(items(breaks)).containsExactly(3, 6);
    assertThat(breaks.getFirst().ratio()).isEqualTo(2.0 / 3);
    // In 85 it must lose one of the two that it can.
    List<Item> tight = List.of(box(40), SPACE, box(40), SPACE, box(85), FILL, END);
    assertThat(BREAKER.breaks(tight, 85).getFirst().ratio()).isEqualTo(-0.5);
  }

  @Test
  void loosenessAsksForALineMoreOrLess() {
    List<Item> items = words(120);
    int lines = BREAKER.breaks(items, 200).size();
    assertThat(loose(1).breaks(items, 200)).hasSize(lines + 1);
    assertThat(loose(0).breaks(items, 200)).hasSize(lines);
    assertThat(loose(-1).breaks(items, 200)).hasSizeLessThanOrEqualTo(lines);
  }

  @Test
  void twoHyphensInARowAreAvoided() {
    LineBreaker careless = new LineBreaker(new LineBreaker.Settings(List.of(8.0), 0, 0, 10_000, 0));
    LineBreaker careful =
        new LineBreaker(new LineBreaker.Settings(List.of(8.0), 1e9, 0, 10_000, 0));
    int careless2 = 0;
    int careful2 = 0;
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Item> items = paragraph(random, 60);
      careless2 += hyphensInARow(items, careless.breaks(items, 150));
      careful2 += hyphensInARow(items, careful.breaks(items, 150));
    }
    assertThat(careful2).isLessThan(careless2 / 2);
  }

  @Test
  void aLongParagraphIsBrokenInNoTime() {
    List<Item> items = words(20_000);
    long start = System.nanoTime();
    List<Break> breaks = BREAKER.breaks(items, 300);
    assertThat(breaks).hasSizeGreaterThan(1000).noneMatch(Break::overfull);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(5);
  }

  @Test
  void aRaggedLineKeepsItsSpaces() {
    Item.Penalty place = new Item.Penalty(6, 0, false);
    List<Item> items = new ArrayList<>();
    for (double width : new double[] {40, 30, 50, 45, 20}) {
      if (!items.isEmpty()) {
        items.addAll(Item.ragged(new Item.Penalty(0, 0, false), place.width(), 30));
      }
      items.add(box(width));
    }
    items.add(FILL);
    items.add(END);
    List<Break> breaks = BREAKER.breaks(items, 100);
    // 40 + 6 + 30 leaves 24, 50 + 6 + 20 never meet: 50 leaves 50, or 45 + 6 + 20 leaves 29.
    assertThat(breaks).hasSize(3).noneMatch(Break::overfull);
    assertThat(breaks.getFirst().ratio()).isEqualTo(24.0 / 30);
  }

  @Test
  void aBalancedTitleHasLinesOfLikeLengthAndNoMoreOfThem() {
    List<Item> items = new ArrayList<>();
    for (int word = 0; word < 10; word++) {
      if (word > 0) {
        items.addAll(Item.ragged(new Item.Penalty(0, 0, false), 6, 40));
      }
      items.add(box(30));
    }
    items.add(FILL);
    items.add(END);
    // Eight words fill 282 of 300; in two lines of five each is 174 long.
    double measure = BREAKER.balanced(items, 300);
    assertThat(BREAKER.breaks(items, 300)).hasSize(2);
    assertThat(measure).isBetween(174.0, 174.02);
    assertThat(BREAKER.breaks(items, measure)).hasSize(2);
  }

  private static LineBreaker loose(int lines) {
    return new LineBreaker(LineBreaker.Settings.STANDARD.withLooseness(lines));
  }

  private static Item.Box box(double width) {
    return new Item.Box(width);
  }

  private static List<Integer> items(List<Break> breaks) {
    return breaks.stream().map(Break::item).toList();
  }

  private static int hyphensInARow(List<Item> items, List<Break> breaks) {
    int count = 0;
    for (int i = 1; i < breaks.size(); i++) {
      boolean both =
          items.get(breaks.get(i).item()).equals(HYPHEN)
              && items.get(breaks.get(i - 1).item()).equals(HYPHEN);
      count += both ? 1 : 0;
    }
    return count;
  }

  private static List<Item> words(int count) {
    return paragraph(new Random(count), count);
  }

  private static List<Item> paragraph(Random random, int places) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < places; i++) {
      items.add(box(10 + random.nextInt(30)));
      int kind = random.nextInt(10);
      items.add(
          kind < 6 ? SPACE : kind < 9 ? HYPHEN : new Item.Penalty(0, -random.nextInt(60), false));
    }
    items.add(box(10 + random.nextInt(30)));
    items.add(FILL);
    items.add(END);
    return items;
  }

  /** Tries every set of breaks; written from the paper's definitions, apart from the breaker. */
  private record Exhaustive(List<Item> items, IntToDoubleFunction measure, double tolerance) {

    double least() {
      return least(-1, 0, 1, 0);
    }

    private double least(int from, int line, int fitness, double soFar) {
      double least = Double.POSITIVE_INFINITY;
      for (int at = from + 1; at < items.size(); at++) {
        if (legal(at)) {
          double ratio = ratio(from, at, line);
          if (ratio >= -1 && ratio <= tolerance) {
            double sum = soFar + demerits(from, at, ratio, fitness);
            boolean done = at == items.size() - 1;
            least = Math.min(least, done ? sum : least(at, line + 1, fitness(ratio), sum));
          }
          if (items.get(at).equals(END)) {
            break;
          }
        }
      }
      return least;
    }

    double demerits(List<Break> breaks) {
      double sum = 0;
      int from = -1;
      int fitness = 1;
      int line = 0;
      for (Break end : breaks) {
        double ratio = ratio(from, end.item(), line++);
        assertThat(end.ratio()).isEqualTo(ratio);
        assertThat(ratio).isBetween(-1.0, tolerance);
        sum += demerits(from, end.item(), ratio, fitness);
        fitness = fitness(ratio);
        from = end.item();
      }
      assertThat(from).isEqualTo(items.size() - 1);
      return sum;
    }

    private boolean legal(int at) {
      return items.get(at) instanceof Item.Penalty
          || items.get(at) instanceof Item.Glue && items.get(at - 1) instanceof Item.Box;
    }

    private double ratio(int from, int at, int line) {
      double width = items.get(at) instanceof Item.Penalty penalty ? penalty.width() : 0;
      double stretch = 0;
      double shrink = 0;
      boolean begun = false;
      for (int i = from + 1; i < at; i++) {
        begun |= items.get(i) instanceof Item.Box;
        if (items.get(i) instanceof Item.Box box) {
          width += box.width();
        } else if (begun && items.get(i) instanceof Item.Glue glue) {
          width += glue.width();
          stretch += glue.stretch();
          shrink += glue.shrink();
        }
      }
      double slack = measure.applyAsDouble(line) - width;
      if (slack == 0) {
        return 0;
      }
      double give = slack > 0 ? stretch : shrink;
      return give > 0 ? slack / give : slack > 0 ? 1e9 : -1e9;
    }

    private double demerits(int from, int at, double ratio, int fitness) {
      double badness = 100 * Math.abs(ratio) * Math.abs(ratio) * Math.abs(ratio);
      double cost = items.get(at) instanceof Item.Penalty penalty ? penalty.cost() : 0;
      double plain = (1 + badness) * (1 + badness);
      double sum =
          cost >= 0
              ? (1 + badness + cost) * (1 + badness + cost)
              : cost > Item.FORCED ? plain - cost * cost : plain;
      if (from >= 0 && items.get(from).equals(HYPHEN)) {
        sum += items.get(at).equals(HYPHEN) ? 10_000 : items.get(at).equals(END) ? 5_000 : 0;
      }
      return Math.abs(fitness(ratio) - fitness) > 1 ? sum + 10_000 : sum;
    }

    private static int fitness(double ratio) {
      return ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    }
  }
}
