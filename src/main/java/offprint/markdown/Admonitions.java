package offprint.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.Admonition;
import offprint.markdown.Nodes.Label;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads admonitions as Python-Markdown and MkDocs have them: a line of three exclamation marks, a
 * kind and perhaps a title in quotes, and below it, indented by four, what is said. With question
 * marks they fold on a screen; paper shows all of it.
 */
final class Admonitions implements Parser.ParserExtension {
  private static final int INDENT = 4;

  /** Words behind the kind are classes for the screen. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?:!!!|\\?\\?\\?\\+?) ?(?<kind>[\\w-]+)?(?: +[\\w-]+)*(?: *\"(?<title>.*)\")?\\s*");

  private final String text;

  /**
   * @param text what is parsed, all of it
   */
  Admonitions(String text) {
    this.text = text;
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory((BlockParserFactory) this::begin);
  }

  private @Nullable BlockStart begin(ParserState state, MatchedBlockParser matched) {
    SourceLine line = state.getLine();
    CharSequence written = line.getContent();
    int at = state.getNextNonSpaceIndex();
    boolean marked = written.charAt(at) == '!' || written.charAt(at) == '?';
    if (!marked || state.getIndent() >= INDENT) {
      return BlockStart.none();
    }
    Matcher mark = MARK.matcher(written).region(at, written.length());
    boolean says = mark.matches() && (mark.group("kind") != null || mark.group("title") != null);
    int column = state.getColumn() + state.getIndent() + INDENT;
    return says && isIndented(line.getSourceSpan().getInputIndex(), column)
        ? BlockStart.of(new AdmonitionParser(line, mark)).atIndex(written.length())
        : BlockStart.none();
  }

  /** Whether the words below a line begin at a column or behind it; marks of quotes are blanks. */
  private boolean isIndented(int line, int column) {
    for (int at = below(line); at < text.length(); at = below(at)) {
      int columns = 0;
      for (; Characters.isSpaceOrTab(text, at) || text.startsWith(">", at); at++) {
        columns += text.charAt(at) == '\t' ? INDENT - columns % INDENT : 1;
      }
      if (at < text.length() && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
        return columns >= column;
      }
    }
    return false;
  }

  private int below(int offset) {
    int end = Characters.findLineBreak(text, offset);
    return end < 0 ? text.length() : text.startsWith("\r\n", end) ? end + 2 : end + 1;
  }

  /** One admonition. */
  private static final class AdmonitionParser extends OpenBlockParser {
    private final Admonition admonition;
    private final @Nullable SourceLine title;

    AdmonitionParser(SourceLine line, Matcher mark) {
      admonition = new Admonition(mark.group("kind"));
      title =
          mark.group("title") == null
              ? null
              : line.substring(mark.start("title"), mark.end("title"));
    }

    @Override
    public Block getBlock() {
      return admonition;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      if (state.isBlank()) {
        return BlockContinue.atIndex(state.getNextNonSpaceIndex());
      }
      return state.getIndent() < INDENT
          ? BlockContinue.none()
          : BlockContinue.atColumn(state.getColumn() + INDENT);
    }

    @Override
    public void parseInlines(InlineParser parser) {
      if (title != null) {
        Label label = new Label();
        if (title.getSourceSpan() != null) {
          label.setSourceSpans(List.of(title.getSourceSpan()));
        }
        parser.parse(SourceLines.of(title), label);
        admonition.prependChild(label);
      }
    }
  }
}
