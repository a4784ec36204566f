package offprint.epub;

import java.util.Locale;
import offprint.document.Metadata;
import offprint.source.Asset;
import offprint.source.Findings;

/** What may be wrong with the author's own cover on any device. */
final class CoverChecker {
  /** Of the shorter side; shelves of readers with fine screens show covers so large. */
  private static final int LEAST = 1000;

  // A page's height by its width: from nearly square to a tall telephone's.
  private static final double LOWEST = 1.2;
  private static final double HIGHEST = 1.9;

  private static final String REMEDY =
      "1600 x 2560 pixels as JPEG or PNG are best; without cover: one is made";

  private CoverChecker() {}

  static void check(Metadata.Cover cover, Findings findings) {
    Asset picture = cover.picture();
    boolean drawn = picture.mediaType().equals("image/svg+xml");
    if (drawn) {
      findings.warning(
          "cover-drawn",
          cover.place(),
          "the cover '" + picture.path() + "' is SVG, which many readers show no cover of",
          REMEDY);
    } else if (Math.min(picture.width(), picture.height()) < LEAST) {
      findings.warning(
          "cover-small",
          cover.place(),
          String.format(
              Locale.ROOT,
              "the cover '%s' has %d x %d pixels, and looks coarse where it is shown large",
              picture.path(),
              picture.width(),
              picture.height()),
          REMEDY);
    }
    double ratio = (double) picture.height() / picture.width();
    if (ratio < LOWEST || ratio > HIGHEST) {
      findings.info(
          "cover-shape",
          cover.place(),
          String.format(
              Locale.ROOT,
              "the cover '%s' is %.2f times as high as wide; readers have room for 1.6",
              picture.path(),
              ratio),
          REMEDY);
    }
  }
}
