package offprint.pdf;

import java.util.IdentityHashMap;
import java.util.Map;
import offprint.glyph.Face;

/** The faces that the pages are set in, each embedded once, as a subset. */
final class EmbeddedFonts {
  private final PdfFile file;
  private final Map<Face, EmbeddedFont> fonts = new IdentityHashMap<>();

  EmbeddedFonts(PdfFile file) {
    this.file = file;
  }

  EmbeddedFont of(Face face) {
    EmbeddedFont font = fonts.get(face);
    if (font == null) {
      font = new EmbeddedFont(face, fonts.size());
      fonts.put(face, font);
      file.add(font);
    }
    return font;
  }
}
