package offprint.cover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private final Coverage shape = new Coverage();

  @Test
  void aPixelCutInFourIsAQuarterInside() {
    rectangle(1.5, 1.5, 3, 3);
    assertThat(rows(4, 4))
        .isDeepEqualTo(
            new double[][] {
              {0, 0, 0, 0},
              {0, 0.25, 0.5, 0},
              {0, 0.5, 1, 0},
              {0, 0, 0, 0}
            });
  }

  @Test
  void aDiagonalHalvesThePixelsOnIt() {
    shape.moveTo(0, 0);
    shape.lineTo(3, 3);
    shape.lineTo(0, 3);
    shape.close();
    double[][] rows = rows(3, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(rows[i][i]).isCloseTo(0.5, within(1e-9));
    }
    assertThat(rows[2][0]).isCloseTo(1, within(1e-9));
    assertThat(rows[0][2]).isZero();
  }

  @Test
  void whatIsDrawnTwiceIsInsideOnce() {
    rectangle(0, 0, 3, 3);
    rectangle(1, 1, 4, 4);
    double[][] rows = rows(4, 4);
    assertThat(rows[1][1]).isCloseTo(1, within(1e-9));
    assertThat(sum(rows)).isCloseTo(9 + 9 - 4, within(1e-9));
  }

  @Test
  void aContourTheOtherWayRoundIsAHole() {
    rectangle(0, 0, 4, 4);
    shape.moveTo(1, 1);
    shape.lineTo(1, 3);
    shape.lineTo(3, 3);
    shape.lineTo(3, 1);
    shape.close();
    assertThat(sum(rows(4, 4))).isCloseTo(12, within(1e-9));
  }

  @Test
  void theAreaUnderACurveIsArchimedes() {
    // A parabola's segment is two thirds of the triangle of its control points. Chords cut off at
    // most their distance from the curve, along all of it.
    shape.moveTo(0, 10);
    shape.curveTo(10, -10, 20, 10);
    shape.close();
    assertThat(sum(rows(20, 12))).isCloseTo(2.0 / 3 * (20 * 20 / 2), within(0.02 * 30));
  }

  @Test
  void whatLiesOutsideThePictureIsCutOff() {
    rectangle(-5, -5, 1, 1);
    rectangle(3, 3, 90, 90);
    assertThat(sum(rows(4, 4))).isCloseTo(2, within(1e-9));
  }

  @Test
  void nothingDrawnIsNothingInside() {
    shape.rows(
        4,
        4,
        (y, coverage, from, to) -> {
          throw new AssertionError("a row of nothing: " + y);
        });
  }

  private void rectangle(double left, double top, double right, double bottom) {
    shape.moveTo(left, top);
    shape.lineTo(right, top);
    shape.lineTo(right, bottom);
    shape.lineTo(left, bottom);
    shape.close();
  }

  private double[][] rows(int width, int height) {
    double[][] rows = new double[height][width];
    shape.rows(
        width,
        height,
        (y, coverage, from, to) -> System.arraycopy(coverage, from, rows[y], from, to - from));
    return rows;
  }

  private static double sum(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }
}
