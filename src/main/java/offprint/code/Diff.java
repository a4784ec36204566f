package offprint.code;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block.CodeBlock.Kind;
import offprint.document.Block.CodeBlock.Part;
import org.jspecify.annotations.Nullable;

/** The lines of a diff (POSIX, diff: unified and default output). */
final class Diff {
  private Diff() {}

  static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      @Nullable Kind kind = kind(text.substring(start, end));
      if (kind != null) {
        parts.add(new Part(start, end, kind));
      }
      start = end + 1;
    }
    return parts;
  }

  private static @Nullable Kind kind(String line) {
    if (line.startsWith("+++ ")
        || line.startsWith("--- ")
        || line.startsWith("@@")
        || line.startsWith("diff ")
        || line.startsWith("index ")) {
      return Kind.META;
    }
    if (line.startsWith("+") || line.startsWith("> ")) {
      return Kind.INSERTED;
    }
    return line.startsWith("-") || line.startsWith("< ") ? Kind.DELETED : null;
  }
}
