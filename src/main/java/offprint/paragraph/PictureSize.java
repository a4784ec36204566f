package offprint.paragraph;

import offprint.document.Inline;
import offprint.source.Asset;
import org.jspecify.annotations.Nullable;

/** A picture's size on paper, in points. */
public record PictureSize(double width, double height) {
  private static final double PIXEL = 0.75;

  /**
   * What the author asked for, else the picture's own pixels; never wider or higher than there is
   * room for.
   */
  public static PictureSize of(Inline.Image image, double measure, double room) {
    Asset asset = image.asset();
    double ratio = (double) asset.height() / asset.width();
    Double asked = length(image.width(), measure);
    Double askedHeight = length(image.height(), room);
    double width;
    double height;
    if (asked != null && askedHeight != null) {
      width = asked;
      height = askedHeight;
    } else if (askedHeight != null) {
      height = askedHeight;
      width = height / ratio;
    } else {
      width = asked != null ? asked : asset.width() * PIXEL;
      height = width * ratio;
    }
    double scale = Math.min(1, Math.min(measure / width, room / height));
    return new PictureSize(width * scale, height * scale);
  }

  /** The same picture lower by so many points, and narrower as much. */
  public PictureSize lowerBy(double by) {
    return new PictureSize(width * ((height - by) / height), height - by);
  }

  private static @Nullable Double length(Inline.Image.@Nullable Extent extent, double whole) {
    if (extent == null || extent.amount() <= 0) {
      return null;
    }
    return extent.percent() ? extent.amount() * whole / 100 : extent.amount() * PIXEL;
  }
}
