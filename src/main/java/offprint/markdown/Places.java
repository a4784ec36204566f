package offprint.markdown;

import java.util.List;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Where nodes stand in the source. */
final class Places {
  private final Source source;
  private int knownOffset;
  private int knownLine = 1;
  private int knownColumn = 1;

  Places(Source source) {
    this.source = source;
  }

  /** The place of a node's first character; of its parent's, where a node has none of its own. */
  Place of(Node node) {
    int offset = offset(node);
    return offset < 0 ? Place.of(source.name()) : at(offset);
  }

  /** Of a node's first character in the source; -1 where nothing says it. */
  static int offset(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      List<SourceSpan> spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return spans.getFirst().getInputIndex();
      }
    }
    return -1;
  }

  // As Source.at, but counting on from the place asked for last: nodes are asked for in order, and
  // an article may be a single line of a million characters.
  Place at(int offset) {
    int line = line(offset);
    int start = source.lineStart(line);
    boolean onward = line == knownLine && offset >= knownOffset;
    int from = onward ? knownOffset : start;
    knownColumn =
        (onward ? knownColumn : 1)
            + source.text().codePointCount(from, Math.min(offset, source.text().length()));
    knownLine = line;
    knownOffset = offset;
    return new Place(source.name(), line, knownColumn);
  }

  /** Gives a node made by us the place where it was written. */
  void mark(Node node, int offset) {
    int line = line(offset);
    node.setSourceSpans(
        List.of(SourceSpan.of(line - 1, offset - source.lineStart(line), offset, 0)));
  }

  private int line(int offset) {
    int low = 1;
    int high = source.lines();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (source.lineStart(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
