package offprint.style;

import java.util.List;
import java.util.Set;

/**
 * A first letter that stands in several lines (CSS Inline Layout 3, section 7): its foot on the
 * last of them, its head as high as the first one's capitals.
 */
public final class Initial {
  /** What a sheet may say of it; its size follows from the lines. */
  static final Set<String> PROPERTIES =
      Set.of(
          "initial-letter",
          "-offprint-lead-in",
          "color",
          "font-family",
          "font-style",
          "font-weight",
          "font-variant-caps",
          "font-feature-settings");

  private final Computed around;
  private final List<Rule.Declaration> declarations;
  private final int lines;
  private final int leadIn;

  Initial(Computed around, List<Rule.Declaration> declarations) {
    this.around = around;
    this.declarations = declarations;
    this.lines = computed().initialLines;
    this.leadIn = computed().leadIn;
  }

  /** In how many lines it stands; 1 is a letter like others. */
  public int lines() {
    return lines;
  }

  /**
   * How many words, its own among them, lead from it into the text in small capitals; 0 for none.
   */
  public int leadIn() {
    return leadIn;
  }

  /** How it is set in a size, in points. */
  public Style style(double size) {
    Computed sized = computed();
    sized.resize(size);
    return sized.style();
  }

  private Computed computed() {
    Computed own = new Computed(around);
    Declarations.apply(declarations, own);
    return own;
  }
}
