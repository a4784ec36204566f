package offprint.style;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A property that the typesetter sets by: how its value is read into an element's computed values.
 *
 * @param name in lower case
 * @param isInherited what it is where nothing is said: the parent's, or the initial value
 * @param reader false where the value says nothing that the typesetter knows
 * @param copier takes the value from one element to another
 */
record Property(
    String name, boolean isInherited, Reader reader, BiConsumer<Computed, Computed> copier) {

  @FunctionalInterface
  interface Reader {
    boolean read(Value value, Computed to);
  }

  private static final Map<String, Property> ALL = new LinkedHashMap<>();

  /** What an e-reader needs and a page does without: it breaks no promise to pass over it. */
  private static final Set<String> FOR_READERS_ALONE =
      Set.of(
          "adobe-hyphenate",
          "cursor",
          "direction",
          "height",
          "line-break",
          "max-height",
          "max-width",
          "min-width",
          "object-fit",
          "overflow",
          "overflow-wrap",
          "overflow-x",
          "page",
          "speak",
          "speak-as",
          "table-layout",
          "border-collapse",
          "border-spacing",
          "caption-side",
          "unicode-bidi",
          "word-break",
          "word-wrap",
          "writing-mode");

  static {
    // In the order in which they are inherited: a leading may be a multiple of the size.
    Stream.of(
            FaceProperties.all(),
            FeatureProperties.all(),
            TextProperties.all(),
            BoxProperties.all())
        .flatMap(List::stream)
        .forEach(property -> ALL.put(property.name, property));
  }

  private static final List<Property> INHERITED =
      ALL.values().stream().filter(Property::isInherited).toList();

  static Property inherited(String name, Reader reader, BiConsumer<Computed, Computed> copier) {
    return new Property(name, true, reader, copier);
  }

  /** Reads one of the words. */
  static <T> Reader oneOf(Map<String, T> words, BiConsumer<Computed, T> into) {
    return (value, c) -> {
      T meant = words.get(value.word());
      if (meant == null) {
        return false;
      }
      into.accept(c, meant);
      return true;
    };
  }

  /** Reads a whole number from one up. */
  static Reader count(BiConsumer<Computed, Integer> into) {
    return (value, c) -> {
      if (!value.word().matches("[1-9]\\d{0,3}")) {
        return false;
      }
      into.accept(c, Integer.valueOf(value.word()));
      return true;
    };
  }

  /** Reads a whole number from one up, or none for nought. */
  static Reader countOrNone(BiConsumer<Computed, Integer> into) {
    Reader count = count(into);
    return (value, c) -> {
      if (!value.word().equals("none")) {
        return count.read(value, c);
      }
      into.accept(c, 0);
      return true;
    };
  }

  static @Nullable Property of(String name) {
    return ALL.get(name);
  }

  static List<Property> inherited() {
    return INHERITED;
  }

  /** Whether a property may stand in a sheet without the typesetter's knowing it. */
  static boolean isForReadersAlone(String name) {
    return FOR_READERS_ALONE.contains(name)
        || name.matches("(margin|padding|border)-inline(-start|-end)?")
        || name.startsWith("-webkit-")
        || name.startsWith("-epub-")
        || name.startsWith("-moz-")
        || name.startsWith("-ms-")
        || name.startsWith("hyphenate-");
  }

  void copy(Computed from, Computed to) {
    copier.accept(from, to);
  }

  /**
   * Reads a value, or one of the words that every property knows (CSS Cascade 5, section 7.3).
   *
   * @return false where the value is not understood; the element is then as it was
   */
  boolean apply(Value value, Computed to) {
    Computed parent = to.parent == null ? Computed.INITIAL : to.parent;
    switch (value.word()) {
      case "inherit" -> copy(parent, to);
      case "initial" -> copy(Computed.INITIAL, to);
      case "unset", "revert" -> copy(isInherited ? parent : Computed.INITIAL, to);
      default -> {
        return value.size() > 0 && reader.read(value, to);
      }
    }
    return true;
  }
}
