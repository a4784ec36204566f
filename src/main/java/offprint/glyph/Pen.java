package offprint.glyph;

/** What an outline is drawn with, contour by contour; every contour is closed. */
public interface Pen {
  /** Begins a contour. */
  void moveTo(double x, double y);

  void lineTo(double x, double y);

  /** A quadratic Bézier curve from where the pen is. */
  void curveTo(double controlX, double controlY, double x, double y);

  /** Ends the contour with a line to where it began. */
  void close();
}
