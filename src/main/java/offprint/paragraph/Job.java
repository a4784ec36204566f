package offprint.paragraph;

import offprint.document.Direction;
import offprint.document.Document;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.style.Element;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;

/**
 * An article to be set.
 *
 * @param type the case that words are set from
 * @param measure of the text, in points
 * @param depth of the text on a page, in points
 */
public record Job(
    Theme theme,
    TypeCase type,
    Document document,
    Findings findings,
    double measure,
    double depth) {
  public String language() {
    return document.metadata().language();
  }

  /** Whether the article as a whole is read from right to left: all sides are the other ones. */
  public boolean isRightToLeft() {
    return Direction.of(language()) == Direction.RIGHT_TO_LEFT;
  }

  /** Where the article is, for what stands at no place in it. */
  public Place place() {
    return Place.of(document.source().name());
  }

  /** The element that all others are in. */
  public static Element body() {
    return Element.root().child(Tag.BODY, null);
  }
}
