package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.Stanza;
import offprint.markdown.Nodes.Verse;
import offprint.markdown.Nodes.VerseLine;
import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads verse as Pandoc has it: lines behind a bar and a blank. Further blanks indent a line; a
 * line without a bar that begins with a blank goes on with the one above; a bar alone ends a
 * stanza. The rows of a table are no verse.
 */
final class LineBlocks implements Parser.ParserExtension {
  private static final int CODE_INDENT = 4;
  private static final int TAB = 4;

  private static final Pattern DELIMITER_ROW =
      Pattern.compile("[\\s>]*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)*\\|?\\s*");

  private final String text;

  /**
   * @param text what is parsed, all of it
   */
  LineBlocks(String text) {
    this.text = text;
  }

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(
        (BlockParserFactory)
            (state, matched) ->
                begins(state, matched)
                    ? BlockStart.of(new VerseParser()).atIndex(state.getNextNonSpaceIndex())
                    : BlockStart.none());
  }

  // A line that ends in a bar too is a table's row that has lost its fellows.
  private boolean begins(ParserState state, MatchedBlockParser matched) {
    String line = state.getLine().getContent().toString().strip();
    return matched.getParagraphLines().isEmpty()
        && isLine(state)
        && line.length() > 1
        && !line.endsWith("|")
        && !isTablesHead(state);
  }

  private static boolean isLine(ParserState state) {
    CharSequence line = state.getLine().getContent();
    int bar = state.getNextNonSpaceIndex();
    return state.getIndent() < CODE_INDENT
        && bar < line.length()
        && line.charAt(bar) == '|'
        && (bar + 1 == line.length() || Characters.isSpaceOrTab(line, bar + 1));
  }

  private boolean isTablesHead(ParserState state) {
    int end = Characters.findLineBreak(text, state.getLine().getSourceSpan().getInputIndex());
    if (end < 0) {
      return false;
    }
    int next = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    int nextEnd = Characters.findLineBreak(text, next);
    String below = text.substring(next, nextEnd < 0 ? text.length() : nextEnd);
    return below.contains("|") && DELIMITER_ROW.matcher(below).matches();
  }

  private final class VerseParser extends AbstractBlockParser {
    private final Verse verse = new Verse();

    /** Of each line its first and those that go on with it; none for a blank one. */
    private final List<List<SourceLine>> lines = new ArrayList<>();

    @Override
    public Block getBlock() {
      return verse;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      boolean goesOn = !state.isBlank() && state.getIndent() > 0 && !lines.getLast().isEmpty();
      return isLine(state) && !isTablesHead(state) || !isLine(state) && goesOn
          ? BlockContinue.atIndex(state.getNextNonSpaceIndex())
          : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
      int end = line.getContent().length();
      boolean begins = line.getContent().charAt(0) == '|' && isBlank(line, 1);
      SourceLine words = begins ? line.substring(Math.min(2, end), end) : line;
      if (begins) {
        lines.add(new ArrayList<>());
      }
      if (Characters.hasNonSpace(words.getContent())) {
        lines.getLast().add(words);
      }
    }

    private static boolean isBlank(SourceLine line, int at) {
      return at == line.getContent().length() || Characters.isSpaceOrTab(line.getContent(), at);
    }

    @Override
    public void parseInlines(InlineParser parser) {
      Stanza stanza = new Stanza();
      for (List<SourceLine> line : lines) {
        if (line.isEmpty()) {
          stanza = new Stanza();
          continue;
        }
        if (stanza.getParent() == null) {
          verse.appendChild(stanza);
          stanza.setSourceSpans(List.of(line.getFirst().getSourceSpan()));
        }
        stanza.appendChild(line(line, parser));
      }
    }

    private static VerseLine line(List<SourceLine> lines, InlineParser parser) {
      CharSequence first = lines.getFirst().getContent();
      int words = Characters.skipSpaceTab(first, 0, first.length());
      int indent = 0;
      for (int i = 0; i < words; i++) {
        // The bar and its blank are two columns more.
        indent += first.charAt(i) == '\t' ? TAB - (indent + 2) % TAB : 1;
      }
      List<SourceLine> bare = new ArrayList<>();
      for (SourceLine line : lines) {
        CharSequence written = line.getContent();
        int last = Characters.skipSpaceTabBackwards(written, written.length() - 1, 0);
        bare.add(line.substring(line == lines.getFirst() ? words : 0, last + 1));
      }
      VerseLine node = new VerseLine(indent);
      node.setSourceSpans(List.of(bare.getFirst().getSourceSpan()));
      parser.parse(SourceLines.of(bare), node);
      return node;
    }
  }
}
