package offprint.epub;

import java.util.List;
import java.util.Map;
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
    long size, @Nullable Asset cover, Map<Asset, Asset> pictures, List<File> files) {

  /**
   * @param href from the package document
   * @param size in bytes, unpacked
   */
  public record File(String href, String mediaType, long size) {}

  public Inventory {
    pictures = Map.copyOf(pictures);
    files = List.copyOf(files);
  }
}
