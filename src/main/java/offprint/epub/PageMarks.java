package offprint.epub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import offprint.document.Block;
import offprint.document.Node;
import offprint.document.PageList;
import offprint.document.Spot;
import offprint.style.Tag;

/**
 * Marks where each page of the printed copy begins, in the midst of a word if it does (EPUB
 * Accessibility 1.1, section 4.2). A mark is empty, so that it parts no word. The first page begins
 * with the book; a page behind all text ends it.
 */
final class PageMarks {
  /**
   * A page, marked.
   *
   * @param label as it is printed
   * @param href with its fragment
   */
  record Target(String label, String href) {}

  /**
   * A mark to be written.
   *
   * @param offset how far into its node, as {@link Spot} counts
   */
  private record Mark(int page, int offset) {}

  private final List<PageList.Page> pages;
  private final List<String> ids = new ArrayList<>();
  private final Map<Node, List<Mark>> waiting = new IdentityHashMap<>();
  private final Target[] targets;

  /**
   * @param unique makes an id that is in no document of the book yet
   */
  PageMarks(PageList list, UnaryOperator<String> unique) {
    pages = list.pages();
    targets = new Target[pages.size()];
    for (int i = 0; i < pages.size(); i++) {
      ids.add(unique.apply("page" + pages.get(i).label()));
      Spot start = pages.get(i).start();
      if (i > 0 && start != null) {
        waiting
            .computeIfAbsent(start.node(), node -> new ArrayList<>())
            .add(new Mark(i, start.offset()));
      }
    }
  }

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /** All pages in order, once the documents are written. */
  List<Target> targets() {
    if (Arrays.asList(targets).contains(null)) {
      throw new IllegalStateException("every page must begin with something of the book");
    }
    return List.of(targets);
  }

  /** Marks the first page. */
  void open(String href, Xhtml out) {
    if (!pages.isEmpty()) {
      write(0, href, out);
      out.line();
    }
  }

  /** Marks the pages behind all text. */
  void close(String href, Xhtml out) {
    for (int i = 1; i < pages.size(); i++) {
      if (pages.get(i).start() == null) {
        write(i, href, out);
        out.line();
      }
    }
  }

  /** Marks the pages that begin with a node, or within one that cannot be parted. */
  void before(Node node, String href, Xhtml out) {
    List<Mark> marks = waiting.remove(node);
    if (marks != null) {
      marks.forEach(mark -> write(mark.page, href, out));
    }
  }

  /**
   * Writes a part of a node's words with the marks of the pages that begin in it.
   *
   * @param words all of the node's, with their blanks
   * @param from offset of the part
   * @param to offset of its end
   */
  void words(Node node, String words, int from, int to, String href, Xhtml out) {
    int at = from;
    for (Mark mark : waiting.getOrDefault(node, List.of())) {
      int offset = offset(node, mark, words);
      boolean here = offset >= from && (offset < to || to == words.length());
      if (here && targets[mark.page] == null) {
        out.text(words.substring(at, offset));
        write(mark.page, href, out);
        at = offset;
      }
    }
    out.text(words.substring(at, to));
  }

  // A line of code is marked before its own blanks.
  private static int offset(Node node, Mark mark, String words) {
    int offset = new Spot(node, mark.offset).in(words);
    int line = offset;
    while (node instanceof Block.CodeBlock
        && line > 0
        && " \t".indexOf(words.charAt(line - 1)) >= 0) {
      line--;
    }
    return line == 0 || words.charAt(line - 1) == '\n' ? line : offset;
  }

  private void write(int page, String href, Xhtml out) {
    String label = pages.get(page).label();
    String id = ids.get(page);
    out.open(
            Tag.of("span"),
            "epub:type",
            "pagebreak",
            "role",
            "doc-pagebreak",
            "id",
            id,
            "aria-label",
            label)
        .close();
    targets[page] = new Target(label, href + "#" + id);
  }
}
