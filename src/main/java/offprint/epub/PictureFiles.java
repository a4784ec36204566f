package offprint.epub;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import offprint.source.Asset;

/**
 * The pictures of the book, each once, under names that every reading system can open. A picture
 * keeps its author's name where that is plain ASCII.
 */
final class PictureFiles {
  /**
   * @param id in the manifest
   * @param href from the package document, in ASCII, with nothing to encode
   */
  record File(String id, String href, Asset asset) {}

  private final Map<Asset, File> byAsset = new IdentityHashMap<>();
  private final Map<String, File> byHref = new LinkedHashMap<>();

  /** The picture's file; a new one where the picture is met for the first time. */
  File file(Asset asset) {
    return byAsset.computeIfAbsent(asset, this::add);
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
      case "image/webp" -> ".webp";
      case "image/svg+xml" -> ".svg";
      default ->
          throw new IllegalArgumentException(
              "a picture must be of a kind that the reader takes: " + asset);
    };
  }
}
