package offprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.archive.Enclosures;
import offprint.cover.Raster;
import offprint.device.Device;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.Metadata;
import offprint.document.PageList;
import offprint.document.PageSize;
import offprint.page.Imposition;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Plate;
import offprint.source.Asset;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/**
 * An article set and locked up: all that any format is written from.
 *
 * @param imposition how the pages lie on the sheets of a booklet
 * @param front the page that the cover shows where the author gives no picture for it
 * @param printed whether there is a printed copy, whose pages the e-reader copy names
 * @param enclosures what the editions carry of their making
 * @param epoch what SOURCE_DATE_EPOCH says, for an article without a date
 * @param devices what the e-reader copy is checked for
 */
record Forme(
    Document document,
    Theme theme,
    Pages pages,
    Page front,
    Imposition imposition,
    boolean printed,
    Enclosures enclosures,
    @Nullable String epoch,
    List<Device> devices) {
  // What shops and reading systems ask for: 1,600 pixels wide, five to eight.
  private static final int COVER_WIDTH = 1600;
  private static final int COVER_HEIGHT = 2560;

  /** The pages on the sheets of a booklet. */
  List<Plate> sheets() {
    Direction direction = Direction.of(document.metadata().language());
    return imposition.impose(pages.pages(), direction == Direction.RIGHT_TO_LEFT);
  }

  /** What a booklet carries: it depends on its paper, too. */
  Enclosures bookletEnclosures() {
    Map<String, String> paper = new LinkedHashMap<>();
    paper.put("booklet", "true");
    PageSize sheet = imposition.sheet();
    if (sheet != null) {
      paper.put("booklet-sheet", sheet.words());
    }
    if (imposition.thickness() != Imposition.OFFICE_PAPER) {
      paper.put("paper-thickness", PageSize.lengthWords(imposition.thickness()));
    }
    return enclosures.and(paper);
  }

  /** The pages that the e-reader copy names: those of the printed one. */
  PageList pageList() {
    return printed ? pages.list() : PageList.NONE;
  }

  /** What the e-reader copy carries: without a printed one it is another. */
  Enclosures readerEnclosures() {
    return printed ? enclosures : enclosures.and(Map.of("format", "epub"));
  }

  /** The author's own picture, or the front page as one. */
  Asset cover() {
    Metadata.Cover given = document.metadata().cover();
    if (given != null) {
      return given.picture();
    }
    byte[] png = Raster.png(front, COVER_WIDTH, COVER_HEIGHT);
    return new Asset("cover.png", "image/png", COVER_WIDTH, COVER_HEIGHT, png);
  }
}
