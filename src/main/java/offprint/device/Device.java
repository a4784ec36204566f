package offprint.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reading systems whose makers say what they take, and what they say. */
public enum Device {
  /**
   * Amazon's, by the Kindle Publishing Guidelines as kdp.amazon.com has them: <i>Cover Image
   * Guidelines</i> (at least 625 by 1,000 pixels, 1.6 times as high as wide); <i>Image Guidelines -
   * Reflowable</i>, Supported Image Input Formats (GIF, JPEG and PNG, SVG in part; none that moves;
   * alternatives of fewer than 140 characters); 5.2, NCX Guidelines (two levels); 10.3.8, Using
   * Embedded Fonts (OpenType and TrueType); 10.5.2, Create Simple HTML Tables (no table in a
   * table); appendix A, Supported HTML Tags (MathML is not among them: Enhanced Typesetting draws
   * it since 2018, as the PreTeXt Guide's <i>Conversion to EPUB</i> found). Up to 5 MB a picture
   * since version 2014.1, Image Guidelines; 50 MB an e-mail by Amazon's <i>Using Your Send to
   * Kindle Email Address</i>.
   */
  KINDLE(
      "Kindle",
      new Limits(
          50_000_000,
          Long.MAX_VALUE,
          5_000_000,
          Long.MAX_VALUE,
          Set.of("image/jpeg", "image/png", "image/gif"),
          false,
          625,
          1.6,
          139,
          Integer.MAX_VALUE,
          false,
          2,
          false,
          Set.of("font/ttf", "font/otf"))),

  /**
   * Rakuten's, by the Kobo EPUB Guidelines (github.com/kobolabs/epub-spec): <i>Image Formatting</i>
   * (EPUB's core types, in RGB, without transparency); <i>Supported Fonts</i> (TTF, OTF, WOFF 1.0);
   * <i>Table of Contents</i> (three levels); <i>MathML Support</i> (all); <i>Tables</i> (wider than
   * four columns may not be readable); <i>Limitations and Maximums</i> (10 MB a document, 1 GB a
   * book).
   */
  KOBO(
      "Kobo",
      new Limits(
          1_000_000_000,
          10_000_000,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          Set.of("image/jpeg", "image/png", "image/gif", "image/svg+xml"),
          true,
          0,
          0,
          Integer.MAX_VALUE,
          4,
          true,
          3,
          true,
          Set.of("font/ttf", "font/otf", "font/woff"))),

  /**
   * Apple's, by the Apple Books Asset Guide (help.apple.com/itc/booksassetguide): <i>Images</i>
   * (JPEG or PNG in RGB, 5.6 million pixels; opaque for the night); <i>Book Cover Art</i> (at least
   * 1,400 pixels on the shorter side); <i>Audio and Video Overview</i> (2 GB a book); <i>Fonts</i>
   * (OpenType and TrueType). SVG, which the guide leaves out, is drawn all the same.
   */
  APPLE(
      "Apple Books",
      new Limits(
          2_000_000_000,
          Long.MAX_VALUE,
          Long.MAX_VALUE,
          5_600_000,
          Set.of("image/jpeg", "image/png", "image/svg+xml"),
          true,
          1400,
          0,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          true,
          Integer.MAX_VALUE,
          true,
          Set.of("font/ttf", "font/otf")));

  /**
   * What a device takes; what it says nothing of has no limit.
   *
   * @param book in bytes
   * @param document a content document's bytes, unpacked
   * @param picture in bytes
   * @param pixels of a picture, width by height
   * @param formats media types of pictures
   * @param moving whether pictures move
   * @param cover pixels of the cover's shorter side, at least
   * @param coverRatio of its height to its width; 0 for any
   * @param alternative characters of a picture's alternative
   * @param columns of a table
   * @param nestedTables whether a table may stand in a table
   * @param levels of the contents
   * @param formulas whether MathML is shown wherever the book is read
   * @param fonts media types of embedded faces
   */
  record Limits(
      long book,
      long document,
      long picture,
      long pixels,
      Set<String> formats,
      boolean moving,
      int cover,
      double coverRatio,
      int alternative,
      int columns,
      boolean nestedTables,
      int levels,
      boolean formulas,
      Set<String> fonts) {}

  private final String title;
  private final Limits limits;

  Device(String title, Limits limits) {
    this.title = title;
    this.limits = limits;
  }

  /** The one of a name, or all; null where there is none. */
  public static @Nullable List<Device> of(String word) {
    String name = word.strip().toUpperCase(Locale.ROOT);
    if (name.equals("ALL")) {
      return List.of(values());
    }
    List<Device> named =
        Arrays.stream(values()).filter(device -> device.name().equals(name)).toList();
    return named.isEmpty() ? null : named;
  }

  /** As people call it. */
  String title() {
    return title;
  }

  Limits limits() {
    return limits;
  }
}
