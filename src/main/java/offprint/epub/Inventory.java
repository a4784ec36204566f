package offprint.epub;

import java.util.List;
import java.util.Map;
import offprint.picture.Motion;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;

/**
 * What a book holds, for who asks what a device makes of it.
 *
 * @param size of the whole file, in bytes
 * @param cover as the book has it; null for none
 * @param pictures the article's, and how the book has each
 * @param files all that readers open
 */
public record Inventory(
    long size, @Nullable Picture cover, Map<Asset, Picture> pictures, List<File> files) {

  /**
   * @param href from the package document
   * @param size in bytes, unpacked
   */
  public record File(String href, String mediaType, long size) {}

  /**
   * A picture as the book has it.
   *
   * @param path the author's
   * @param size in bytes
   * @param moves whether it has more than one frame
   */
  public record Picture(
      String path, String href, String mediaType, int width, int height, int size, boolean moves) {
    static Picture of(Asset asset, String href) {
      return new Picture(
          asset.path(),
          href,
          asset.mediaType(),
          asset.width(),
          asset.height(),
          asset.content().size(),
          Motion.moves(asset));
    }
  }

  public Inventory {
    pictures = Map.copyOf(pictures);
    files = List.copyOf(files);
  }
}
