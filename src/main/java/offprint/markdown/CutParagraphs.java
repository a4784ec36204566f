package offprint.markdown;

import java.util.List;
import java.util.Set;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Finds paragraphs that a page break of an earlier edition cut in two: the first ends in a small
 * letter or a comma, the second begins with a small letter. A byline below a title is no cut.
 */
final class CutParagraphs {
  private static final int SHORT_LINE = 60;
  private static final int WORDS_SHOWN = 4;
  private static final String CLOSING = "\"'”’»)]";
  // Ends that are no cut: "et al", "etc", "i.e" have lost their point, "https" its address.
  private static final Set<String> ADDRESS_STARTS = Set.of("http", "https", "www", "ftp", "mailto");

  private CutParagraphs() {}

  /**
   * Joins what is surely cut, or says where it is.
   *
   * @param document the article's tree, whose spans are the source's own
   */
  static void look(Node document, Settings.Repair repair, Source source, Findings findings) {
    if (repair == Settings.Repair.OFF) {
      return;
    }
    Node block = document.getFirstChild();
    while (block != null) {
      Node next = Words.next(block);
      if (next != null && isCut(block, next)) {
        boolean hyphen = Words.line(block).endsWith("-");
        boolean joins = repair == Settings.Repair.AUTO && !hyphen;
        tell(block, next, hyphen, joins, source, findings);
        if (joins) {
          join(block, next);
          continue; // what was joined may be cut once more
        }
      }
      block = next;
    }
  }

  private static boolean isCut(Node first, Node second) {
    if (!(first instanceof Paragraph && second instanceof Paragraph)
        || !(first.getParent() instanceof Document)) {
      return false;
    }
    String before = Words.line(first);
    String after = Words.line(second);
    return !before.isEmpty()
        && !after.isEmpty()
        && endsOpen(before)
        && Character.isLowerCase(after.codePointAt(0))
        && Byline.at(second) == null
        && !touchesAddress(first, second)
        && !isVerse(first, second);
  }

  private static boolean endsOpen(String words) {
    int last = words.codePointBefore(words.length());
    if (last == '-') {
      return words.length() > 1 && Character.isLowerCase(words.codePointBefore(words.length() - 1));
    }
    return Character.isLowerCase(last) || last == ',';
  }

  private static boolean touchesAddress(Node first, Node second) {
    String before = Words.line(first);
    String after = Words.line(second);
    return isAddress(before.substring(before.lastIndexOf(' ') + 1))
        || isAddress(after.split(" ", 2)[0])
        || isBareLink(first.getLastChild())
        || isBareLink(second.getFirstChild())
        || first.getLastChild() instanceof Code
        || second.getFirstChild() instanceof Code;
  }

  private static boolean isBareLink(Node inline) {
    return inline instanceof Link link && isAddress(Words.line(link));
  }

  private static boolean isAddress(String word) {
    String bare = word.replaceAll("[,;:.)]+$", "");
    return bare.contains("://")
        || bare.contains("/") && bare.contains(".")
        || bare.matches("[^@]+@[^@]+|www\\..*|[\\w-]+(?:\\.[\\w-]+)+")
        || ADDRESS_STARTS.contains(bare);
  }

  // Three short lines, or blocks of a short line, without a full stop: a poem, or a list without
  // its marks.
  private static boolean isVerse(Node first, Node second) {
    if (shortLines(first) >= 3
        || shortLines(second) >= 3
        || hasHardBreak(first)
        || hasHardBreak(second)) {
      return true;
    }
    int run = 0;
    Node block = first;
    while (block.getPrevious() != null && isShortOpen(block.getPrevious())) {
      block = block.getPrevious();
    }
    for (Node next = block; next != null && isShortOpen(next); next = Words.next(next)) {
      run++;
    }
    return run >= 3;
  }

  private static boolean hasHardBreak(Node block) {
    return Words.below(block).stream().anyMatch(n -> n instanceof HardLineBreak);
  }

  private static int shortLines(Node block) {
    List<String> lines = Words.lines(block).lines().toList();
    boolean open = lines.stream().allMatch(l -> l.length() <= SHORT_LINE && isOpen(l));
    return open ? lines.size() : 0;
  }

  private static boolean isShortOpen(Node block) {
    return block instanceof Paragraph && shortLines(block) > 0;
  }

  private static boolean isOpen(String line) {
    String bare = line.strip();
    while (!bare.isEmpty() && CLOSING.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.isEmpty() || ".!?…:".indexOf(bare.charAt(bare.length() - 1)) < 0;
  }

  private static void tell(
      Node first, Node second, boolean hyphen, boolean joined, Source source, Findings findings) {
    String cut =
        "'" + lastWords(Words.line(first)) + "' / '" + firstWords(Words.line(second)) + "'";
    int line = lastLine(first, source);
    if (joined) {
      findings.info(
          "cut-paragraph",
          Words.place(second, source),
          "joined a paragraph cut in two behind line " + line + ": " + cut,
          "take out the blank lines between the two, or say repair: report");
      return;
    }
    findings.warning(
        hyphen ? "cut-word" : "cut-paragraph",
        Words.place(second, source),
        (hyphen ? "a word" : "a paragraph")
            + " seems to be cut in two behind line "
            + line
            + ": "
            + cut,
        hyphen
            ? "join the two by hand"
            : "'--repair auto' joins them, or 'repair: auto' in the front matter");
  }

  private static int lastLine(Node block, Source source) {
    List<SourceSpan> spans = block.getSourceSpans();
    return spans.isEmpty() ? 0 : source.at(spans.getLast().getInputIndex()).line();
  }

  private static String lastWords(String text) {
    String[] words = text.split(" ");
    int from = Math.max(0, words.length - WORDS_SHOWN);
    return (from > 0 ? "... " : "") + String.join(" ", List.of(words).subList(from, words.length));
  }

  private static String firstWords(String text) {
    String[] words = text.split(" ");
    int end = Math.min(WORDS_SHOWN, words.length);
    return String.join(" ", List.of(words).subList(0, end)) + (end < words.length ? " ..." : "");
  }

  private static void join(Node first, Node second) {
    Text blank = new Text(" ");
    first.appendChild(blank);
    while (second.getFirstChild() != null) {
      first.appendChild(second.getFirstChild());
    }
    second.getSourceSpans().forEach(first::addSourceSpan);
    second.unlink();
  }
}
