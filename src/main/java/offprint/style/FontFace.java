package offprint.style;

import offprint.source.Place;

/**
 * A face that a theme brings along ({@code @font-face}, CSS Fonts 4, section 4).
 *
 * @param family as the theme's sheets name it
 * @param weight 100 to 900
 * @param file its bytes, whatever they are
 * @param place of the rule
 */
public record FontFace(String family, int weight, boolean italic, byte[] file, Place place) {}
