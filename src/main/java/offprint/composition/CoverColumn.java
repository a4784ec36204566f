package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.page.Mark;
import offprint.page.Marks;
import offprint.style.AutoMargins;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Boxes below each other on a cover, each with its ground, its rules and the space around it. They
 * stand as in a column of CSS's flexible boxes: margins are added up, and those that are {@code
 * auto} share what is left of the height.
 */
final class CoverColumn {
  private final Theme theme;
  private final Element element;
  private final boolean mirrored;
  private final double left;
  private final double measure;
  private final List<Box> boxes = new ArrayList<>();
  private @Nullable Element previous;

  /** What stands in the column, from the head of its border. */
  private record Box(AutoMargins auto, Style.Edges margin, double height, List<Mark> marks) {}

  /**
   * @param element that the boxes are in
   * @param mirrored whether what a theme says of the left is meant for the right
   * @param left of the boxes, with the space beside them, in points
   * @param measure the width of that
   */
  CoverColumn(Theme theme, Element element, boolean mirrored, double left, double measure) {
    this.theme = theme;
    this.element = element;
    this.mirrored = mirrored;
    this.left = left;
    this.measure = measure;
  }

  Element element() {
    return element;
  }

  Style style() {
    return theme.style(element);
  }

  double left() {
    return left;
  }

  double measure() {
    return measure;
  }

  /** The inside of its next box. */
  CoverColumn next(Tag tag) {
    previous = element.child(tag, previous);
    Style style = theme.style(previous);
    Style.Edges rules = widths(style.border());
    Span box = span(previous, style);
    return new CoverColumn(
        theme,
        previous,
        mirrored,
        box.left + start(rules) + start(style.padding()),
        box.width - across(rules) - across(style.padding()));
  }

  /** A box from edge to edge. */
  private record Span(double left, double width) {}

  private Span span(Element child, Style style) {
    AutoMargins auto = theme.autoMargins(child);
    double room = measure - across(style.margin());
    double width = style.width() == null ? room : Math.min(room, style.width().of(room));
    double left = this.left + start(style.margin());
    boolean before = mirrored ? auto.right() : auto.left();
    boolean behind = mirrored ? auto.left() : auto.right();
    // Without a margin that is auto a narrow box stands where lines begin.
    double share = before && behind ? 0.5 : before || mirrored && !behind ? 1 : 0;
    return new Span(left + (room - width) * share, width);
  }

  /**
   * Closes a box around what stands in it.
   *
   * @param inside as {@link #next} gave it
   * @param height of what stands in it
   * @param content from its head
   */
  void add(CoverColumn inside, double height, List<Mark> content) {
    Style style = inside.style();
    if (style.display() == Style.Display.NONE) {
      return;
    }
    Style.Edges rules = widths(style.border());
    Style.Edges padding = style.padding();
    double head = rules.top() + padding.top();
    double whole = head + height + padding.bottom() + rules.bottom();
    Span box = span(inside.element, style);
    double x = box.left;
    double width = box.width;
    List<Mark> marks = new ArrayList<>();
    if (style.background() != null) {
      rule(x, 0, width, whole, style.background(), marks);
    }
    Style.Borders border = style.border();
    Style.Border atLeft = mirrored ? border.right() : border.left();
    Style.Border atRight = mirrored ? border.left() : border.right();
    rule(x, 0, width, rules.top(), border.top().colour(), marks);
    rule(x, whole - rules.bottom(), width, rules.bottom(), border.bottom().colour(), marks);
    rule(x, 0, atLeft.width(), whole, atLeft.colour(), marks);
    rule(x + width - atRight.width(), 0, atRight.width(), whole, atRight.colour(), marks);
    marks.addAll(Marks.moved(content, 0, head));
    boxes.add(new Box(theme.autoMargins(inside.element), style.margin(), whole, marks));
  }

  /** The height that is left inside a box which fills the given one. */
  double inside(double height) {
    Style style = style();
    Style.Edges rules = widths(style.border());
    return height - down(style.margin()) - down(rules) - down(style.padding());
  }

  /** Of all boxes, with the space around them. */
  double height() {
    return boxes.stream().mapToDouble(box -> box.height + down(box.margin)).sum();
  }

  /** The boxes in a height. */
  List<Mark> spread(double height) {
    long shares =
        boxes.stream().filter(box -> box.auto.top()).count()
            + boxes.stream().filter(box -> box.auto.bottom()).count();
    double share = shares == 0 ? 0 : Math.max(0, height - height()) / shares;
    List<Mark> marks = new ArrayList<>();
    double y = 0;
    for (Box box : boxes) {
      y += box.margin.top() + (box.auto.top() ? share : 0);
      marks.addAll(Marks.moved(box.marks, 0, y));
      y += box.height + box.margin.bottom() + (box.auto.bottom() ? share : 0);
    }
    return marks;
  }

  private double start(Style.Edges edges) {
    return mirrored ? edges.right() : edges.left();
  }

  private static double across(Style.Edges edges) {
    return edges.left() + edges.right();
  }

  private static double down(Style.Edges edges) {
    return edges.top() + edges.bottom();
  }

  private static Style.Edges widths(Style.Borders border) {
    return new Style.Edges(
        border.top().width(),
        border.right().width(),
        border.bottom().width(),
        border.left().width());
  }

  private static void rule(
      double x, double y, double width, double height, Style.Colour colour, List<Mark> marks) {
    if (width > 0 && height > 0) {
      marks.add(new Mark.Rule(x, y, width, height, colour, Mark.Artifact.LAYOUT));
    }
  }
}
