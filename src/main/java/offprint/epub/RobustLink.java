package offprint.epub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.document.LinkList;
import offprint.document.Sighting;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A link that says where an archived copy of its page is, in attributes that programs know (Robust
 * Links, mementoweb.org/robustlinks/spec).
 */
final class RobustLink {
  private RobustLink() {}

  /** The address of the archived copy, as an {@code href} takes it; null where there is none. */
  static @Nullable String version(LinkList.Entry entry) {
    Sighting.Copy copy = entry.copy();
    return copy == null ? null : Address.href(copy.address(), null);
  }

  /**
   * Begins a link.
   *
   * @param original the entry's address, as an {@code href} takes it
   * @param href where the link leads: to one of the two
   * @param others attributes, names and values in turn
   */
  static void open(
      Xhtml out, LinkList.Entry entry, String original, String href, @Nullable String... others) {
    List<@Nullable String> attributes = new ArrayList<>(List.of("href", href));
    attributes.addAll(Arrays.asList(others));
    String version = version(entry);
    Sighting.Copy copy = entry.copy();
    if (copy != null && version != null) {
      attributes.addAll(
          List.of(
              "data-originalurl",
              original,
              "data-versionurl",
              version,
              "data-versiondate",
              copy.date().toString()));
    }
    out.open(Tag.of("a"), attributes.toArray(new @Nullable String[0]));
  }
}
