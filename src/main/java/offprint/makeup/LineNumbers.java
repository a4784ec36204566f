package offprint.makeup;

import java.util.List;
import offprint.document.Direction;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.style.PageStyle;
import offprint.style.Style;
import offprint.type.TypeCase;

/**
 * Numbers of lines, in the margin where lines begin, for who speaks of a text by them. They go on
 * through the article; a reader is not read them.
 */
public final class LineNumbers {
  private final TypeCase type;
  private final Style style;
  private final Direction direction;
  private int line;

  /**
   * @param style of the numbers; its right margin is the space between them and the text
   * @param direction in which the article is read
   */
  public LineNumbers(TypeCase type, Style style, Direction direction) {
    this.type = type;
    this.style = style;
    this.direction = direction;
  }

  /** Adds the numbers of a page's lines; pages come in their order. */
  void set(List<LedOut.Placed> entries, PageStyle page, List<Mark> marks) {
    for (int i = 0; i < entries.size(); i++) {
      LedOut.Placed placed = entries.get(i);
      // A blank line that vanished at the page's head has no place of its own for its number.
      boolean vanished = i + 1 < entries.size() && entries.get(i + 1).y() == placed.y();
      for (Slug.Counted counted : placed.entry().slug().extras().counted()) {
        line++;
        if (line % counted.every() == 0 && !vanished) {
          double baseline = page.margin().top() + placed.y() + counted.baseline();
          number(page, baseline, marks);
        }
      }
    }
  }

  private void number(PageStyle page, double baseline, List<Mark> marks) {
    String digits = Integer.toString(line);
    double away = style.margin().right();
    double x =
        direction == Direction.RIGHT_TO_LEFT
            ? page.width() - page.margin().right() + away
            : page.margin().left() - away - type.width(digits, style, "en");
    marks.addAll(type.line(digits, style, "en", x, baseline, Mark.Artifact.LAYOUT));
  }
}
