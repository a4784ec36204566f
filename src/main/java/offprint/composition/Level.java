package offprint.composition;

import offprint.galley.Galley;
import offprint.page.Structure;
import offprint.style.Element;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/** Where blocks stand: the element they are in, what they belong to, and between which lines. */
final class Level {
  final Element element;
  final Structure.Element structure;
  final Galley galley;
  final double left;
  final double measure;
  final boolean onGrid;
  private @Nullable Element previous;

  Level(Element element, Structure.Element structure, Galley galley, double left, double measure) {
    this(element, structure, galley, left, measure, false);
  }

  Level(
      Element element,
      Structure.Element structure,
      Galley galley,
      double left,
      double measure,
      boolean onGrid) {
    this.element = element;
    this.structure = structure;
    this.galley = galley;
    this.left = left;
    this.measure = measure;
    this.onGrid = onGrid;
  }

  /**
   * Lines that begin further in.
   *
   * @param mirrored whether from the right
   */
  Level narrowed(double indent, boolean mirrored) {
    double side = mirrored ? left : left + indent;
    return new Level(element, structure, galley, side, measure - indent, onGrid);
  }

  /** The next element at this level. */
  Element next(Tag tag) {
    previous = element.child(tag, previous);
    return previous;
  }

  /** What comes next stands as if the last element were not there, which is on another page. */
  void passOver() {
    previous = previous == null ? null : previous.previous();
  }
}
