package offprint.table;

import java.util.List;

/**
 * How much room a cell needs: what of it cannot be divided, and how deep it is at a width, about.
 *
 * @param flows one below the other
 */
record Bulk(List<Flow> flows) {

  /** What a line's end inside a word counts, in lines: as much as it is unwelcome. */
  private static final double DIVIDED = 0.7;

  /**
   * Words that flow from line to line, or something of a width of its own.
   *
   * @param inset what stands left and right of it
   * @param above space before it
   * @param rest height that no width changes, such as a picture's
   */
  record Flow(double inset, List<Word> words, double leading, double above, double rest) {
    /**
     * @param width of what no line end divides but a hyphen would
     * @param blank behind it
     * @param piece the wider part of it where it is divided by a hyphen
     * @param ended that the line ends behind it whatever room there is
     */
    record Word(double width, double blank, double piece, boolean ended) {
      Word indented(double indent) {
        return new Word(indent + width, blank, indent + piece, ended);
      }
    }

    private double depth(double width) {
      double room = Math.max(1, width - inset);
      double lines = words.isEmpty() ? 0 : 1;
      double pen = 0;
      for (Word word : words) {
        if (pen > 0 && pen + word.width > room + 0.01) {
          lines++;
          pen = 0;
        }
        pen += word.width;
        while (pen > room + 0.01) {
          lines += 1 + DIVIDED;
          pen -= room;
        }
        pen += word.blank;
        if (word.ended) {
          lines++;
          pen = 0;
        }
      }
      return above + lines * leading + rest;
    }
  }

  /** The width below which a word is divided, or with hyphens a piece of one. */
  double narrowest(boolean hyphenated) {
    double narrowest = 0;
    for (Flow flow : flows) {
      for (Flow.Word word : flow.words) {
        double piece = hyphenated ? word.piece : word.width;
        narrowest = Math.max(narrowest, flow.inset + piece);
      }
    }
    return narrowest;
  }

  /** The width at which no line ends but where it must. */
  double widest() {
    double widest = 0;
    for (Flow flow : flows) {
      double pen = 0;
      for (Flow.Word word : flow.words) {
        widest = Math.max(widest, flow.inset + pen + word.width);
        pen = word.ended ? 0 : pen + word.width + word.blank;
      }
    }
    return widest;
  }

  double depth(double width) {
    double depth = 0;
    for (Flow flow : flows) {
      depth += flow.depth(width);
    }
    return depth;
  }
}
