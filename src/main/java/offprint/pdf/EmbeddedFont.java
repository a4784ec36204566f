package offprint.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import offprint.glyph.Face;
import offprint.glyph.Recast;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;

/** A face in the file, and what its glyphs stand for. */
final class EmbeddedFont {
  private final Face face;
  private final String prefix;
  private final BaseFont base;
  private final int[] recast;
  private final Map<Integer, String> meanings = new TreeMap<>();
  private final Map<Integer, String> guesses = new TreeMap<>();

  /**
   * @param index of the face in the file, from 0
   * @param toRecast the glyphs to be drawn of a face that cannot be embedded as it is; null for one
   *     that can
   */
  EmbeddedFont(Face face, int index, @Nullable SortedSet<Integer> toRecast) {
    this.face = face;
    this.prefix = prefix(index);
    if (toRecast == null) {
      recast = new int[0];
      base = base(face, face.bytes(), prefix);
    } else {
      SortedSet<Integer> all = new TreeSet<>(toRecast);
      all.add(0);
      recast = all.stream().mapToInt(Integer::intValue).toArray();
      base = base(face, Recast.of(face, recast), prefix);
    }
  }

  /** What stands for a glyph of the face in the file's strings. */
  int code(int glyph) {
    return recast.length == 0 ? glyph : Arrays.binarySearch(recast, glyph);
  }

  BaseFont base() {
    return base;
  }

  /** The six letters before the font's name (ISO 32000-1, 9.6.4). */
  String prefix() {
    return prefix;
  }

  /** As the file says it: OpenPDF drops the fraction. In thousandths of the em. */
  int width(int glyph) {
    return face.advance(glyph) * 1000 / face.unitsPerEm();
  }

  /**
   * Sets right what OpenPDF says of the face: its heights are those of letters without accents (ISO
   * 32000-1, table 122), by which a reader's highlighting goes.
   */
  void describe(PdfDictionary descriptor) {
    descriptor.put(PdfName.ASCENT, new PdfNumber(Math.round(face.letterAscent() * 1000)));
    descriptor.put(PdfName.DESCENT, new PdfNumber(Math.round(-face.letterDescent() * 1000)));
  }

  /** The glyph that stands for a character before any shaping. */
  int glyph(int codePoint) {
    return face.glyph(codePoint);
  }

  /**
   * Says that a glyph shows a text, here.
   *
   * @return false where it already stands for another text
   */
  boolean means(int glyph, String text) {
    String meaning = meanings.putIfAbsent(glyph, text);
    return meaning == null || meaning.equals(text);
  }

  /**
   * Says what a glyph is a part of. It counts where the glyph never shows a text alone: every glyph
   * must stand for something (ISO 19005-3, 6.2.11.7.2).
   */
  void belongsTo(int glyph, String text) {
    guesses.putIfAbsent(glyph, text);
  }

  /** What the glyphs stand for (ISO 32000-1, 9.10.3). */
  PdfStream toUnicode() {
    Map<Integer, String> all = new TreeMap<>(guesses);
    all.putAll(meanings);
    List<String> lines = new ArrayList<>();
    HexFormat hex = HexFormat.of().withUpperCase();
    all.forEach(
        (glyph, text) ->
            lines.add(
                "<"
                    + hex.toHexDigits((short) code(glyph))
                    + "><"
                    + hex.formatHex(text.getBytes(StandardCharsets.UTF_16BE))
                    + ">\n"));
    StringBuilder map = new StringBuilder();
    map.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n");
    map.append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
    map.append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n");
    map.append("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    // A section holds a hundred entries at most (Adobe Technical Note 5014).
    for (int from = 0; from < lines.size(); from += 100) {
      List<String> section = lines.subList(from, Math.min(from + 100, lines.size()));
      map.append(section.size()).append(" beginbfchar\n");
      section.forEach(map::append);
      map.append("endbfchar\n");
    }
    map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    PdfStream stream = new PdfStream(map.toString().getBytes(StandardCharsets.US_ASCII));
    stream.flateCompress(PdfStream.BEST_COMPRESSION);
    return stream;
  }

  private static BaseFont base(Face face, byte[] bytes, String prefix) {
    try {
      BaseFont base =
          BaseFont.createFont(
              prefix + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
      base.setSubset(true);
      base.setIncludeCidSet(false); // optional, and wrong ones are worse than none
      base.setSecureRandom(new Letters(prefix));
      return base;
    } catch (IOException e) {
      throw new UncheckedIOException("a face must be a TrueType font: " + face, e);
    }
  }

  private static String prefix(int index) {
    char[] letters = new char[6];
    int rest = index;
    for (int i = letters.length - 1; i >= 0; i--) {
      letters[i] = (char) ('A' + rest % 26);
      rest /= 26;
    }
    return new String(letters);
  }

  /** What OpenPDF draws a subset's six letters from; by lot they would differ from run to run. */
  private static final class Letters extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final String letters;
    private int next;

    Letters(String letters) {
      this.letters = letters;
    }

    @Override
    public double nextDouble() {
      return (letters.charAt(next++ % letters.length()) - 'A' + 0.5) / 26;
    }
  }

  @Override
  public String toString() {
    return prefix + "+" + face;
  }
}
