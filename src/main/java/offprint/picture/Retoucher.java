package offprint.picture;

import java.util.Arrays;
import java.util.Locale;
import offprint.source.Asset;
import offprint.source.Exif;
import offprint.source.Findings;
import offprint.source.Place;

/**
 * Makes of a picture one that every reading system shows: JPEG, PNG, GIF or SVG, no larger than
 * asked for, upright, opaque, and without what was written beside the pixels. What is so already
 * stays as it is, byte for byte.
 *
 * <p>A picture that moves goes on moving and SVGs have no size of their own, so that neither is
 * made smaller.
 */
public final class Retoucher {
  private final int pixels;
  private final Findings findings;

  /**
   * @param pixels how many the longer side has at most
   */
  public Retoucher(int pixels, Findings findings) {
    this.pixels = pixels;
    this.findings = findings;
  }

  /**
   * @param place where the article shows it
   */
  public Asset retouch(Asset asset, Place place) {
    return retouch(asset, place, false);
  }

  /**
   * Likewise, but still, and no GIF.
   *
   * @param place where the article names it
   */
  public Asset cover(Asset asset, Place place) {
    return retouch(asset, place, true);
  }

  private Asset retouch(Asset asset, Place place, boolean still) {
    try {
      boolean moves = !asset.mediaType().equals("image/svg+xml") && Motion.moves(asset);
      if (moves && (still || asset.mediaType().equals("image/webp"))) {
        findings.warning(
            "picture-still",
            place,
            "'" + asset.path() + "' moves, and the EPUB shows its first frame alone",
            still ? "choose a picture that stands still" : "save it as GIF if it is to move there");
      }
      return switch (asset.mediaType()) {
        case "image/svg+xml" -> with(asset, InnerPictures.bare(asset.bytes()));
        case "image/gif" -> gif(asset, place, still);
        case "image/jpeg" -> jpeg(asset, place);
        case "image/png" -> moves && !still ? moving(asset, place) : png(asset, place);
        default -> other(asset, place);
      };
    } catch (UnreadablePicture e) {
      findings.error(
          "not-a-picture",
          Place.of(asset.path()),
          "the picture cannot be read: " + e.getMessage(),
          "open it in a picture editor and save it again");
      return asset;
    }
  }

  private Asset jpeg(Asset asset, Place place) throws UnreadablePicture {
    byte[] bytes = asset.bytes();
    JpegFile file = JpegFile.of(bytes);
    int orientation = Exif.of(bytes).orientation();
    if (file.isPlain() && orientation == 1 && !isLarge(asset)) {
      return with(asset, file.bare());
    }
    if (!file.isPlain()) {
      tell(asset, place, "has colours that few readers know; the EPUB shows it in RGB");
    }
    Pixels shown = shown(asset, place);
    // A profile of ink says nothing of RGB.
    byte[] profile = file.components() == shown.components() ? file.profile() : new byte[0];
    return asset(asset, "image/jpeg", shown, JpegWriter.of(shown, profile));
  }

  private Asset png(Asset asset, Place place) throws UnreadablePicture {
    byte[] bytes = asset.bytes();
    PngChunks chunks = new PngChunks(bytes);
    boolean upright = Exif.of(bytes).orientation() == 1;
    if (upright && !isLarge(asset) && !chunks.mayBeTransparent()) {
      return with(asset, chunks.bare());
    }
    if (upright && !isLarge(asset) && Pixels.of(asset).opacity() == null) {
      return with(asset, chunks.bare());
    }
    Pixels shown = shown(asset, place);
    return !chunks.hasProfile() && isLarge(asset) && shown.isPhotograph()
        ? asset(asset, "image/jpeg", shown, JpegWriter.of(shown, new byte[0]))
        : asset(asset, "image/png", shown, PngWriter.of(shown, chunks.colours()));
  }

  private Asset gif(Asset asset, Place place, boolean still) throws UnreadablePicture {
    if (still) {
      return other(asset, place);
    }
    GifFile file = new GifFile(asset.bytes());
    if (file.moves()) {
      return moving(asset, place);
    }
    return isLarge(asset) && file.isWhole()
        ? saved(asset, shown(asset, place))
        : with(asset, file.bare());
  }

  private Asset moving(Asset asset, Place place) {
    if (isLarge(asset)) {
      findings.info(
          "picture-moves",
          place,
          String.format(
              Locale.ROOT,
              "'%s' moves, so that the EPUB has all its %d x %d pixels",
              asset.path(),
              asset.width(),
              asset.height()),
          "save it smaller, or show its best frame");
    }
    byte[] bytes = asset.bytes();
    boolean gif = asset.mediaType().equals("image/gif");
    return with(asset, gif ? new GifFile(bytes).bare() : new PngChunks(bytes).bare());
  }

  private Asset other(Asset asset, Place place) throws UnreadablePicture {
    Asset saved = saved(asset, shown(asset, place));
    String form = asset.mediaType().replace("image/", "").toUpperCase(Locale.ROOT);
    tell(
        asset,
        place,
        "is "
            + form
            + ", which not every reader knows; the EPUB has it as "
            + (saved.mediaType().equals("image/jpeg") ? "JPEG" : "PNG"));
    return saved;
  }

  private static Asset saved(Asset asset, Pixels shown) {
    return shown.isPhotograph()
        ? asset(asset, "image/jpeg", shown, JpegWriter.of(shown, new byte[0]))
        : asset(asset, "image/png", shown, PngWriter.of(shown, new byte[0]));
  }

  private Pixels shown(Asset asset, Place place) throws UnreadablePicture {
    int orientation = Exif.of(asset.bytes()).orientation();
    Pixels whole = Pixels.of(asset, pixels).onWhite();
    Pixels shown = Scaler.fit(whole, pixels).upright(orientation);
    if (isLarge(asset)) {
      findings.info(
          "picture-reduced",
          place,
          String.format(
              Locale.ROOT,
              "'%s' has %d x %d pixels, and %d x %d in the EPUB",
              asset.path(),
              asset.width(),
              asset.height(),
              shown.width(),
              shown.height()),
          "picture-pixels: in the front matter allows more, or fewer");
    }
    return shown;
  }

  private boolean isLarge(Asset asset) {
    return Math.max(asset.width(), asset.height()) > pixels;
  }

  private void tell(Asset asset, Place place, String what) {
    findings.info("picture-converted", place, "'" + asset.path() + "' " + what, null);
  }

  private static Asset with(Asset asset, byte[] bytes) {
    return Arrays.equals(bytes, asset.bytes())
        ? asset
        : new Asset(asset.path(), asset.mediaType(), asset.width(), asset.height(), bytes);
  }

  private static Asset asset(Asset asset, String mediaType, Pixels shown, byte[] bytes) {
    return new Asset(asset.path(), mediaType, shown.width(), shown.height(), bytes);
  }
}
