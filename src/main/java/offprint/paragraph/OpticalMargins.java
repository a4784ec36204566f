package offprint.paragraph;

/**
 * How far what stands at the end of a justified line hangs in the margin, so that the edge of the
 * column seems straight: little black hangs far. Shares of the glyph's width, set by eye for book
 * faces. The practice is Gutenberg's; what is known of it is gathered in Hàn Thế Thành,
 * "Micro-typographic extensions to the TeX typesetting system" (Brno, 2000).
 */
final class OpticalMargins {
  private OpticalMargins() {}

  /** At the right edge. */
  static double right(int codePoint) {
    return switch (codePoint) {
      case '.', ',', '\'', '\u2018', '\u2019', '\u201A' -> 0.7;
      case '-', '\u00AD', '\u2010', '\u2011' -> 0.6;
      case ':', ';', '"', '\u201C', '\u201D', '\u201E', '\u00B7' -> 0.5;
      case '\u00AB', '\u00BB', '\u2039', '\u203A', '\u2026' -> 0.3;
      case '\u2013', '*' -> 0.25;
      case '!', '?', '\u2014' -> 0.15;
      case ')', ']', '/' -> 0.1;
      case 'A',
          'F',
          'K',
          'L',
          'P',
          'R',
          'T',
          'V',
          'W',
          'X',
          'Y',
          'k',
          'r',
          't',
          'v',
          'w',
          'x',
          'y' ->
          0.05;
      default -> 0;
    };
  }

  /** At the left edge. */
  static double left(int codePoint) {
    return switch (codePoint) {
      case '\'', '\u2018', '\u2019', '\u201A' -> 0.7;
      case '"', '\u201C', '\u201D', '\u201E', '-', '\u2010', '\u2011' -> 0.5;
      case '\u00AB', '\u00BB', '\u2039', '\u203A' -> 0.3;
      case '\u2013', '*' -> 0.25;
      case '\u2014' -> 0.15;
      case '(', '[', '\u00A1', '\u00BF' -> 0.1;
      case 'A', 'T', 'V', 'W', 'X', 'Y', 'v', 'w', 'x', 'y' -> 0.05;
      default -> 0;
    };
  }
}
