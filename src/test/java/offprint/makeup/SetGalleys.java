package offprint.makeup;

import offprint.composition.Galleys;
import offprint.document.Document;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.style.PageStyle;
import offprint.style.Theme;

/** An article set in galleys, of which pages can be made again and again, for the benchmarks. */
public final class SetGalleys {
  private final Flow flow;
  private final double grid;
  private final double depth;

  private SetGalleys(Flow flow, double grid, double depth) {
    this.flow = flow;
    this.grid = grid;
    this.depth = depth;
  }

  public static SetGalleys of(Document document, Theme theme, FontBook fonts, Shaper shaper) {
    double grid = theme.body().leading();
    double depth = PageBuilder.depth(theme.page(PageStyle.Side.RECTO, false), grid);
    Flow flow = new Flow();
    flow.add(Galleys.of(document, theme, depth, fonts, shaper));
    return new SetGalleys(flow, grid, depth);
  }

  /** Chooses where all pages end, and says how many there are. */
  public int breakPages() {
    return new PageBreaker(flow, grid, grid, folio -> depth, false, true, true).pages().size();
  }
}
