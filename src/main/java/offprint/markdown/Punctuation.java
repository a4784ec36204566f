package offprint.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Inline.Phrase;
import offprint.source.Source;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Turns a typewriter's quotes into the language's own, {@code --} and {@code ---} into dashes and
 * {@code ...} into an ellipsis, and puts the spaces of French. A block is looked at whole, so that
 * a quote may begin in emphasis and end behind it. Code and addresses stay; what is turned already,
 * too.
 */
final class Punctuation {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b[a-zA-Z][a-zA-Z\\d+.-]*://[^\\s\"<>]+|\\bwww\\.[^\\s\"<>]+|[\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern CODE_TAG =
      Pattern.compile("<(/?)(code|kbd|samp|var|tt|pre)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK_TAG =
      Pattern.compile("<br\\b[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

  /** Where French is set with spaces before its marks; Canada has fewer, Switzerland none. */
  private static final Set<String> UNSPACED = Set.of("CA", "CH");

  private final QuoteMarks marks;
  private final boolean spaced;
  private final @Nullable Source source;

  /**
   * @param language a BCP 47 tag
   */
  Punctuation(String language) {
    this(language, null);
  }

  /**
   * @param language a BCP 47 tag
   * @param source that the nodes' spans belong to; with it, what stands behind a backslash stays
   */
  Punctuation(String language, @Nullable Source source) {
    this.marks = QuoteMarks.of(language);
    this.source = source;
    Locale locale = Locale.forLanguageTag(language);
    this.spaced = locale.getLanguage().equals("fr") && !UNSPACED.contains(locale.getCountry());
  }

  /** Turns the texts below a block; blocks within it each for themselves. */
  void apply(Node block) {
    Node first = block.getFirstChild();
    if (first == null) {
      return;
    }
    if (isBlock(first)) {
      for (Node child = first; child != null; child = child.getNext()) {
        apply(child);
      }
    } else {
      new Line().turn(block);
    }
  }

  /** Turns a text that stands by itself. */
  String apply(String text) {
    Paragraph paragraph = new Paragraph();
    Text literal = new Text(text);
    paragraph.appendChild(literal);
    apply(paragraph);
    return literal.getLiteral();
  }

  private static boolean isBlock(Node node) {
    return node instanceof Block
        || node instanceof TableHead
        || node instanceof TableBody
        || node instanceof TableRow
        || node instanceof TableCell;
  }

  /** The text of one block, and which node each part of it is from. */
  private final class Line {
    private record Part(Text node, int start) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();
    private final Set<Integer> kept = new HashSet<>();
    private int codeDepth;

    void turn(Node block) {
      collect(block);
      boolean[] fixed = fixed();
      @Nullable String[] turned = Quotes.decide(text.toString(), fixed, marks);
      dashes(fixed, turned);
      if (spaced) {
        FrenchSpacing.apply(text, fixed, turned);
      }
      for (Part part : parts) {
        write(part, turned);
      }
    }

    private void collect(Node parent) {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
        switch (node) {
          case Text literal -> add(literal);
          case SoftLineBreak line -> text.append('\n');
          case HardLineBreak line -> text.append('\n');
          case Code code -> text.append('\ufffc');
          case FormulaParsers.Formula formula -> text.append('\ufffc');
          case Image image -> {
            text.append('\ufffc');
            apply(image);
          }
          case HtmlInline html -> tag(html.getLiteral());
          case Link link when isAddress(link) -> text.append('\ufffc');
          case Nodes.HtmlPhrase keys when keys.kind == Phrase.Kind.KEYBOARD ->
              text.append('\ufffc');
          // A note's words are read elsewhere, and are none of the sentence around its mark.
          case InlineFootnote note -> apply(note);
          default -> collect(node);
        }
      }
    }

    private void tag(String html) {
      Matcher code = CODE_TAG.matcher(html);
      if (code.matches()) {
        codeDepth = Math.max(0, codeDepth + (code.group(1).isEmpty() ? 1 : -1));
      } else if (BREAK_TAG.matcher(html).matches()) {
        text.append('\n');
      }
    }

    private void add(Text node) {
      if (codeDepth > 0) {
        text.append("\ufffc".repeat(Math.min(1, node.getLiteral().length())));
        return;
      }
      parts.add(new Part(node, text.length()));
      escaped(node, text.length());
      text.append(node.getLiteral());
    }

    // The parser drops the backslash, but the node's span still has it.
    private void escaped(Text node, int start) {
      if (source == null || node.getLiteral().isEmpty()) {
        return;
      }
      StringBuilder written = new StringBuilder();
      for (SourceSpan span : node.getSourceSpans()) {
        int end = span.getInputIndex() + span.getLength();
        if (end > source.text().length()) {
          return;
        }
        written.append(source.text(), span.getInputIndex(), end);
      }
      align(node.getLiteral(), written.toString(), start);
    }

    private void align(String literal, String written, int start) {
      Matcher entity = ENTITY.matcher(written);
      int w = 0;
      for (int i = 0; i < literal.length() && w < written.length(); ) {
        char c = literal.charAt(i);
        boolean escape =
            written.charAt(w) == '\\' && w + 1 < written.length() && written.charAt(w + 1) == c;
        if (escape && !(c == '\\' && literal.startsWith("\\\\", i))) {
          kept.add(start + i);
          w += 2;
          i++;
        } else if (written.charAt(w) == '&' && entity.find(w) && entity.start() == w && c != '&') {
          i += Math.max(1, Parser.unescapeEntities(entity.group(), false).length());
          w = entity.end();
        } else if (written.charAt(w) == c) {
          w++;
          i++;
        } else {
          return;
        }
      }
    }

    private boolean[] fixed() {
      boolean[] fixed = new boolean[text.length()];
      kept.forEach(i -> fixed[i] = true);
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        int end = address.end();
        while (end > address.start() && "'.,;:!?)".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        Arrays.fill(fixed, address.start(), end, true);
      }
      return fixed;
    }

    private void dashes(boolean[] fixed, @Nullable String[] turned) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != '-' && c != '.') {
          continue;
        }
        int end = i;
        while (end < text.length() && text.charAt(end) == c && !fixed[end]) {
          end++;
        }
        if (c == '-' && isDash(i, end)) {
          replace(turned, i, end, end - i == 2 ? "–" : "—");
        } else if (c == '.' && isEllipsis(i, end)) {
          replace(turned, i, i + 3, "…");
        }
        i = Math.max(i, end - 1);
      }
    }

    // "--verbose" is a program's option, "-->" an arrow, and four hyphens are a line.
    private boolean isDash(int start, int end) {
      char before = start == 0 ? '\n' : text.charAt(start - 1);
      char after = end == text.length() ? '\n' : text.charAt(end);
      boolean option = end - start == 2 && opensWord(start) && Character.isLowerCase(after);
      boolean arrow =
          after == '>'
              || before == '<'
              || before == '!' && start > 1 && text.charAt(start - 2) == '<';
      boolean partial = before == '-' || after == '-';
      return (end - start == 2 || end - start == 3) && !option && !arrow && !partial;
    }

    private boolean opensWord(int start) {
      char before = start == 0 ? '\n' : text.charAt(start - 1);
      boolean quote = "\"'“‘".indexOf(before) >= 0;
      return Character.isWhitespace(before)
          || "([".indexOf(before) >= 0
          || quote && (start < 2 || Character.isWhitespace(text.charAt(start - 2)));
    }

    // Four dots are an ellipsis and a full stop; ".../" is a path.
    private boolean isEllipsis(int start, int end) {
      boolean path =
          end < text.length() && "/\\".indexOf(text.charAt(end)) >= 0
              || start > 0 && "/\\".indexOf(text.charAt(start - 1)) >= 0;
      boolean partial =
          start > 0 && text.charAt(start - 1) == '.'
              || end < text.length() && text.charAt(end) == '.';
      return (end - start == 3 || end - start == 4) && !path && !partial;
    }

    private void replace(@Nullable String[] turned, int start, int end, String by) {
      turned[start] = by;
      for (int i = start + 1; i < end; i++) {
        turned[i] = "";
      }
    }

    private void write(Part part, @Nullable String[] turned) {
      String literal = part.node().getLiteral();
      StringBuilder result = new StringBuilder();
      for (int i = 0; i < literal.length(); i++) {
        String by = turned[part.start() + i];
        if (by == null) {
          result.append(literal.charAt(i));
        } else {
          result.append(by);
        }
      }
      if (!result.toString().equals(literal)) {
        part.node().setLiteral(result.toString());
      }
    }
  }

  // <https://...> and bare addresses: the words are where the link leads.
  private static boolean isAddress(Link link) {
    String words = Words.lines(link).toLowerCase(Locale.ROOT);
    String leads =
        link.getDestination() == null ? "" : link.getDestination().toLowerCase(Locale.ROOT);
    return !words.isEmpty()
        && (words.equals(leads)
            || ("mailto:" + words).equals(leads)
            || ("http://" + words).equals(leads)
            || ("https://" + words).equals(leads));
  }
}
