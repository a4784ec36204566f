package offprint.composition;

import offprint.document.Document;
import offprint.galley.Galley;
import offprint.glyph.FontBook;
import offprint.glyph.Shaper;
import offprint.page.Structure;
import offprint.paragraph.FolioRooms;
import offprint.paragraph.Job;
import offprint.source.Findings;
import offprint.style.PageStyle;
import offprint.style.Theme;
import offprint.type.TypeCase;

/** An article set in a galley, for who has pages made of it. */
public final class Galleys {
  private Galleys() {}

  /**
   * @param depth of the text on a page, in points
   */
  public static Galley of(
      Document document, Theme theme, double depth, FontBook fonts, Shaper shaper) {
    Findings findings = new Findings();
    TypeCase type = new TypeCase(fonts, shaper, findings, document.source());
    double measure = theme.page(PageStyle.Side.RECTO, false).measure();
    Job job = new Job(theme, type, document, findings, measure, depth);
    return new Compositor(job, FolioRooms.guessed(3))
        .article(new Structure.Element(Structure.Role.DOCUMENT));
  }
}
