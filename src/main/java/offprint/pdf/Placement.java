package offprint.pdf;

import offprint.page.Plate;

/**
 * Where a page lies on its sheet: its lower left corner from the sheet's, in points, y up.
 *
 * @param scale 1 for its own size
 */
record Placement(double x, double y, double scale) {
  static Placement of(Plate.Placed placed, Plate plate) {
    double foot = placed.y() + placed.scale() * placed.page().height();
    return new Placement(placed.x(), plate.height() - foot, placed.scale());
  }

  /** Whether the page is the sheet. */
  boolean isNone() {
    return x == 0 && y == 0 && scale == 1;
  }

  /** From the left of the sheet, what is {@code there} on the page. */
  double right(double there) {
    return x + scale * there;
  }

  /** From the foot of the sheet, what is {@code there} on the page. */
  double up(double there) {
    return y + scale * there;
  }
}
