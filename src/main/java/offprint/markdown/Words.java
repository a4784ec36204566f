package offprint.markdown;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** The words of commonmark's nodes, and the way about their tree. */
final class Words {
  private Words() {}

  /** The words below a node, lines parted by LF, without blanks at both ends. */
  static String lines(Node node) {
    StringBuilder words = new StringBuilder();
    for (Node inline : below(node)) {
      switch (inline) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case FormulaParsers.Formula formula -> words.append(formula.written());
        case SoftLineBreak line -> words.append('\n');
        case HardLineBreak line -> words.append('\n');
        default -> {}
      }
    }
    return words.toString().strip();
  }

  /** The words below a node in one line. */
  static String line(Node node) {
    return Names.words(lines(node));
  }

  /**
   * Small letters, with a typewriter's quotes, dashes and dots: the same for texts that differ only
   * in these.
   */
  static String folded(String text) {
    return Normalizer.normalize(Names.words(text), Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[‘’ʼ]", "'")
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("\\s*(?:[–—]|-{2,3})\\s*", "-");
  }

  /** The first line of a heading or paragraph as it stands in the source, without a heading's #. */
  static String written(Node node, Source source) {
    if (node.getSourceSpans().isEmpty()) {
      return "";
    }
    SourceSpan line = node.getSourceSpans().get(0);
    return source
        .text()
        .substring(line.getInputIndex(), line.getInputIndex() + line.getLength())
        .replaceFirst("^#+\\s+", "")
        .replaceFirst("\\s+#+\\s*$", "");
  }

  /** All nodes below one, in reading order. */
  static List<Node> below(Node node) {
    List<Node> all = new ArrayList<>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      all.add(child);
      all.addAll(below(child));
    }
    return all;
  }

  /** The blocks of an article that a reader sees: no definitions, no comments. */
  static List<Node> blocks(Node document) {
    List<Node> blocks = new ArrayList<>();
    for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
      if (isSeen(block)) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  /** The next block that a reader sees, or null. */
  static @Nullable Node next(Node block) {
    Node next = block.getNext();
    while (next != null && !isSeen(next)) {
      next = next.getNext();
    }
    return next;
  }

  private static boolean isSeen(Node block) {
    return !(block instanceof LinkReferenceDefinition
        || block instanceof FootnoteDefinition
        || block instanceof HtmlBlock html
            && html.getLiteral().strip().matches("(?s)(?:<!--.*?-->\\s*)+"));
  }

  /** Where a node begins; the whole file where commonmark does not say. */
  static Place place(Node node, Source source) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? Place.of(source.name()) : source.at(spans.get(0).getInputIndex());
  }
}
