package offprint.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import offprint.document.PageSize;
import org.jspecify.annotations.Nullable;

/**
 * Lays pages out as a booklet: two on each side of a sheet, so that the sheets, printed on both
 * sides, laid on one another in order and folded once together, are stitched through the fold.
 *
 * <p>Each sheet lies around the next inner one, which its fold pushes outwards by the paper's
 * thickness. Cut at the fore-edge, an inner page would lose that much of its outer margin; so its
 * type is moved as much towards the fold.
 */
public final class Imposition {
  /** Of the paper that offices print on, 80 grammes to the square metre, in points. */
  public static final double OFFICE_PAPER = 0.1 * 72 / 25.4;

  /** A sheet of a known size is taken where the pages are hardly smaller, in points. */
  private static final double HARDLY = 2 * 72 / 25.4;

  private static final int PAGES_OF_SHEET = 4;

  private final @Nullable PageSize sheet;
  private final double thickness;

  /**
   * @param sheet null for one that the pages fill at their own size
   * @param thickness of the paper, in points
   */
  public Imposition(@Nullable PageSize sheet, double thickness) {
    this.sheet = sheet;
    this.thickness = thickness;
  }

  /** The sheet that was asked for; null for one that the pages fill at their own size. */
  public @Nullable PageSize sheet() {
    return sheet;
  }

  /** The paper's thickness, in points. */
  public double thickness() {
    return thickness;
  }

  /**
   * The plates: of each sheet, from the outermost, the side that is outside in the folded booklet,
   * then the other. Blank pages at the end fill the last sheet.
   *
   * @param pages of one size, in order
   * @param rightToLeft whether the booklet is bound at the right
   */
  public List<Plate> impose(List<Page> pages, boolean rightToLeft) {
    int count = (pages.size() + PAGES_OF_SHEET - 1) / PAGES_OF_SHEET * PAGES_OF_SHEET;
    PageSize trim = new PageSize(pages.getFirst().width(), pages.getFirst().height());
    PageSize paper = paper(trim);
    List<Plate> plates = new ArrayList<>();
    for (int i = 0; i < count / 2; i++) {
      // Outside the last page lies left of the first; inside it is the other way round.
      boolean outside = i % 2 == 0;
      int low = i;
      int high = count - 1 - i;
      boolean lowIsRight = outside != rightToLeft;
      double creep = i / 2 * thickness;
      plates.add(
          plate(
              i + 1,
              paper,
              trim,
              page(pages, lowIsRight ? high : low),
              page(pages, lowIsRight ? low : high),
              creep));
    }
    return plates;
  }

  private static @Nullable Page page(List<Page> pages, int index) {
    return index < pages.size() ? pages.get(index) : null;
  }

  private Plate plate(
      int number,
      PageSize paper,
      PageSize trim,
      @Nullable Page left,
      @Nullable Page right,
      double creep) {
    double scale = scale(paper, trim);
    double fold = paper.width() / 2;
    double head = (paper.height() - scale * trim.height()) / 2;
    List<Plate.Placed> placed = new ArrayList<>();
    if (left != null) {
      placed.add(new Plate.Placed(left, fold - scale * trim.width() + creep, head, scale));
    }
    if (right != null) {
      placed.add(new Plate.Placed(right, fold - creep, head, scale));
    }
    return new Plate(number, paper.width(), paper.height(), placed);
  }

  // Pages are made smaller to fit, but not larger: their size was chosen.
  private static double scale(PageSize paper, PageSize trim) {
    double fits = Math.min(paper.width() / (2 * trim.width()), paper.height() / trim.height());
    return fits > 0.999 ? 1 : fits;
  }

  private PageSize paper(PageSize trim) {
    if (sheet != null) {
      boolean upright = scale(sheet.portrait(), trim) > scale(sheet.landscape(), trim);
      return upright ? sheet.portrait() : sheet.landscape();
    }
    PageSize spread = new PageSize(2 * trim.width(), trim.height());
    return PageSize.names().stream()
        .map(PageSize::of)
        .flatMap(size -> size == null ? Stream.of() : Stream.of(size.landscape(), size.portrait()))
        .filter(
            size ->
                Math.abs(size.width() - spread.width()) < HARDLY
                    && Math.abs(size.height() - spread.height()) < HARDLY)
        .findFirst()
        .orElse(spread);
  }
}
