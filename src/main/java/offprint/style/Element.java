package offprint.style;

import org.jspecify.annotations.Nullable;

/**
 * An element in its place in the tree, as far as selectors look: upwards and to what stood before
 * it. Two elements are the same only if they are one: a chain of siblings may be as long as an
 * article, so it is never compared.
 */
public final class Element {
  private final Tag tag;
  private final @Nullable Element parent;
  private final @Nullable Element previous;
  private final @Nullable String id;

  /** What a cascade found out about this element; it knows by itself whose it is. */
  Cascade.@Nullable State state;

  /**
   * @param parent null for the root
   * @param previous the sibling before it; null for a first child
   * @param id null where it has none
   */
  public Element(
      Tag tag, @Nullable Element parent, @Nullable Element previous, @Nullable String id) {
    this.tag = tag;
    this.parent = parent;
    this.previous = previous;
    this.id = id;
  }

  /** The root, {@code html}. */
  public static Element root() {
    return new Element(Tag.ROOT, null, null, null);
  }

  /** A child of this element. */
  public Element child(Tag tag, @Nullable Element previous) {
    return new Element(tag, this, previous, null);
  }

  public Tag tag() {
    return tag;
  }

  public @Nullable Element parent() {
    return parent;
  }

  public @Nullable Element previous() {
    return previous;
  }

  public @Nullable String id() {
    return id;
  }

  @Override
  public String toString() {
    return parent == null ? tag.name() : parent + " > " + tag.name();
  }
}
