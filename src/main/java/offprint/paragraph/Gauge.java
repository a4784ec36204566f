package offprint.paragraph;

import offprint.line.InnerSpaces;
import offprint.style.Style;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/** How wide copy is, in points. A word is shaped once, and its pieces are measured on that. */
public final class Gauge {
  private final TypeCase type;
  private final Copy copy;
  private final String text;
  private final boolean rightToLeft;
  private final @Nullable InnerSpaces spaces;

  public Gauge(TypeCase type, Copy copy) {
    this.type = type;
    this.copy = copy;
    this.text = copy.text();
    this.rightToLeft = copy.isRightToLeft();
    this.spaces = copy.innerSpaces();
  }

  /** Of words that are none of the copy's, in its language. */
  public double width(String words, Style style) {
    return type.width(words, style, copy.language());
  }

  /** Of the text between two offsets, on one line. */
  public double width(int from, int to) {
    double width = 0;
    for (Copy.Run run : copy.runs(from, to)) {
      width += width(run, from, to);
    }
    return width;
  }

  private double width(Copy.Run run, int from, int to) {
    Copy.Inset inset = run.inset();
    if (inset != null) {
      return inset.width();
    }
    String words = words(run, from, to);
    return type.offsets(words, run.style(), run.language())[words.length()];
  }

  private String words(Copy.Run run, int from, int to) {
    return text.substring(Math.max(from, run.start()), Math.min(to, run.end()));
  }

  /**
   * How much wider or narrower the glyphs of a word may be set, and the space between them; nothing
   * where there is space of another kind.
   */
  double give(int from, int to) {
    if (spaces != null) {
      return 0;
    }
    double give = 0;
    for (Copy.Run run : copy.runs(from, to)) {
      Style style = run.style();
      if (run.inset() == null && style.glyphStretch() > 0) {
        give += width(run, from, to) * style.glyphStretch();
      }
      if (run.inset() == null && style.spacingStretch() > 0) {
        int gaps = type.gaps(words(run, from, to), style, run.language());
        give += gaps * style.spacingStretch() * style.size();
      }
    }
    return give;
  }

  /**
   * Where each character of a word begins, from the word's own beginning; one more for its end. A
   * ligature's characters begin together.
   */
  public double[] offsets(int from, int to) {
    double[] offsets = new double[to - from + 1];
    double done = 0;
    for (Copy.Run run : copy.runs(from, to)) {
      int start = Math.max(from, run.start());
      int end = Math.min(to, run.end());
      if (run.inset() != null) {
        offsets[start - from] = done;
        done += run.inset().width();
      } else {
        double[] within = type.offsets(words(run, from, to), run.style(), run.language());
        for (int i = 0; i < end - start; i++) {
          offsets[start - from + i] = done + within[i];
        }
        done += within[end - start];
      }
    }
    offsets[to - from] = done;
    return offsets;
  }

  /** How far the character before an offset hangs out of a line that ends there. */
  double hangsRight(int at) {
    if (rightToLeft) {
      return 0;
    }
    if (spaces != null && at > 0 && spaces.atEnd(at) > 0) {
      return spaces.atEnd(at) * em(at);
    }
    int last = text.codePointBefore(at);
    double share = OpticalMargins.right(last);
    return share == 0 ? 0 : share * edge(at - Character.charCount(last), at);
  }

  /** How far the character at an offset hangs out of a line that begins there. */
  double hangsLeft(int at) {
    if (at == text.length() || rightToLeft) {
      return 0;
    }
    if (spaces != null && spaces.atHead(at) > 0) {
      return spaces.atHead(at) * em(at + 1);
    }
    int first = text.codePointAt(at);
    double share = OpticalMargins.left(first);
    return share == 0 ? 0 : share * edge(at, at + Character.charCount(first));
  }

  /** What parts the characters on either side of an offset; null where nothing does. */
  @Nullable Inner inner(int at) {
    if (spaces == null
        || rightToLeft
        || at <= 0
        || at >= text.length()
        || copy.runAt(at).attached()) {
      return null;
    }
    double em = em(at);
    Inner inner = new Inner(spaces.kern(at) * em, spaces.stretch(at) * em, spaces.shrink(at) * em);
    return inner.isNothing() ? null : inner;
  }

  /** A space between characters, in points. */
  record Inner(double width, double stretch, double shrink) {
    boolean isNothing() {
      return width == 0 && stretch == 0 && shrink == 0;
    }
  }

  private double em(int at) {
    return copy.runAt(at - 1).style().size();
  }

  /** How far the hyphen hangs that is set behind an offset. */
  double hyphenHangs(int at) {
    boolean hangs = copy.runAt(at - 1).style().opticalMargins();
    return hangs ? OpticalMargins.right('-') * hyphen(at) : 0;
  }

  /** The width of that hyphen. */
  public double hyphen(int at) {
    return width("-", copy.runAt(at - 1).style());
  }

  // Raised marks do not stand at the column's edge as letters do, and code keeps to its columns.
  private double edge(int from, int to) {
    Copy.Run run = copy.runAt(from);
    boolean hangs = run.inset() == null && !run.attached() && run.style().opticalMargins();
    return hangs ? width(run, from, to) : 0;
  }
}
