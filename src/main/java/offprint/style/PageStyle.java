package offprint.style;

import java.util.List;
import offprint.document.Direction;

/**
 * A page's trim, margins and furniture ({@code @page}, CSS Paged Media 3).
 *
 * @param width of the trim, in points
 * @param height of the trim, in points
 * @param margin head, right, foot, left, in points; left and right are of this side, so inner and
 *     outer are resolved
 * @param boxes the margin boxes that say something
 */
public record PageStyle(double width, double height, Style.Edges margin, List<MarginBox> boxes) {
  /** As CSS has it: verso is a page on the left, recto one on the right. */
  public enum Side {
    RECTO,
    VERSO;

    /** Odd folios are on the right, but on the left where a book is read from the right. */
    public static Side ofFolio(int folio, Direction direction) {
      return folio % 2 == 1 == (direction == Direction.LEFT_TO_RIGHT) ? RECTO : VERSO;
    }
  }

  /**
   * @param position such as {@code top-left} or {@code bottom-right-corner}
   * @param content in order
   */
  public record MarginBox(String position, List<Content> content, Style style) {
    public MarginBox {
      content = List.copyOf(content);
    }
  }

  /** A part of what a margin box says. */
  public sealed interface Content {
    record Text(String text) implements Content {}

    /** {@code counter(page)}: the folio. */
    record Folio() implements Content {}

    /** {@code counter(pages)}: how many pages there are. */
    record Pages() implements Content {}

    /** {@code string(name)}: what {@code string-set} last named so, on or before this page. */
    record Named(String name) implements Content {}
  }

  public PageStyle {
    boxes = List.copyOf(boxes);
  }

  /** The width of the text. */
  public double measure() {
    return width - margin.left() - margin.right();
  }
}
