package offprint.pdf;

import java.util.Arrays;
import offprint.glyph.GlyphRun;
import offprint.page.Mark;
import offprint.style.Style.Colour;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfGlyphArray;
import org.openpdf.text.pdf.PdfName;

/**
 * Paints glyph runs on one page. Runs that follow each other on a baseline, in one face, size and
 * colour, become one string; the glyphs stand where the runs say, to a thousandth of the em.
 */
final class TextPainter {
  private final PdfContentByte content;
  private final EmbeddedFonts fonts;
  private final Ink ink;
  private final double pageHeight;

  // what the page's graphics state holds
  private @Nullable EmbeddedFont font;
  private double size;
  private double stretch = 1;
  private double spacing; // in points, behind every glyph

  // the string under way
  private PdfGlyphArray glyphs = new PdfGlyphArray();
  private boolean open;
  private boolean turned;
  private double start; // along the baseline
  private double baseline;
  private double rise;
  private double
      pen; // from the start, in thousandths of the em as stretched, as a viewer reckons it

  TextPainter(PdfContentByte content, EmbeddedFonts fonts, Ink ink, double pageHeight) {
    this.content = content;
    this.fonts = fonts;
    this.ink = ink;
    this.pageHeight = pageHeight;
  }

  void paint(Mark.Text mark) {
    GlyphRun run = mark.run();
    EmbeddedFont face = fonts.of(run.face());
    if (!continues(mark, face)) {
      begin(mark, face);
    }
    String actual = mark.actual();
    if (actual != null) {
      spanned(actual, () -> pieces(run, face, along(mark)));
    } else {
      pieces(run, face, along(mark));
    }
  }

  /** Where on its baseline a mark begins: from left to right, or from below. */
  private static double along(Mark.Text mark) {
    return mark.turned() ? -mark.y() : mark.x();
  }

  private static double across(Mark.Text mark) {
    return mark.turned() ? mark.x() : mark.y();
  }

  /** Ends the string under way; other painting may follow. */
  void end() {
    if (open) {
      flush();
      setRise(0);
      content.endText();
      open = false;
    }
  }

  private boolean continues(Mark.Text mark, EmbeddedFont face) {
    return open
        && face == font
        && mark.run().size() == size
        && mark.run().stretch() == stretch
        && spacing(mark.run()) == spacing
        && mark.turned() == turned
        && across(mark) == baseline
        && ink.is(mark.colour());
  }

  private void begin(Mark.Text mark, EmbeddedFont face) {
    end();
    ink.dip(mark.colour());
    content.beginText();
    if (face != font || mark.run().size() != size) {
      font = face;
      size = mark.run().size();
      content.setFontAndSize(face.base(), (float) size);
    }
    if (mark.run().stretch() != stretch) {
      stretch = mark.run().stretch();
      content.setHorizontalScaling((float) (stretch * 100));
    }
    if (spacing(mark.run()) != spacing) {
      spacing = spacing(mark.run());
      content.setCharacterSpacing((float) spacing);
    }
    turned = mark.turned();
    if (turned) {
      content.setTextMatrix(0, 1, -1, 0, (float) mark.x(), (float) (pageHeight - mark.y()));
    } else {
      content.moveText((float) mark.x(), (float) (pageHeight - mark.y()));
    }
    open = true;
    start = along(mark);
    baseline = across(mark);
    pen = 0;
  }

  // Before it is stretched with the glyphs (ISO 32000-1, 9.4.4), as precisely as the file says it.
  private static double spacing(GlyphRun run) {
    return Math.round(run.spacing() / run.stretch() * 100_000) / 100_000.0;
  }

  // Cluster by cluster: what a cluster's glyphs show is the text up to the next cluster's.
  private void pieces(GlyphRun run, EmbeddedFont face, double along) {
    int[] starts = run.clusters().clone();
    Arrays.sort(starts);
    double em = size * stretch / 1000; // a thousandth of it
    double advance = (along - start) / em;
    int count = run.glyphs().length;
    int from = 0;
    while (from < count) {
      int to = from + 1;
      while (to < count && run.clusters()[to] == run.clusters()[from]) {
        to++;
      }
      int next = Arrays.binarySearch(starts, run.clusters()[from]) + 1;
      while (next < count && starts[next] == run.clusters()[from]) {
        next++;
      }
      int end = next < count ? starts[next] : run.text().length();
      String shown = told(run.text().substring(run.clusters()[from], end));
      int first = from;
      int last = to;
      double at = advance;
      if (tells(run, face, first, last, shown)) {
        glyphs(run, face, first, last, at);
      } else {
        cluster(run, face, first, last, at, shown);
      }
      for (int i = from; i < to; i++) {
        advance += run.advances()[i] / em;
      }
      from = to;
    }
  }

  // What has no width, a mark or dots, is drawn last and says nothing: where the span ended with
  // it, a reader would take the rest of its letter's width for a blank.
  private void cluster(GlyphRun run, EmbeddedFont face, int from, int to, double at, String shown) {
    if (!hasMark(run, from, to)) {
      spanned(shown, () -> glyphs(run, face, from, to, at));
      return;
    }
    spanned(shown, () -> each(run, face, from, to, at, false));
    spanned("", () -> each(run, face, from, to, at, true));
  }

