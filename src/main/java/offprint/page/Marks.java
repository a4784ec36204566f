package offprint.page;

import java.util.ArrayList;
import java.util.List;

/** Moves marks about. */
public final class Marks {
  private Marks() {}

  /** The same mark elsewhere. */
  public static Mark moved(Mark mark, double dx, double dy) {
    if (dx == 0 && dy == 0) {
      return mark;
    }
    return switch (mark) {
      case Mark.Text m ->
          new Mark.Text(
              m.run(), m.x() + dx, m.y() + dy, m.colour(), m.owner(), m.actual(), m.turned());
      case Mark.Formula m ->
          new Mark.Formula(m.set(), m.x() + dx, m.y() + dy, m.colour(), m.owner(), m.turned());
      case Mark.Rule m ->
          new Mark.Rule(m.x() + dx, m.y() + dy, m.width(), m.height(), m.colour(), m.owner());
      case Mark.Picture m ->
          new Mark.Picture(
              m.asset(), m.x() + dx, m.y() + dy, m.width(), m.height(), m.owner(), m.turned());
      case Mark.Link m ->
          new Mark.Link(
              m.x() + dx,
              m.y() + dy,
              m.width(),
              m.height(),
              m.destination(),
              m.element(),
              m.description());
      case Mark.Anchor m -> new Mark.Anchor(m.name(), m.x() + dx, m.y() + dy);
    };
  }

  public static List<Mark> moved(List<Mark> marks, double dx, double dy) {
    List<Mark> moved = new ArrayList<>(marks.size());
    for (Mark mark : marks) {
      moved.add(moved(mark, dx, dy));
    }
    return moved;
  }

  /** The same marks so many times as large, and as far from the origin. Formulas are in pieces. */
  public static List<Mark> scaled(List<Mark> marks, double by) {
    List<Mark> scaled = new ArrayList<>(marks.size());
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Text m ->
            scaled.add(
                new Mark.Text(
                    m.run().scaled(by),
                    m.x() * by,
                    m.y() * by,
                    m.colour(),
                    m.owner(),
                    m.actual(),
                    m.turned()));
        case Mark.Formula m -> scaled.addAll(scaled(m.parts(), by));
        case Mark.Rule m ->
            scaled.add(
                new Mark.Rule(
                    m.x() * by,
                    m.y() * by,
                    m.width() * by,
                    m.height() * by,
                    m.colour(),
                    m.owner()));
        case Mark.Picture m ->
            scaled.add(
                new Mark.Picture(
                    m.asset(),
                    m.x() * by,
                    m.y() * by,
                    m.width() * by,
                    m.height() * by,
                    m.owner(),
                    m.turned()));
        case Mark.Link m ->
            scaled.add(
                new Mark.Link(
                    m.x() * by,
                    m.y() * by,
                    m.width() * by,
                    m.height() * by,
                    m.destination(),
                    m.element(),
                    m.description()));
        case Mark.Anchor m -> scaled.add(new Mark.Anchor(m.name(), m.x() * by, m.y() * by));
      }
    }
    return scaled;
  }

  /**
   * What is seen of marks, for a second showing that is not read aloud: a table's head on its next
   * page.
   */
  public static List<Mark> asArtifact(List<Mark> marks) {
    List<Mark> seen = new ArrayList<>();
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Text m ->
            seen.add(
                new Mark.Text(
                    m.run(), m.x(), m.y(), m.colour(), Mark.Artifact.LAYOUT, null, m.turned()));
        case Mark.Formula m ->
            seen.add(
                new Mark.Formula(
                    m.set(), m.x(), m.y(), m.colour(), Mark.Artifact.LAYOUT, m.turned()));
        case Mark.Rule m ->
            seen.add(
                new Mark.Rule(
                    m.x(), m.y(), m.width(), m.height(), m.colour(), Mark.Artifact.LAYOUT));
        case Mark.Picture m ->
            seen.add(
                new Mark.Picture(
                    m.asset(),
                    m.x(),
                    m.y(),
                    m.width(),
                    m.height(),
                    Mark.Artifact.LAYOUT,
                    m.turned()));
        case Mark.Link m -> {}
        case Mark.Anchor m -> {}
      }
    }
    return seen;
  }

  /**
   * Marks of a sheet that lies on its side, on the page: a quarter turn to the left, so that its
   * head is at the page's left.
   *
   * @param width of the sheet, which becomes a height
   */
  public static List<Mark> turned(List<Mark> marks, double width) {
    List<Mark> turned = new ArrayList<>(marks.size());
    for (Mark mark : marks) {
      turned.add(
          switch (mark) {
            case Mark.Text m ->
                new Mark.Text(
                    m.run(), m.y(), width - m.x(), m.colour(), m.owner(), m.actual(), true);
            case Mark.Formula m ->
                new Mark.Formula(m.set(), m.y(), width - m.x(), m.colour(), m.owner(), true);
            case Mark.Rule m ->
                new Mark.Rule(
                    m.y(), width - m.x() - m.width(), m.height(), m.width(), m.colour(), m.owner());
            case Mark.Picture m ->
                new Mark.Picture(
                    m.asset(),
                    m.y(),
                    width - m.x() - m.width(),
                    m.height(),
                    m.width(),
                    m.owner(),
                    true);
            case Mark.Link m ->
                new Mark.Link(
                    m.y(),
                    width - m.x() - m.width(),
                    m.height(),
                    m.width(),
                    m.destination(),
                    m.element(),
                    m.description());
            case Mark.Anchor m -> new Mark.Anchor(m.name(), m.y(), width - m.x());
          });
    }
    return turned;
  }
}
