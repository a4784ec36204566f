package offprint.page;

import java.util.List;

/**
 * A finished page.
 *
 * @param folio its printed number, which is also its label
 * @param width of the trim, in points
 * @param height of the trim, in points
 * @param marks in the order they are painted
 */
public record Page(int folio, double width, double height, List<Mark> marks) {
  public Page {
    marks = List.copyOf(marks);
  }
}
