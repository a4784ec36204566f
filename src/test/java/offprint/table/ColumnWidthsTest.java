package offprint.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import offprint.table.Bulk.Flow;
import offprint.table.Bulk.Flow.Word;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  private static final double EM = 10;
  private static final double LINE = 12;

  /** Words of letters that are five points wide, as wide as a blank. */
  private static Bulk text(int... letters) {
    List<Word> words =
        Arrays.stream(letters).mapToObj(n -> new Word(n * 5, 5, n * 5, false)).toList();
    return new Bulk(List.of(new Flow(0, words, LINE, 0, 0)));
  }

  private static Bulk words(int count) {
    int[] letters = new int[count];
    Arrays.fill(letters, 5);
    return text(letters);
  }

  private static List<ColumnWidths.Need> needs(Bulk[]... rows) {
    List<ColumnWidths.Need> needs = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        needs.add(new ColumnWidths.Need(i, k, 1, rows[i][k], 4, false));
      }
    }
    return needs;
  }

  private static double[] widths(List<ColumnWidths.Need> needs, double room, boolean... dated) {
    boolean[] none = new boolean[dated.length];
    return new ColumnWidths(needs, none, dated, new double[dated.length], EM).in(room, false);
  }

  private static double depth(List<ColumnWidths.Need> needs, double[] widths) {
    int rows = needs.getLast().row() + 1;
    double[] depths = new double[rows];
    for (ColumnWidths.Need need : needs) {
      double depth = need.bulk().depth(widths[need.column()] - need.blank());
      depths[need.row()] = Math.max(depths[need.row()], depth);
    }
    return Arrays.stream(depths).sum();
  }

  @Test
  void columnsAreAsWideAsWhatStandsInThemWhereThatFits() {
    double[] widths = widths(needs(new Bulk[] {words(1), words(4)}), 300, false, false);
    assertThat(widths[0]).isCloseTo(25 + 4, within(0.2));
    assertThat(widths[1]).isCloseTo(4 * 25 + 3 * 5 + 4, within(0.2));
  }

  @Test
  void noColumnIsNarrowerThanItsWidestWord() {
    Bulk[] row = {text(12, 2, 3), words(60), text(9)};
    double[] widths = widths(needs(row), 220, false, false, false);
    assertThat(widths[0]).isGreaterThanOrEqualTo(60 + 4);
    assertThat(widths[2]).isGreaterThanOrEqualTo(45 + 4);
    assertThat(Arrays.stream(widths).sum()).isLessThanOrEqualTo(220.01);
  }

  @Test
  void aDateKeepsItsLine() {
    Bulk[] row = {text(2, 7, 4), words(30), words(30)};
    double[] widths = widths(needs(row), 300, true, false, false);
    assertThat(row[0].depth(widths[0] - 4)).isEqualTo(LINE);
  }

  @Test
  void aColumnOfShortPiecesIsNoColumnOfLetters() {
    int[] letters = new int[40];
    Arrays.fill(letters, 1);
    Bulk[] row = {text(letters), words(60)};
    double[] widths = widths(needs(row), 200, false, false);
    assertThat(widths[0]).isGreaterThanOrEqualTo(4 * EM);
  }

  @Test
  void columnsOfLikeTextAreEqual() {
    Bulk[] first = {words(20), words(22)};
    Bulk[] second = {words(11), words(10)};
    double[] widths = widths(needs(first, second), 300, false, false);
    assertThat(widths[0]).isCloseTo(widths[1], within(1e-6));
  }

  @Test
  void aTableIsHardlyDeeperThanTheLeastDeepOfAll() {
    Random random = new Random(7);
    double sum = 0;
    double best = 0;
    for (int n = 0; n < 60; n++) {
      List<ColumnWidths.Need> needs = new ArrayList<>();
      for (int row = 0; row < 4; row++) {
        for (int k = 0; k < 3; k++) {
          Bulk bulk = words(8 + random.nextInt(k == 1 ? 40 : 12));
          needs.add(new ColumnWidths.Need(row, k, 1, bulk, 4, false));
        }
      }
      double[] widths = widths(needs, 330, false, false, false);
      sum += depth(needs, widths);
      best += exhaustive(needs, 330);
      assertThat(depth(needs, widths)).isLessThanOrEqualTo(exhaustive(needs, 330) * 1.25);
    }
    assertThat(sum / best).isLessThan(1.03);
  }

  @Test
  void noWidthsOfTwoColumnsThatLieBetweenTwoStepsAreMissed() {
    for (int seed = 0; seed < 250; seed++) {
      Random random = new Random(seed);
      int[] longest = {4 + random.nextInt(40), 4 + random.nextInt(40)};
      List<ColumnWidths.Need> needs = new ArrayList<>();
      for (int row = 0; row < 9; row++) {
        for (int k = 0; k < 2; k++) {
          int[] letters = random.ints(3 + random.nextInt(longest[k]), 2, 10).toArray();
          needs.add(new ColumnWidths.Need(row, k, 1, text(letters), 4, false));
        }
      }
      double least = Double.MAX_VALUE;
      for (double a = 49; a < 330 - 49; a++) {
        least = Math.min(least, depth(needs, new double[] {a, 330 - a}));
      }
      assertThat(depth(needs, widths(needs, 330, false, false)))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(least * 1.05);
    }
  }

  private static double exhaustive(List<ColumnWidths.Need> needs, double room) {
    double best = Double.MAX_VALUE;
    for (double a = 44; a < room - 88; a += 3) {
      for (double b = 44; b < room - a - 44; b += 3) {
        best = Math.min(best, depth(needs, new double[] {a, b, room - a - b}));
      }
    }
    return best;
  }

  @Test
  void aCellOverSeveralColumnsWidensThem() {
    List<ColumnWidths.Need> needs = new ArrayList<>();
    needs.add(new ColumnWidths.Need(0, 0, 2, words(6), 4, false));
    needs.add(new ColumnWidths.Need(1, 0, 1, words(1), 4, false));
    needs.add(new ColumnWidths.Need(1, 1, 1, words(2), 4, false));
    double[] widths = widths(needs, 400, false, false);
    assertThat(widths[0] + widths[1]).isGreaterThanOrEqualTo(6 * 25 + 5 * 5 + 4);
    assertThat(widths[1]).isGreaterThan(widths[0]);
  }

  @Test
  void manyRowsAreJudgedByASample() {
    Bulk[][] rows = new Bulk[5000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Bulk[] {words(20), words(10 + i % 5), words(1)};
    }
    long start = System.nanoTime();
    widths(needs(rows), 300, false, false, false);
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);
  }
}
