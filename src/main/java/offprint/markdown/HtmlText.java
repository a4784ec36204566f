package offprint.markdown;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jsoup.nodes.Element;

/**
 * The blocks of a container as one text of HTML, a placeholder for each that is Markdown, so that a
 * tag may open in one block and close in another; and where each character of it was written.
 */
final class HtmlText {
  // What is nothing to a reader: comments, processing instructions, CDATA and declarations
  // (CommonMark 0.31.2, section 4.6, conditions 2 to 5), scripts and style sheets.
  private static final Pattern WORDLESS =
      Pattern.compile(
          "<!--.*?(?:-->|\\z)|<\\?.*?(?:\\?>|\\z)|<!\\[CDATA\\[.*?(?:\\]\\]>|\\z)|<![A-Za-z][^>]*>?"
              + "|<(script|style)(?=[\\s/>]).*?(?:</\\1\\s*>|\\z)"
              + "|</?(title|textarea|xmp|plaintext|iframe|noembed|noframes|noscript|select|option"
              + "|optgroup|template|frameset|frame|svg|math|html|head|body|input|button|form)"
              + "(?=[\\s/>])",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  // Elements that would turn an HTML parser to another way of reading, by which words are lost, go
  // in under a name that it does not know.
  private static final String DISGUISE = "x-";

  private final String placeholder;
  private final StringBuilder html = new StringBuilder();
  private final Map<Integer, String> wordless = new LinkedHashMap<>();
  private int[] starts = new int[16];
  private int[] offsets = new int[16];
  private int pieces;

  HtmlText(String placeholder) {
    this.placeholder = placeholder;
  }

  static HtmlText of(List<Node> blocks) {
    HtmlText text = new HtmlText(freeName(blocks));
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof HtmlBlock html) {
        text.append(html);
      } else {
        text.piece(Places.offset(blocks.get(i)));
        text.html.append(String.format(Locale.ROOT, "<%1$s n=%2$d></%1$s>", text.placeholder, i));
      }
    }
    return text;
  }

  private static String freeName(List<Node> blocks) {
    String name = "markdown";
    for (boolean free = false; !free; ) {
      name += "-block";
      String wanted = name;
      free =
          blocks.stream()
              .noneMatch(
                  b ->
                      b instanceof HtmlBlock h
                          && h.getLiteral().toLowerCase(Locale.ROOT).contains(wanted));
    }
    return name;
  }

  private void append(HtmlBlock block) {
    String literal = block.getLiteral();
    List<SourceSpan> spans = block.getSourceSpans();
    Matcher matcher = WORDLESS.matcher(literal);
    Lines lines = new Lines(literal, spans);
    int at = 0;
    while (matcher.find()) {
      append(literal, at, matcher.start(), lines);
      at = matcher.end();
      if (matcher.group(1) != null) {
        wordless.put(lines.offset(matcher.start()), matcher.group(1).toLowerCase(Locale.ROOT));
      } else if (matcher.group(2) != null) {
        piece(lines.offset(matcher.start()));
        html.append(literal, matcher.start(), matcher.start(2)).append(DISGUISE);
        piece(lines.offset(matcher.start(2)));
        html.append(matcher.group(2));
      }
    }
    append(literal, at, literal.length(), lines);
    html.append('\n');
  }

  private void append(String literal, int from, int to, Lines lines) {
    int at = from;
    while (at < to) {
      int end = literal.indexOf('\n', at);
      int next = end < 0 || end >= to ? to : end + 1;
      piece(lines.offset(at));
      html.append(literal, at, next);
      at = next;
    }
  }

  private void piece(int offset) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, pieces * 2);
      offsets = Arrays.copyOf(offsets, pieces * 2);
    }
    starts[pieces] = html.length();
    offsets[pieces++] = offset;
  }

  /** Where the lines of a block's literal stand; asked for in order. */
  private static final class Lines {
    private final String literal;
    private final List<SourceSpan> spans;
    private int line;
    private int start;

    Lines(String literal, List<SourceSpan> spans) {
      this.literal = literal;
      this.spans = spans;
    }

    int offset(int at) {
      for (int end = literal.indexOf('\n', start);
          end >= 0 && end < at;
          end = literal.indexOf('\n', start)) {
        start = end + 1;
        line++;
      }
      if (spans.isEmpty()) {
        return 0;
      }
      SourceSpan span = spans.get(Math.min(line, spans.size() - 1));
      return span.getInputIndex() + Math.min(at - start, span.getLength());
    }
  }

  String html() {
    return html.toString();
  }

  /** Scripts and style sheets that were left out, by their offset in the source. */
  Map<Integer, String> wordless() {
    return wordless;
  }

  boolean isPlaceholder(String name) {
    return name.equals(placeholder);
  }

  /** Which block a placeholder stands for. */
  int index(Element element) {
    return Integer.parseInt(element.attr("n"));
  }

  /** An element's name as its author wrote it. */
  String written(String name) {
    return name.startsWith(DISGUISE) ? name.substring(DISGUISE.length()) : name;
  }

  /** The offset in the source of an offset in {@link #html}. */
  int offset(int at) {
    if (pieces == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(starts, 0, pieces, at);
    int piece = Math.max(0, found >= 0 ? found : -found - 2);
    return Math.max(0, offsets[piece] + at - starts[piece]);
  }
}
