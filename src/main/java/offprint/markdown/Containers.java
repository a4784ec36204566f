package offprint.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.Admonition;
import offprint.markdown.Nodes.Container;
import offprint.markdown.Nodes.Label;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands between lines of colons: Docusaurus' and VitePress' {@code :::note Title},
 * Quarto's {@code ::: {.callout-note}} and Pandoc's other divisions. Those that an admonition's
 * name begins become one; of the others only what is in them is left.
 */
final class Containers implements Parser.ParserExtension {
  private static final Pattern OPENING =
      Pattern.compile(
          ":{3,}[ \\t]*(?:\\{(?<attributes>[^{}]*)\\}"
              + "|(?<word>[\\p{L}][\\w-]*)"
              + "(?:\\[(?<label>[^\\]]*)\\]|[ \\t]+(?<title>[^\\s{:][^{}]*?))?"
              + "(?:[ \\t]*\\{[^{}]*\\})?)[ \\t]*:*[ \\t]*");
  private static final Pattern CLOSING = Pattern.compile("(?m)^[ \\t>]*:{3,}[ \\t]*\\r?$");
  private static final Pattern CALLOUT = Pattern.compile("\\.callout-(\\w+)");
  private static final Set<String> KINDS =
      Set.of(
          "note",
          "info",
          "tip",
          "hint",
          "important",
          "success",
          "warning",
          "attention",
          "caution",
          "danger",
          "error",
          "details");

  /** Those that are open, the innermost first. */
  private final Deque<ContainerParser> open = new ArrayDeque<>();

  private final int lastClosing;

  /**
   * @param text what is parsed, all of it
   */
  Containers(String text) {
    int last = -1;
    Matcher closing = CLOSING.matcher(text);
    while (closing.find()) {
      last = closing.start();
    }
    lastClosing = last;
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory((BlockParserFactory) this::begin);
  }

  private @Nullable BlockStart begin(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    CharSequence written = line.getContent();
    int at = state.getNextNonSpaceIndex();
    if (state.getIndent() >= 4
        || written.charAt(at) != ':'
        || line.getSourceSpan().getInputIndex() >= lastClosing) {
      return BlockStart.none();
    }
    Matcher opening = OPENING.matcher(written).region(at, written.length());
    return opening.matches()
        ? BlockStart.of(new ContainerParser(line, opening)).atIndex(written.length())
        : BlockStart.none();
  }

  /** Puts what is in a container without a meaning of its own in its place. */
  static void unwrap(Node parent) {
    for (Node child : Nodes.children(parent)) {
      unwrap(child);
      if (child instanceof Container) {
        Nodes.children(child).forEach(child::insertBefore);
        child.unlink();
      }
    }
  }

  private static @Nullable String kind(Matcher opening) {
    if (opening.group("word") != null) {
      String word = opening.group("word");
      return KINDS.contains(word) ? word : null;
    }
    Matcher callout = CALLOUT.matcher(opening.group("attributes"));
    return callout.find() ? callout.group(1) : null;
  }

  /** One container. */
  private final class ContainerParser extends OpenBlockParser {
    private final Block block;
    private final @Nullable SourceLine title;

    ContainerParser(SourceLine line, Matcher opening) {
      String kind = kind(opening);
      block = kind == null ? new Container() : new Admonition(kind);
      String group = opening.group("label") != null ? "label" : "title";
      title =
          kind == null || opening.group(group) == null
              ? null
              : line.substring(opening.start(group), opening.end(group));
      open.push(this);
    }

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      boolean code = state.getActiveBlockParser().getBlock() instanceof FencedCodeBlock;
      String line = state.getLine().getContent().toString();
      boolean closes =
          !code
              && open.peek() == this
              && state.getIndent() < 4
              && line.substring(state.getNextNonSpaceIndex()).matches(":{3,}\\s*");
      return closes ? BlockContinue.finished() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void closeBlock() {
      open.remove(this);
    }

    @Override
    public void parseInlines(InlineParser parser) {
      if (title != null) {
        Label label = new Label();
        label.setSourceSpans(List.of(title.getSourceSpan()));
        parser.parse(SourceLines.of(title), label);
        block.prependChild(label);
      }
    }
  }
}
