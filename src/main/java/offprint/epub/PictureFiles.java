package offprint.epub;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

  /**
   * @param id in the manifest
   * @param href from the package document, in ASCII, with nothing to encode
   * @param asset as the book has it
   */
  record File(String id, String href, Asset asset) {}

  private final Map<Asset, File> byAsset = new IdentityHashMap<>();
  private final Map<String, File> byHref = new LinkedHashMap<>();
  private final Retoucher retoucher;
  private final Retoucher coverRetoucher;

  /**
   * @param pixels how many the longer side of a picture has at most; a cover's may have more
   */
  PictureFiles(int pixels, Findings findings) {
    retoucher = new Retoucher(pixels, findings);
    coverRetoucher = new Retoucher(Math.max(pixels, COVER_HEIGHT), findings);
  }

  /** The picture's file; a new one where the picture is met for the first time. */
  File file(Asset asset, Place place) {
    return byAsset.computeIfAbsent(asset, met -> add(retoucher.retouch(met, place)));
  }

  /** Likewise for the cover. */
  File cover(Asset asset, Place place) {
    return byAsset.computeIfAbsent(asset, met -> add(coverRetoucher.retouch(met, place)));
  }

  /** The article's pictures, and how the book has each. */
  Map<Asset, Asset> shown() {
    Map<Asset, Asset> shown = new LinkedHashMap<>();
    byAsset.forEach((asset, file) -> shown.put(asset, file.asset()));
    return shown;
  }

  /** All, in the order in which they were met. */
  Collection<File> files() {
    return byHref.values();
  }

  private File add(Asset asset) {
    int number = byHref.size() + 1;
    String name = asset.path().substring(asset.path().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    if (!stem.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
      stem = "picture-" + number;
    }
    String href = "images/" + stem + extension(asset);
    // Names that differ in case alone are one name on some devices.
    while (byHref.containsKey(href.toLowerCase(Locale.ROOT))) {
      stem += "-" + number;
      href = "images/" + stem + extension(asset);
    }
    File file = new File("picture-" + number, href, asset);
    byHref.put(href.toLowerCase(Locale.ROOT), file);
    return file;
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
