package offprint.style;

import java.util.List;

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

    /** Odd folios are on the right; a book that is read from the right is {@link #mirrored()}. */
    public static Side ofFolio(int folio) {
      return folio % 2 == 1 ? RECTO : VERSO;
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

    private MarginBox mirrored() {
      String other =
          position.contains("left")
              ? position.replace("left", "right")
              : position.replace("right", "left");
      return new MarginBox(other, content, style);
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

  /** The page of an article that is read from right to left: all sides are the other ones. */
  public PageStyle mirrored() {
    Style.Edges edges =
        new Style.Edges(margin.top(), margin.left(), margin.bottom(), margin.right());
    return new PageStyle(width, height, edges, boxes.stream().map(MarginBox::mirrored).toList());
  }

  /** The width of the text. */
  public double measure() {
    return width - margin.left() - margin.right();
  }
}
