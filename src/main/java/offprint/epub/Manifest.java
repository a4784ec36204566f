package offprint.epub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import offprint.source.Content;

/**
 * The files that readers open. Each goes into the container as soon as it is made, so that a book
 * needs no more memory than its largest file.
 */
final class Manifest {
  static final String XHTML = "application/xhtml+xml";
  static final String CSS = "text/css";

  /**
   * @param href from the package document, in ASCII, with nothing to encode
   * @param size in bytes, unpacked
   */
  record Item(String id, String href, String mediaType, int size) {}

  private final Container container;
  private final SortedMap<String, Item> items = new TreeMap<>();
  private final Set<String> digests = new HashSet<>();
  private final BitSet characters = new BitSet();

  Manifest(Container container) {
    this.container = container;
  }

  void put(String id, String href, String mediaType, String text) throws IOException {
    if (mediaType.equals(XHTML)) {
      text.codePoints().forEach(characters::set);
    }
    put(id, href, mediaType, Content.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  void put(String id, String href, String mediaType, Content content) throws IOException {
    container.put(href, content.bytes());
    items.put(href, new Item(id, href, mediaType, content.size()));
    digests.add(content.digest());
  }

  /** What stands in the documents, each character once. */
  int[] characters() {
    return characters.stream().toArray();
  }

  /** All, sorted by their hrefs. */
  Collection<Item> items() {
    return items.values();
  }

  /** Whether one of the files is the same as this, byte for byte. */
  boolean has(Content content) {
    return digests.contains(content.digest());
  }
}
