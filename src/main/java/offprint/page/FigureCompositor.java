package offprint.page;

import java.util.List;
import offprint.document.Inline;
import offprint.source.Place;
import offprint.style.Element;
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
    Boxes.Box box = boxes.open(level, element, division);
    Structure.Element structure =
        division.add(Structure.Role.FIGURE).alternative(InlineCompositor.alternative(image));
    // A caption of a few lines and the space around must fit below it.
    double room = job.depth() - (caption.isEmpty() ? 0 : 5 * leading);
    InlineCompositor.Extent extent = InlineCompositor.extent(image, box.inner().measure, room);
    double slack = box.inner().measure - extent.width();
    double x =
        box.inner().left
            + switch (box.style().align()) {
              case LEFT, JUSTIFY -> 0;
              case CENTER -> slack / 2;
              case RIGHT -> slack;
            };
    Mark picture =
        new Mark.Picture(image.asset(), x, 0, extent.width(), extent.height(), structure.content());
    level.galley.add(new Slug(extent.height(), List.of(picture), false));
    if (!caption.isEmpty()) {
      level.galley.cut(Galley.Cut.FORBIDDEN);
      Level inside =
          new Level(element, division, level.galley, box.inner().left, box.inner().measure);
      int from = level.galley.size();
      paragraphs.paragraph(
          caption, inside, inside.next(Tag.FIGURE_CAPTION), Structure.Role.CAPTION, place);
      level.galley.keepTogether(from);
    }
    boxes.close(box, level);
  }
}
