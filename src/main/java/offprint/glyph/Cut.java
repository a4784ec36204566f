package offprint.glyph;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/**
 * A face that is at hand, but perhaps not read yet.
 *
 * @param from the smallest size it is drawn for, in points
 * @param script the only one it is asked for as a help, null for any
 * @param language that its forms of shared characters are for: {@code ur}, or one of {@link
 *     EastAsian#form}; null for any
 * @param file where it is
 */
record Cut(
    String family,
    int weight,
    boolean italic,
    double from,
    @Nullable UnicodeScript script,
    @Nullable String language,
    FontFile file) {

  boolean serves(UnicodeScript wanted) {
    return script == null || script == wanted;
  }

  /** Whether it was given, or found on the machine, rather than carried by the press. */
  boolean isOnMachine() {
    return file instanceof FontFile.OnMachine;
  }

  Face read() {
    byte[] bytes = file.read();
    return new Face(family, weight, italic, bytes, FontFile.index(bytes, family, weight));
  }
}
