package offprint.source;

/**
 * A picture that an article shows, read once and found whole.
 *
 * @param path as the article names it, decoded, with {@code /} between folders, relative to the
 *     article's folder
 * @param mediaType {@code image/png}, {@code image/jpeg}, {@code image/gif}, {@code image/webp},
 *     {@code image/svg+xml}, {@code image/bmp} or {@code image/tiff}
 * @param width in pixels as they are seen, whichever way they lie; for SVG in CSS pixels
 * @param height likewise
 */
public record Asset(String path, String mediaType, int width, int height, Content content) {
  /** One that is held in memory. */
  public Asset(String path, String mediaType, int width, int height, byte[] bytes) {
    this(path, mediaType, width, height, Content.of(bytes));
  }

  /** The whole file, not to be changed by whoever gets it. */
  public byte[] bytes() {
    return content.bytes();
  }

  /** What of the file is shown: of an SVG, no HTML in it, nor what its editor noted. */
  public Content drawn() {
    return mediaType.equals("image/svg+xml") ? Content.of(PlainSvg.of(bytes())) : content;
  }

  // The same file is the same asset.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path + " (" + mediaType + ", " + width + " x " + height + ")";
  }
}
