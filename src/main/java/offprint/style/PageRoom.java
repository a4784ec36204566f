package offprint.style;

import java.util.Locale;
import offprint.source.Findings;
import offprint.source.Place;

/** Whether a theme's margins leave room for text on its pages; what is scarce is a finding. */
final class PageRoom {
  /** A character with its share of the spaces, in ems, over the real article in Source Serif. */
  private static final double CHARACTER = 0.436;

  // Fewer characters than these cannot be justified without holes; below the others no word fits.
  private static final int FEW_CHARACTERS = 32;
  private static final int TOO_FEW_CHARACTERS = 15;
  private static final int FEW_LINES = 10;
  private static final int TOO_FEW_LINES = 4;

  private final Theme theme;
  private final Findings findings;

  PageRoom(Theme theme, Findings findings) {
    this.theme = theme;
    this.findings = findings;
  }

  /**
   * False, after an error, where nothing can be set.
   *
   * @param sheet what says the margins
   */
  boolean isEnough(Place sheet) {
    int characters = Integer.MAX_VALUE;
    int lines = Integer.MAX_VALUE;
    for (PageStyle.Side side : PageStyle.Side.values()) {
      for (boolean first : new boolean[] {true, false}) {
        PageStyle page = theme.page(side, first);
        Style.Edges margin = page.margin();
        double depth = page.height() - margin.top() - margin.bottom();
        lines = Math.min(lines, (int) (depth / theme.body().leading()));
        characters = Math.min(characters, (int) (page.measure() / CHARACTER / theme.body().size()));
      }
    }
    String room =
        String.format(
            Locale.ROOT,
            "the page's margins leave room for %d lines of about %d characters",
            Math.max(0, lines),
            Math.max(0, characters));
    if (characters < TOO_FEW_CHARACTERS || lines < TOO_FEW_LINES) {
      findings.error("no-room", sheet, room, "choose a larger page");
      return false;
    }
    if (characters < FEW_CHARACTERS || lines < FEW_LINES) {
      findings.warning("little-room", sheet, room, "choose a larger page");
    }
    return true;
  }
}
