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
 * @param bytes the file's content, not to be changed by whoever holds it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity: the same file is the same asset
public record Asset(String path, String mediaType, int width, int height, byte[] bytes) {
  /** What of the file is shown: of an SVG, no HTML in it. */
  public byte[] drawn() {
    return mediaType.equals("image/svg+xml") ? PlainSvg.of(bytes) : bytes;
  }

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
