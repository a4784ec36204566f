package offprint.epub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import offprint.picture.Retoucher;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Place;

/**
 * The pictures of the book, each once, as every reading system shows them, and under names that
 * every one can open. A picture keeps its author's name where that is plain ASCII.
 */
final class PictureFiles {
  // What shops and reading systems ask for (see Forme).
  private static final int COVER_HEIGHT = 2560;

  private final Map<Asset, Inventory.Picture> pictures = new IdentityHashMap<>();
  private final Set<String> hrefs = new HashSet<>();
  private final Manifest manifest;
  private final Retoucher retoucher;
  private final Retoucher coverRetoucher;

  /**
   * @param pixels how many the longer side of a picture has at most; a cover's may have more
   */
  PictureFiles(int pixels, Manifest manifest, Findings findings) {
    this.manifest = manifest;
    retoucher = new Retoucher(pixels, findings);
    coverRetoucher = new Retoucher(Math.max(pixels, COVER_HEIGHT), findings);
  }

  /** The href of a picture; one that is met for the first time is put into the book. */
  String href(Asset asset, Place place) {
    return pictures.computeIfAbsent(asset, met -> add(retoucher.retouch(met, place))).href();
  }

  /** The cover, put into the book: a picture of the article's where that will do as a cover. */
  Inventory.Picture cover(Asset asset, Place place) {
    Inventory.Picture shown = pictures.get(asset);
    return shown != null && !shown.moves() && !shown.mediaType().equals("image/gif")
        ? shown
        : add(coverRetoucher.cover(asset, place));
  }

  /** The article's pictures, and how the book has each. */
  Map<Asset, Inventory.Picture> shown() {
    return pictures;
  }

  // In the midst of a content document, which goes into the container when it is whole.
  private Inventory.Picture add(Asset asset) {
    int number = hrefs.size() + 1;
    String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    if (!stem.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      stem = "picture-" + number;
    }
    String href = "images/" + stem + extension(asset);
    // Names that differ in case alone are one name on some devices.
    while (!hrefs.add(href.toLowerCase(Locale.ROOT))) {
      stem += "-" + number;
      href = "images/" + stem + extension(asset);
    }
    try {
      manifest.put("picture-" + number, href, asset.mediaType(), asset.drawn());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Inventory.Picture.of(asset, href);
  }

  private static String extension(Asset asset) {
    return switch (asset.mediaType()) {
      case "image/png" -> ".png";
      case "image/jpeg" -> ".jpg";
      case "image/gif" -> ".gif";
      case "image/svg+xml" -> ".svg";
      // One that cannot be read, of which an error tells.
      default -> "." + asset.mediaType().replace("image/", "");
    };
  }
}
