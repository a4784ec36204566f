package offprint.epub;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Inline;
import offprint.document.Outline;
import offprint.document.ReadingOrder;

/**
 * What is said of the book's accessibility (EPUB Accessibility 1.1, section 2), and true of it.
 *
 * @param property of schema.org's vocabulary, such as {@code schema:accessMode}
 */
record Accessibility(String property, String value) {
  private static final String SUMMARY = "schema:accessibilitySummary";

  /** Whether the value is words of ours, in a language. */
  boolean isProse() {
    return property.equals(SUMMARY);
  }

  static List<Accessibility> of(Edition edition) {
    Pictures pictures = Pictures.of(edition);
    List<Accessibility> all = new ArrayList<>();
    all.add(new Accessibility("schema:accessMode", "textual"));
    if (pictures.any()) {
      all.add(new Accessibility("schema:accessMode", "visual"));
      all.add(new Accessibility("schema:accessModeSufficient", "textual,visual"));
    }
    if (pictures.allSaid()) {
      all.add(new Accessibility("schema:accessModeSufficient", "textual"));
    }
    all.add(new Accessibility("schema:accessibilityFeature", "tableOfContents"));
    all.add(new Accessibility("schema:accessibilityFeature", "readingOrder"));
    all.add(new Accessibility("schema:accessibilityFeature", "displayTransformability"));
    if (!Outline.of(edition.document()).entries().isEmpty()) {
      all.add(new Accessibility("schema:accessibilityFeature", "structuralNavigation"));
    }
    if (pictures.any() && pictures.allSaid()) {
      all.add(new Accessibility("schema:accessibilityFeature", "alternativeText"));
    }
    if (!edition.withFormulas().isEmpty()) {
      all.add(new Accessibility("schema:accessibilityFeature", "MathML"));
    }
    if (!edition.pages().isEmpty()) {
      all.add(new Accessibility("schema:accessibilityFeature", "pageBreakMarkers"));
      all.add(new Accessibility("schema:accessibilityFeature", "pageNavigation"));
    }
    // Nothing here moves or sounds but, perhaps, a picture: how it flashes we do not look at.
    all.add(new Accessibility("schema:accessibilityHazard", pictures.move() ? "unknown" : "none"));
    all.add(
        new Accessibility(SUMMARY, edition.wording().summary(pictures.any(), pictures.allSaid())));
    return all;
  }

  /**
   * What is to be known of the pictures in the text; the cover is none of them.
   *
   * @param allSaid whether each has an alternative
   * @param mayMove whether one moves in the book
   */
  private record Pictures(boolean any, boolean allSaid, boolean move) {
    static Pictures of(Edition edition) {
      List<Inline.Image> images = new ArrayList<>();
      ReadingOrder order =
          new ReadingOrder(
              inline -> {
                if (inline instanceof Inline.Image image) {
                  images.add(image);
                }
              },
              heading -> {});
      order.inlines(edition.document().title());
      order.blocks(edition.document().body());
      order.blocks(edition.document().about());
      edition.document().notes().forEach(note -> order.blocks(note.content()));
      return new Pictures(
          !images.isEmpty(),
          images.stream().noneMatch(image -> image.alternative().isBlank()),
          images.stream()
              .map(image -> edition.pictures().shown().get(image.asset()))
              .anyMatch(picture -> picture != null && picture.moves()));
    }
  }
}
