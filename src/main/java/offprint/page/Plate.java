package offprint.page;

import java.util.List;

/**
 * What one side of a sheet is printed from: one page or several.
 *
 * @param number from 1; of a plate for one page its folio
 * @param width of the sheet, in points
 * @param height of the sheet, in points
 * @param pages in their places, none above another
 */
public record Plate(int number, double width, double height, List<Placed> pages) {

  /**
   * A page in its place.
   *
   * @param x of its left edge, from the left of the sheet, in points
   * @param y of its head, from the sheet's head, in points
   * @param scale 1 for its own size
   */
  public record Placed(Page page, double x, double y, double scale) {}

  public Plate {
    pages = List.copyOf(pages);
  }

  /** A plate for a page on a sheet of its own size. */
  public static Plate of(Page page) {
    return new Plate(page.folio(), page.width(), page.height(), List.of(new Placed(page, 0, 0, 1)));
  }
}
