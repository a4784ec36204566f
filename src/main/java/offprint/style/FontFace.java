package offprint.style;

import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * A face that a theme brings along, or one of the press's own that it wants in e-readers ({@code
 * @font-face}, CSS Fonts 4, section 4).
 *
 * @param family as the theme's sheets name it
 * @param weight 100 to 900
 * @param local the family among the press's own, in {@code local()}; null for a face with a file
 * @param file its bytes, whatever they are; none for one of the press's own
 * @param licence what lies beside the file; null for nothing
 * @param place of the rule
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FontFace(
    String family,
    int weight,
    boolean italic,
    @Nullable String local,
    byte[] file,
    byte @Nullable [] licence,
    Place place) {}
