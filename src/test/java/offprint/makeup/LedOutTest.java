package offprint.makeup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import offprint.galley.Galley;
import offprint.galley.Slug;
import org.junit.jupiter.api.Test;

class LedOutTest {
  private static final double LINE = 10;
  private static final double RULE = 0.4;

  @Test
  void aRuleBetweenTwoPartsStaysInTheMiddleWhereItsSpaceGrows() {
    for (double given : new double[] {0, LINE}) {
      double[] space = aroundARule(Galley.Cut.APART, given);
      assertThat(space[0]).as("given %s", given).isCloseTo(space[1], within(0.01));
    }
  }

  @Test
  void whatIsKeptToTheLineAboveStaysNearIt() {
    assertThat(aroundARule(Galley.Cut.FORBIDDEN, LINE)[0]).isCloseTo(9, within(0.01));
  }

  @Test
  void aBlankLineOfCodeVanishesAtAPagesHeadAndStaysWithinIt() {
    Slug blank = new Slug(LINE, List.of(), false);
    Galley galley = new Galley();
    galley.add(blank);
    galley.add(new Slug(LINE, List.of(), true));
    galley.add(blank);
    galley.add(new Slug(LINE, List.of(), true));
    assertThat(LedOut.of(galley.entries(), LINE, 0))
        .extracting(LedOut.Placed::y)
        .containsExactly(0.0, 0.0, LINE, 2 * LINE);
  }

  /** Above and below it. */
  private static double[] aroundARule(Galley.Cut above, double given) {
    Galley galley = new Galley();
    galley.add(new Slug(LINE, List.of(), true), above, null);
    galley.space(9);
    galley.add(new Slug(RULE, List.of(), false));
    galley.space(9);
    galley.add(new Slug(LINE, List.of(), true));
    List<LedOut.Placed> placed = LedOut.of(galley.entries(), LINE, given);
    double rule = placed.get(1).y();
    return new double[] {rule - LINE, placed.get(2).y() - rule - RULE};
  }
}
