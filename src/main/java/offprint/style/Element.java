package offprint.style;

import org.jspecify.annotations.Nullable;

/**
 * An element in its place in the tree, as far as selectors look: upwards and to what stood before
 * it.
 *
 * @param parent null for the root
 * @param previous the sibling before it; null for a first child
 * @param id null where it has none
 */
public record Element(
    Tag tag, @Nullable Element parent, @Nullable Element previous, @Nullable String id) {
  /** The root, {@code html}. */
  public static Element root() {
    return new Element(Tag.ROOT, null, null, null);
  }

  /** A child of this element. */
  public Element child(Tag tag, @Nullable Element previous) {
    return new Element(tag, this, previous, null);
  }

  @Override
  public String toString() {
    return parent == null ? tag.name() : parent + " > " + tag.name();
  }
}
