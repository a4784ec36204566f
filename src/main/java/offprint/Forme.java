package offprint;

import offprint.cover.Raster;
import offprint.document.Document;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.source.Asset;
import offprint.style.Theme;

/**
 * An article set and locked up: all that any format is written from.
 *
 * @param front the page that the cover shows where the author gives no picture for it
 */
record Forme(Document document, Theme theme, Pages pages, Page front) {
  // What shops and reading systems ask for: 1,600 pixels wide, five to eight.
  private static final int COVER_WIDTH = 1600;
  private static final int COVER_HEIGHT = 2560;

  /** The author's own picture, or the front page as one. */
  Asset cover() {
    Asset given = document.metadata().cover();
    if (given != null) {
      return given;
    }
    byte[] png = Raster.png(front, COVER_WIDTH, COVER_HEIGHT);
    return new Asset("cover.png", "image/png", COVER_WIDTH, COVER_HEIGHT, png);
  }
}