  private void each(GlyphRun run, EmbeddedFont face, int from, int to, double at, boolean marks) {
    double em = size * stretch / 1000;
    double advance = at;
    for (int i = from; i < to; i++) {
      if (marks == (run.advances()[i] == 0)) {
        glyphs(run, face, i, i + 1, advance);
      }
      advance += run.advances()[i] / em;
    }
  }

  /** Whether a cluster has glyphs without a width beside those that have one. */
  private static boolean hasMark(GlyphRun run, int from, int to) {
    boolean mark = false;
    boolean letter = false;
    for (int i = from; i < to; i++) {
      mark |= run.advances()[i] == 0;
      letter |= run.advances()[i] != 0;
    }
    return mark && letter;
  }

  // A place where a word could have been parted is nothing to find or copy.
  private static String told(String text) {
    return text.replace("\u00AD", "").replace("\u200B", "");
  }

  // Whether the glyphs alone give the text back to who copies or searches it.
  private static boolean tells(GlyphRun run, EmbeddedFont face, int from, int to, String shown) {
    for (int i = from; i < to; i++) {
      if (run.glyphs()[i] == 0) {
        throw new IllegalStateException(
            "a run must have a glyph for all of its text: '" + shown + "' in " + run.face());
      }
    }
    int[] codePoints =
        shown.length() == 1 ? new int[] {shown.charAt(0)} : shown.codePoints().toArray();
    boolean marked = hasMark(run, from, to);
    if (to - from == codePoints.length && !marked) {
      boolean plain = true;
      for (int i = 0; i < codePoints.length; i++) {
        int glyph = run.glyphs()[run.rightToLeft() ? to - 1 - i : from + i];
        plain &= codePoints.length == 1 || face.glyph(codePoints[i]) == glyph;
      }
      if (plain) {
        for (int i = 0; i < codePoints.length; i++) {
          int glyph = run.glyphs()[run.rightToLeft() ? to - 1 - i : from + i];
          plain &= face.means(glyph, meaning(face, glyph, codePoints[i]));
        }
        return plain && !hasPrivateUse(codePoints);
      }
    }
    if (to - from == 1 && !shown.isEmpty()) {
      return face.means(run.glyphs()[from], shown) && !hasPrivateUse(codePoints);
    }
    for (int i = from; i < to; i++) {
      boolean mark = marked && run.advances()[i] == 0;
      face.belongsTo(run.glyphs()[i], mark ? mark(run.glyphs()[i], face, codePoints) : shown);
    }
    return false;
  }

  // To who reads glyph by glyph, a mark is the character it was made of; dots are none.
  private static String mark(int glyph, EmbeddedFont face, int[] codePoints) {
    return Arrays.stream(codePoints)
        .filter(c -> face.glyph(c) == glyph)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("\u200D");
  }

  // A no-break space is to be found as a space.
  private static String meaning(EmbeddedFont face, int glyph, int codePoint) {
    boolean space = codePoint == 0xA0 && glyph == face.glyph(' ');
    return space ? " " : Character.toString(codePoint);
  }

  // Such a character says nothing outside its font (ISO 19005-3, 6.2.11.7.3).
  private static boolean hasPrivateUse(int[] codePoints) {
    for (int codePoint : codePoints) {
      if (Character.getType(codePoint) == Character.PRIVATE_USE) {
        return true;
      }
    }
    return false;
  }

  private void glyphs(GlyphRun run, EmbeddedFont face, int from, int to, double at) {
    double em = size * stretch / 1000;
    double origin = at;
    for (int i = from; i < to; i++) {
      setRise(run.yOffset(i));
      int glyph = run.glyphs()[i];
      long shift = Math.round(origin + run.xOffset(i) / em - pen);
      if (shift != 0) {
        glyphs.add((float) -shift);
        pen += shift;
      }
      glyphs.add(face.code(glyph));
      pen += face.width(glyph) + spacing / size * 1000;
      origin += run.advances()[i] / em;
    }
  }

  private void setRise(double wanted) {
    if (wanted != rise) {
      flush();
      content.setTextRise((float) wanted);
      rise = wanted;
    }
  }

  private void spanned(String actual, Runnable painting) {
    flush();
    PdfDictionary properties = new PdfDictionary();
    properties.put(PdfName.ACTUALTEXT, PdfFile.utf16(actual));
    content.beginMarkedContentSequence(PdfName.SPAN, properties, true);
    painting.run();
    flush();
    content.endMarkedContentSequence();
  }

  private void flush() {
    content.showText(glyphs);
    glyphs = new PdfGlyphArray();
  }

  /** What the page is being painted with. */
  static final class Ink {
    private final PdfContentByte content;
    private Colour colour = Colour.BLACK; // which every page begins with (ISO 32000-1, 8.4.1)

    Ink(PdfContentByte content) {
      this.content = content;
    }

    boolean is(Colour wanted) {
      return colour.equals(wanted);
    }

    void dip(Colour wanted) {
      if (is(wanted)) {
        return;
      }
      colour = wanted;
      if (wanted.red() == wanted.green() && wanted.green() == wanted.blue()) {
        content.setGrayFill(wanted.red() / 255f);
      } else {
        content.setRGBColorFill(wanted.red(), wanted.green(), wanted.blue());
      }
    }
  }
}
