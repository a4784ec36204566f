package offprint.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import offprint.glyph.Face;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;

/** The faces that the pages are set in, each embedded once, as a subset. */
final class EmbeddedFonts {
  private final PdfFile file;
  private final Map<Face, SortedSet<Integer>> toRecast = new IdentityHashMap<>();
  private final Map<Face, EmbeddedFont> fonts = new IdentityHashMap<>();

  /**
   * @param pages that will be painted: what is recast must be known before the first glyph is drawn
   */
  EmbeddedFonts(PdfFile file, Pages pages) {
    this.file = file;
    for (Page page : pages.pages()) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text && !text.run().face().isPlain()) {
          SortedSet<Integer> glyphs =
              toRecast.computeIfAbsent(text.run().face(), face -> new TreeSet<>());
          for (int glyph : text.run().glyphs()) {
            glyphs.add(glyph);
          }
        }
      }
    }
  }

  EmbeddedFont of(Face face) {
    EmbeddedFont font = fonts.get(face);
    if (font == null) {
      font = new EmbeddedFont(face, fonts.size(), toRecast.get(face));
      fonts.put(face, font);
      file.add(font);
    }
    return font;
  }
}
