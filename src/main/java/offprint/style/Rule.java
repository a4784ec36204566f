package offprint.style;

import java.util.List;
import offprint.source.Place;

/**
 * A rule of a sheet, as far as the typesetter understands it.
 *
 * @param isOfPress that it says what HTML's elements mean, and yields to any theme
 */
record Rule(
    List<Selector> selectors, List<Declaration> declarations, Media media, boolean isOfPress) {
  Rule {
    selectors = List.copyOf(selectors);
    declarations = List.copyOf(declarations);
  }

  Rule ofPress() {
    return new Rule(selectors, declarations, media, true);
  }

  /**
   * @param name of the property, in lower case; of a custom property as it stands
   * @param text the value
   */
  record Declaration(String name, String text, boolean important, Place place) {
    boolean isCustom() {
      return name.startsWith("--");
    }
  }
}
