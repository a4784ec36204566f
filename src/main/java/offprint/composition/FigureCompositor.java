package offprint.composition;

import java.util.List;
import java.util.function.DoubleFunction;
import offprint.document.Inline;
import offprint.document.Spot;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Copy;
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
  private final InlineCompositor inlines;
  private final ParagraphCompositor paragraphs;
  private final double leading;

  FigureCompositor(
      Job job,
      Boxes boxes,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      double leading) {
    this.job = job;
    this.boxes = boxes;
    this.inlines = inlines;
    this.paragraphs = paragraphs;
    this.leading = leading;
  }

  /**
   * A picture that can be set smaller.
   *
   * @param height in points
   * @param lower sets it lower by so many points, in one line or more
   */
  private record Plate(double height, DoubleFunction<List<Slug>> lower) {}

  /**
   * @param picture an image, or a link that holds one
   */
  void set(Inline picture, List<Inline> caption, Element element, Level level, Place place) {
    Structure.Element division = level.structure.add(Structure.Role.DIVISION);
    Boxes.Box box = boxes.open(inside(level, new Galley()), element, division);
    boolean linked = !(picture instanceof Inline.Image);
    Structure.Element structure =
        division.add(linked ? Structure.Role.PARAGRAPH : Structure.Role.FIGURE);
    Galley below = caption(caption, element, division, box.inner(), place);
    // The caption stands below the picture, on the same page.
    double room = Math.max(job.depth() / 3, job.depth() - below.depth() - leading);
    Plate plate =
        picture instanceof Inline.Image image
            ? alone(image, box, structure, room)
            : linked(picture, box, structure, room, place);
    DoubleFunction<Galley> lower =
        by -> figure(plate.lower.apply(by), below, element, division, level);
    Galley figure = lower.apply(0);
    if (figure.depth() > job.depth()) {
      level.galley.addAll(figure);
    } else {
      level.galley.addFigure(
          figure,
          level.onGrid && floats(box.style(), figure),
          new Galley.Reduction(plate.height, by -> Slug.stacked(lower.apply(by).slugs())));
    }
  }

  private Galley figure(
      List<Slug> picture, Galley below, Element element, Structure.Element division, Level level) {
    Galley figure = new Galley();
    Level around = inside(level, figure);
    Boxes.Box box = boxes.open(around, element, division);
    picture.forEach(figure::add);
    figure.keepTogether(0, Galley.Cut.FORBIDDEN);
    if (!below.isEmpty()) {
      figure.cut(Galley.Cut.FORBIDDEN);
      figure.addAll(below);
    }
    boxes.close(box, around);
    return figure;
  }

  private static Level inside(Level level, Galley figure) {
    return new Level(level.element, level.structure, figure, level.left, level.measure);
  }

  private Plate alone(Inline.Image image, Boxes.Box box, Structure.Element structure, double room) {
    structure.alternative(InlineCompositor.alternative(image));
    Structure.Content content = structure.content();
    PictureSize whole = PictureSize.of(image, box.inner().measure, room);
    return new Plate(whole.height(), by -> List.of(alone(image, whole.lowerBy(by), box, content)));
  }

  private static Slug alone(
      Inline.Image image, PictureSize size, Boxes.Box box, Structure.Content content) {
    double slack = box.inner().measure - size.width();
    double x =
        box.inner().left
            + switch (box.style().align()) {
              case LEFT, JUSTIFY -> 0;
              case CENTER -> slack / 2;
              case RIGHT -> slack;
            };
    Mark picture = new Mark.Picture(image.asset(), x, 0, size.width(), size.height(), content);
    return new Slug(size.height(), List.of(picture), false, Slug.Extras.at(Spot.of(image)));
  }

  // What a link has behind its words stands behind its picture, as in a line.
  private Plate linked(
      Inline link, Boxes.Box box, Structure.Element structure, double room, Place place) {
    Level inner = box.inner();
    Copy copy =
        inlines.linkedPicture(
            link, inner.element, structure, job.language(), inner.measure, room - leading);
    Copy.Inset.Picture picture = copy.pictureAtHead();
    double height = picture == null ? 0 : picture.height();
    return new Plate(
        height,
        by ->
            paragraphs.set(
                by == 0 ? copy : copy.reducedTo((height - by) / height),
                inner,
                box.style(),
                0,
                place));
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
