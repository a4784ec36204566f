package offprint.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of an article as its author left it, with line ends as they were, and where it lies. */
public final class Source {
  static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final @Nullable Path folder;
  private final String text;
  private final boolean marked;
  private final int[] lineStarts;

  /**
   * @param name as the user named the file, for findings
   * @param folder the article's folder, from which its pictures are read; null for standard input
   * @param text without a byte order mark
   */
  public Source(String name, @Nullable Path folder, String text) {
    this(name, folder, text, false);
  }

  /**
   * @param marked whether the file begins with a byte order mark
   */
  Source(String name, @Nullable Path folder, String text, boolean marked) {
    this.name = name;
    this.folder = folder;
    this.text = text;
    this.marked = marked;
    this.lineStarts = lineStarts(text);
  }

  public String name() {
    return name;
  }

  /** The name of its file alone; what comes from standard input, {@code <stdin>}, gets one. */
  public String fileName() {
    return folder == null && name.startsWith("<")
        ? "article.md"
        : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  public @Nullable Path folder() {
    return folder;
  }

  public String text() {
    return text;
  }

  /** The file as it was, byte for byte. */
  public byte[] bytes() {
    return ((marked ? BYTE_ORDER_MARK : "") + text).getBytes(StandardCharsets.UTF_8);
  }

  /** The place of a code unit of {@link #text}; the end of the text is a place too. */
  public Place at(int offset) {
    int line = Arrays.binarySearch(lineStarts, offset);
    if (line < 0) {
      line = -line - 2;
    }
    return new Place(name, line + 1, text.codePointCount(lineStarts[line], offset) + 1);
  }

  /** Where a line starts, lines counted from 1. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  public int lines() {
    return lineStarts.length;
  }

  // Line ends are CommonMark's: LF, CR, or CR LF (CommonMark 0.31.2, section 2.1).
  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end =
          c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (end) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
