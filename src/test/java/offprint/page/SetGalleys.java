package offprint.page;

import offprint.document.Document;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.source.Findings;
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
    Findings findings = new Findings();
    TypeCase type = new TypeCase(fonts, shaper, findings, document.source());
    double grid = theme.style(Job.body()).leading();
    PageStyle page = theme.page(PageStyle.Side.RECTO, false);
    double depth = PageBuilder.depth(page, grid);
    Job job = new Job(theme, type, document, findings, page.measure(), depth);
    Flow flow = new Flow();
    flow.add(
        new Compositor(job, FolioRooms.guessed(3))
            .article(new Structure.Element(Structure.Role.DOCUMENT)));
    return new SetGalleys(flow, grid, depth);
  }

  /** Chooses where all pages end, and says how many there are. */
  public int breakPages() {
    return new PageBreaker(flow, grid, grid, folio -> depth, false, true).pages().size();
  }
}
