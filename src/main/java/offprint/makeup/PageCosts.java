package offprint.makeup;

/**
 * What is bad about a page, in one currency: a line that is led out where there is space for it
 * costs 30; a spread that ends a line high on both its pages, 120. What must not be costs more than
 * all pages could that are merely poor.
 */
final class PageCosts {
  /** More lines than this no page is left empty while there is another way. */
  static final double HOLE = 8;

  /** What a way may cost more than one that has come further. */
  static final double BEHIND = 2_000;

  /** The share of a page's depth that notes which go on on the next page may take. */
  static final double CARRIED = 2 / 3.0;

  /** A page that ends in the middle of a word. */
  static final double HYPHEN = 8_000;

  /** A page that better ends elsewhere: within an item, or where a line of a list is alone. */
  static final double UNWELCOME = 300;

  /** What should stand together does not. */
  static final double AVOIDED = 100_000;

  /** A widow, an orphan, a stranded heading. */
  static final double FORBIDDEN = 1_000_000;

  /** A piece is higher than the page. */
  static final double OVERFULL = 1_000_000;

  /** A note that does not begin on the page of its mark. */
  static final double UNBEGUN = 20_000;

  /** A note that goes on on the next page, and each line of it there. */
  static final double SPLIT = 1_000;

  /** A note that is parted where a paragraph should not be. */
  static final double BADLY_SPLIT = 5_000;

  static final double CARRIED_LINE = 20;

  /** A paragraph in a line more or fewer than is best for it. */
  static final double RESET = 80;

  /** A page that costs more is worth setting paragraphs again for. */
  static final double POOR = 50;

  /** A figure that stands a page behind its place. */
  static final double FLOATED = 100;

  /** A picture is never made smaller than this share of its size. */
  static final double LEAST_SHARE = 0.75;

  /** Text of fewer lines than this below the figures at a page's head looks lost there. */
  static final int BELOW_FIGURES = 4;

  static final double CROWDED = 400;

  /** A page that ends in the middle of a table. */
  static final double IN_TABLE = 300;

  /** A last page of a line or two. */
  static final double STUB = 800;

  static final int STUB_LINES = 2;

  private PageCosts() {}

  /** A page that ends some lines above the full depth. */
  static double rise(int lines) {
    return switch (lines) {
      case 0 -> 0;
      case 1 -> 60;
      case 2 -> 250;
      default -> 1_000.0 * (lines - 2);
    };
  }

  /** The same where no page beside it shows: a line is better left empty than led out. */
  static double riseAlone(int lines) {
    return switch (lines) {
      case 0 -> 0;
      case 1 -> 15;
      case 2 -> 150;
      default -> rise(lines);
    };
  }

  /**
   * A page of figures, with no text below them.
   *
   * @param blank the share of it that is left empty
   */
  static double onlyFigures(double blank) {
    return 200 + 30_000 * Math.max(0, blank - 0.1);
  }

  /**
   * A picture that is made smaller so that it fits: by a little rather than that it floats, by a
   * quarter rather than that a page ends three lines high.
   *
   * @param share of its height that is taken away
   */
  static double reduced(double share) {
    return 16_000 * share * share;
  }

  /**
   * Figures that stand behind the end of their section, on each page that ends before them. One is
   * as bad as a page that ends seven lines high; more are worse than that each, since they go on to
   * stand behind each other.
   */
  static double strayed(int figures) {
    return 1_500.0 * figures * (figures + 1);
  }

  /** Facing pages whose ends differ by some lines. */
  static double uneven(int lines) {
    return switch (lines) {
      case 0 -> 0;
      case 1 -> 400;
      default -> 1_500;
    };
  }

  /** Text that is led out by some lines: the first hardly shows, the third does. */
  static double led(double lines) {
    return 10 * lines * (lines * lines + 2);
  }

  /** Lines that are empty between the text and the notes: the more, the more each shows. */
  static double blank(int lines) {
    return switch (lines) {
      case 0 -> 0;
      case 1 -> 40;
      case 2 -> 200;
      default -> 200.0 * lines * (lines - 2);
    };
  }

  /** A foot that misses the grid by a part of a line. */
  static double offGrid(double line) {
    return 30 * line * line;
  }
}
