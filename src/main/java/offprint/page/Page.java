package offprint.page;

import java.util.List;
import offprint.document.Spot;
import org.jspecify.annotations.Nullable;

/**
 * A finished page.
 *
 * @param folio its printed number, which is also its label
 * @param width of the trim, in points
 * @param height of the trim, in points
 * @param marks in the order they are painted
 * @param start where it begins in the article: with the first line in reading order that goes on
 *     from the page before, be it of a note. Null where nothing does: on a blank page, and mostly
 *     on one of figures
 */
public record Page(int folio, double width, double height, List<Mark> marks, @Nullable Spot start) {
  /** A page of no article. */
  public Page(int folio, double width, double height, List<Mark> marks) {
    this(folio, width, height, marks, null);
  }

  public Page {
    marks = List.copyOf(marks);
  }
}
