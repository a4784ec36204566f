package offprint.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import offprint.glyph.GlyphRun;
import offprint.style.Style;

/**
 * Sets code line by line, as it is written; a line that is too long goes on in the next, behind a
 * mark that is not part of it.
 */
final class CodeSetter {
  private static final String WRAP_MARK = "\u21AA";
  private static final int TAB = 4;
  private static final String LANGUAGE = "zxx"; // BCP 47: no linguistic content

  private final TypeCase type;
  private final Style style;
  private final Style block;
  private final double column;

  /**
   * @param style of the words
   * @param block of the block, whose leading the lines have
   */
  CodeSetter(TypeCase type, Style style, Style block) {
    this.type = type;
    this.style = style;
    this.block = block;
    this.column = type.width("0", style, LANGUAGE);
  }

  /**
   * @param code each line ended by LF
   * @return at least one line
   */
  List<Slug> set(
      String code, Structure.Element structure, double left, double measure, boolean onGrid) {
    List<Slug> slugs = new ArrayList<>();
    String text = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
    for (String line : text.split("\n", -1)) {
      boolean first = true;
      for (String piece : pieces(untabbed(line), measure)) {
        slugs.add(slug(piece, first, structure, left, onGrid));
        first = false;
      }
    }
    return slugs;
  }

  private static String untabbed(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    StringBuilder blanks = new StringBuilder();
    int columns = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int width = c == '\t' ? TAB - columns % TAB : 1;
      blanks.append(c == '\t' ? " ".repeat(width) : String.valueOf(c));
      columns += width;
    }
    return blanks.toString();
  }

  /**
   * A line in pieces that fit; cut behind a blank or a sign if one stands in the last third, else
   * anywhere.
   */
  private List<String> pieces(String line, double measure) {
    List<String> pieces = new ArrayList<>();
    String rest = line;
    double room = measure;
    while (type.width(rest, style, LANGUAGE) > room + 0.01) {
      int cut = cut(rest, room);
      pieces.add(rest.substring(0, cut));
      rest = rest.substring(cut);
      room = measure - hang();
    }
    pieces.add(rest);
    return pieces;
  }

  private double hang() {
    return 2 * column;
  }

  private int cut(String line, double room) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(line);
    int fits = characters.next();
    int first = fits;
    for (int at = fits; at != BreakIterator.DONE; at = characters.next()) {
      if (type.width(line.substring(0, at), style, LANGUAGE) > room + 0.01) {
        break;
      }
      fits = at;
    }
    int least = Math.max(first, fits * 2 / 3);
    for (int at = fits; at > least; at--) {
      if (line.charAt(at - 1) == ' ') {
        return at;
      }
    }
    for (int at = fits; at > least; at--) {
      if (!Character.isLetterOrDigit(line.charAt(at - 1))) {
        return at;
      }
    }
    return fits;
  }

  private Slug slug(
      String piece, boolean first, Structure.Element structure, double left, boolean onGrid) {
    double baseline = type.baseline(block);
    double x = left;
    List<Mark> marks = new ArrayList<>();
    if (!first) {
      marks.addAll(type.line(WRAP_MARK, style, LANGUAGE, left, baseline, Mark.Artifact.LAYOUT));
      x += hang();
    }
    for (GlyphRun run : type.shape(piece, style, LANGUAGE, false)) {
      marks.addAll(type.marks(run, x, baseline, style.colour(), structure.content()));
      x += run.width();
    }
    return new Slug(block.leading(), marks, onGrid);
  }
}
