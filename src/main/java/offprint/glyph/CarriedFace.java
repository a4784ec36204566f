package offprint.glyph;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A face that the press carries, for whoever passes it on.
 *
 * @param licence its text
 */
public record CarriedFace(Face face, String licence) {
  // What books are read in is about as large as they are printed in.
  private static final double TEXT_SIZE = 11;

  /**
   * Of a family's cuts, the one for text.
   *
   * @return null where the press carries no such face
   */
  public static @Nullable CarriedFace find(String family, int weight, boolean italic) {
    return FontBook.index().stream()
        .filter(
            cut -> cut.family().toLowerCase(Locale.ROOT).equals(family.toLowerCase(Locale.ROOT)))
        .filter(cut -> cut.weight() == weight && cut.italic() == italic)
        .filter(cut -> cut.from() <= TEXT_SIZE)
        .max(Comparator.comparingDouble(Cut::from))
        .map(CarriedFace::of)
        .orElse(null);
  }

  /**
   * What a language is written in and devices lack. Of all scripts that the press has faces for
   * that is Nastaliq, the hand of Urdu: most e-readers have no more of Arabic than Naskh, if that.
   */
  public static List<CarriedFace> rare(String language) {
    String script = Locale.forLanguageTag(language).getScript();
    if (!FontBook.form(language).equals("ur") || !script.isEmpty() && !script.equals("Arab")) {
      return List.of();
    }
    return FontBook.index().stream()
        .filter(cut -> "ur".equals(cut.language()))
        .map(CarriedFace::of)
        .toList();
  }

  private static CarriedFace of(Cut cut) {
    if (!(cut.file() instanceof FontFile.Carried file)) {
      throw new IllegalStateException("the index must name faces that the press carries");
    }
    String folder = file.path().substring(0, file.path().indexOf('/') + 1);
    byte[] licence = new FontFile.Carried(folder + "OFL.txt").read();
    return new CarriedFace(cut.read(), new String(licence, StandardCharsets.UTF_8));
  }
}
