package offprint.page;

import offprint.style.Style;

/** How wide copy is, shaped on one line. */
final class Gauge {
  private final TypeCase type;
  private final Copy copy;
  private final String text;

  Gauge(TypeCase type, Copy copy) {
    this.type = type;
    this.copy = copy;
    this.text = copy.text();
  }

  /** Of words that are none of the copy's, in its language, in points. */
  double width(String words, Style style) {
    return type.width(words, style, copy.language());
  }

  /** Of the text between two offsets, in points. */
  double width(int from, int to) {
    double width = 0;
    for (Copy.Run run : copy.runs(from, to)) {
      Copy.Inset inset = run.inset();
      if (inset != null) {
        width += inset.width();
      } else {
        width +=
            type.width(
                text.substring(Math.max(from, run.start()), Math.min(to, run.end())),
                run.style(),
                run.language());
      }
    }
    return width;
  }
}
