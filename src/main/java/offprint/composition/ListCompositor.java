package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import offprint.document.Block;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/** Sets lists: items, and the marks that hang in their indent. */
final class ListCompositor {
  /** A list of so many lines is not parted where that can be helped. */
  private static final int SHORT = 3;

  private final Job job;
  private final Boxes boxes;
  private final Blocks blocks;

  ListCompositor(Job job, Boxes boxes, Blocks blocks) {
    this.job = job;
    this.boxes = boxes;
    this.blocks = blocks;
  }

  /** Sets what stands in an item. */
  interface Blocks {
    void set(List<Block> content, Level level);
  }

  void set(
      List<Block.ListItem> items,
      Element element,
      Level level,
      IntFunction<@Nullable Integer> number,
      Structure.Numbering numbering) {
    Structure.Element list = level.structure.add(Structure.Role.LIST);
    Boxes.Box box = boxes.open(level, element, list);
    String marker = job.theme().style(element).marker();
    list.numbering(ListMarker.numbering(marker, numbering));
    int from = level.galley.size();
    for (int i = 0; i < items.size(); i++) {
      item(items.get(i), box.inner(), list, number.apply(i));
    }
    if (level.galley.size() - from <= SHORT) {
      boolean inner = level.element.tag().isListItem();
      level.galley.keepTogether(from, inner ? Galley.Cut.UNWELCOME : Galley.Cut.AVOIDED);
    }
    boxes.close(box, level);
  }

  private void item(
      Block.ListItem item, Level level, Structure.Element list, @Nullable Integer number) {
    Structure.Element structure = list.add(Structure.Role.LIST_ITEM);
    Structure.Element label = structure.add(Structure.Role.LABEL);
    Structure.Element said = structure.add(Structure.Role.LIST_BODY);
    Element element = level.next(Tag.of(item));
    Boxes.Box box = boxes.open(level, element, said);
    String marker =
        switch (item.task()) {
          case OPEN -> "\u2610";
          case DONE -> "\u2611";
          case NONE -> ListMarker.of(box.style().marker(), number);
        };
    if (level.galley.hasPendingMarks()) {
      // A list as an item's first block: the outer item's mark gets a line to itself.
      level.galley.add(new Slug(box.style().leading(), List.of(), false));
      level.galley.cut(Galley.Cut.FORBIDDEN);
    }
    marker(marker, box.inner(), box.style(), label);
    if (item.content().isEmpty()) {
      level.galley.add(new Slug(box.style().leading(), List.of(), false));
    }
    blocks.set(item.content(), box.inner());
    boxes.close(box, level);
  }

  /** A mark in the indent, aligned at the text, on the item's first line. */
  void marker(String marker, Level level, Style style, Structure.Element label) {
    if (!marker.isEmpty()) {
      level.galley.onNext(marks(marker, level, style, label), Slug.Extras.NONE);
    }
  }

  /** The same, leading somewhere. */
  void marker(
      String marker,
      Level level,
      Style style,
      Structure.Element link,
      Mark.Destination destination,
      String said) {
    double x = markerLeft(marker, level, style);
    double y = job.type().baseline(style) - style.size() * 0.8;
    double width = job.type().width(marker, style, job.language());
    List<Mark> marks = new ArrayList<>(marks(marker, level, style, link));
    marks.add(new Mark.Link(x, y, width, style.size() * 1.05, destination, link, said));
    level.galley.onNext(marks, Slug.Extras.NONE);
  }

  private List<Mark> marks(String marker, Level level, Style style, Structure.Element label) {
    return job.type()
        .line(
            marker,
            style,
            job.language(),
            markerLeft(marker, level, style),
            job.type().baseline(style),
            label.content());
  }

  private double markerLeft(String marker, Level level, Style style) {
    double gap = style.size() * 0.45;
    return job.isRightToLeft()
        ? level.left + level.measure + gap
        : level.left - gap - job.type().width(marker, style, job.language());
  }
}
