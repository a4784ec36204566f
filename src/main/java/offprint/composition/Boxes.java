package offprint.composition;

import java.util.List;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Break;

/**
 * Boxes of blocks after CSS: opens one in the galley, with the space, rules and breaks above it,
 * and closes it with those below.
 */
final class Boxes {
  private final Job job;

  Boxes(Job job) {
    this.job = job;
  }

  /** A block's box while its content is set. */
  record Box(Level inner, Style style, double left, double measure, int first) {}

  Box open(Level level, Element element, Structure.Element structure) {
    Style style = job.theme().style(element);
    Galley galley = level.galley;
    above(style, galley);
    // Code reads from left to right, whatever its article does.
    boolean mirrored = job.isRightToLeft() && !element.tag().name().equals("pre");
    double left = level.left + (mirrored ? style.margin().right() : style.margin().left());
    double width = level.measure - style.margin().left() - style.margin().right();
    if (style.width() != null) {
      double whole = width;
      width = Math.min(width, style.width().of(width));
      left += mirrored ? whole - width : 0;
    }
    Style.Border top = style.border().top();
    if (top.width() > 0) {
      rule(galley, left, width, top);
      galley.cut(Galley.Cut.FORBIDDEN);
    }
    Style.Border side = style.border().left();
    if (side.width() > 0) {
      double bar = mirrored ? left + width - side.width() : left;
      galley.push(new Slug.Bar(bar, side.width(), side.colour()));
    }
    galley.moreSpace(style.padding().top());
    double inner =
        mirrored
            ? left + style.padding().right() + style.border().right().width()
            : left + side.width() + style.padding().left();
    double innerWidth =
        width
            - side.width()
            - style.padding().left()
            - style.padding().right()
            - style.border().right().width();
    return new Box(
        new Level(
            element,
            structure,
            galley,
            inner,
            Math.max(innerWidth, 1),
            level.onGrid && (element.tag().name().equals("p") || isRunIn(style))),
        style,
        left,
        width,
        galley.size());
  }

  void close(Box box, Level level) {
    Style style = box.style;
    Galley galley = level.galley;
    if (style.border().left().width() > 0) {
      galley.pop();
    }
    galley.space(style.padding().bottom());
    if (style.border().bottom().width() > 0) {
      galley.cut(Galley.Cut.FORBIDDEN);
      rule(galley, box.left, box.measure, style.border().bottom());
    }
    // A heading that begins its paragraph is no more kept together than the paragraph.
    boolean runIn = isRunIn(style);
    if (style.breakInside() == Break.AVOID && !runIn) {
      galley.keepTogether(box.first, Galley.Cut.AVOIDED);
    }
    below(style, runIn ? Break.AUTO : style.breakAfter(), galley);
  }

  private static boolean isRunIn(Style style) {
    return style.display() == Style.Display.RUN_IN;
  }

  /** Whether a page may end above a block, and the space there. */
  void above(Style style, Galley galley) {
    switch (style.breakBefore()) {
      case PAGE, RECTO, VERSO, LEFT, RIGHT -> galley.cut(forced(style.breakBefore()));
      case AVOID -> galley.keepLast(Galley.Cut.APART);
      case AUTO -> {}
    }
    galley.space(style.margin().top());
  }

  /** Whether a page may end below a block, and the space there. */
  void below(Style style, Break after, Galley galley) {
    switch (after) {
      case PAGE, RECTO, VERSO, LEFT, RIGHT -> galley.cut(forced(after));
      case AVOID -> galley.keepWithNext();
      case AUTO -> {}
    }
    galley.space(style.margin().bottom());
  }

  private Galley.Cut forced(Break kind) {
    return switch (kind) {
      case RECTO -> Galley.Cut.RECTO;
      case VERSO -> Galley.Cut.VERSO;
      case LEFT -> job.isRightToLeft() ? Galley.Cut.RECTO : Galley.Cut.VERSO;
      case RIGHT -> job.isRightToLeft() ? Galley.Cut.VERSO : Galley.Cut.RECTO;
      case PAGE, AVOID, AUTO -> Galley.Cut.FORCED;
    };
  }

  static void rule(Galley galley, double left, double width, Style.Border border) {
    galley.add(
        new Slug(
            border.width(),
            List.of(
                new Mark.Rule(
                    left, 0, width, border.width(), border.colour(), Mark.Artifact.LAYOUT)),
            false));
  }
}
