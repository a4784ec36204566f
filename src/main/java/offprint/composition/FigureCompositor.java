package offprint.composition;

import java.util.List;
import offprint.document.Inline;
import offprint.document.Spot;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.PictureSize;
import offprint.source.Place;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;

/** Sets figures with their captions. */
final class FigureCompositor {
  private final Job job;
  private final Boxes boxes;
  private final ParagraphCompositor paragraphs;
  private final double leading;

  FigureCompositor(Job job, Boxes boxes, ParagraphCompositor paragraphs, double leading) {
    this.job = job;
    this.boxes = boxes;
    this.paragraphs = paragraphs;
    this.leading = leading;
  }

  void set(Inline.Image image, List<Inline> caption, Element element, Level level, Place place) {
    Structure.Element division = level.structure.add(Structure.Role.DIVISION);
    Galley figure = new Galley();
    Level around = new Level(level.element, level.structure, figure, level.left, level.measure);
    Boxes.Box box = boxes.open(around, element, division);
    Structure.Element structure =
        division.add(Structure.Role.FIGURE).alternative(InlineCompositor.alternative(image));
    Galley below = caption(caption, element, division, box.inner(), place);
    // The caption stands below the picture, on the same page.
    double room = Math.max(job.depth() / 3, job.depth() - below.depth() - leading);
    PictureSize size = PictureSize.of(image, box.inner().measure, room);
    double slack = box.inner().measure - size.width();
    double x =
        box.inner().left
            + switch (box.style().align()) {
              case LEFT, JUSTIFY -> 0;
              case CENTER -> slack / 2;
              case RIGHT -> slack;
            };
    Mark picture =
        new Mark.Picture(image.asset(), x, 0, size.width(), size.height(), structure.content());
    figure.add(new Slug(size.height(), List.of(picture), false, Slug.Extras.at(Spot.of(image))));
    if (!below.isEmpty()) {
      figure.cut(Galley.Cut.FORBIDDEN);
      figure.addAll(below);
    }
    boxes.close(box, around);
    if (figure.depth() > job.depth()) {
      level.galley.addAll(figure);
    } else {
      level.galley.addFigure(figure, level.onGrid && floats(box.style(), figure));
    }
  }

  private Galley caption(
      List<Inline> caption, Element element, Structure.Element division, Level inner, Place place) {
    Galley galley = new Galley();
    if (!caption.isEmpty()) {
      Level inside = new Level(element, division, galley, inner.left, inner.measure);
      paragraphs.paragraph(
          caption, inside, inside.next(Tag.FIGURE_CAPTION), Structure.Role.CAPTION, place);
    }
    return galley;
  }

  /**
   * A figure of the running text may float, unless its caption calls notes: they keep their order.
   */
  private static boolean floats(Style style, Galley figure) {
    return style.breakBefore() == Style.Break.AUTO
        && style.breakAfter() == Style.Break.AUTO
        && figure.entries().stream().allMatch(e -> e.slug().extras().notes().isEmpty());
  }
}
