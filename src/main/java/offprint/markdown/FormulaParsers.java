package offprint.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Finds formulas while commonmark parses, so that nothing in them is taken for Markdown. */
final class FormulaParsers {
  // As many lines as a formula may have.
  private static final int LINES = 200;

  private FormulaParsers() {}

  /** A formula among inlines. */
  static final class Formula extends CustomNode {
    final String tex;
    final boolean display;

    Formula(String tex, boolean display) {
      this.tex = tex;
      this.display = display;
    }

    /** As the author wrote it, or nearly. */
    String written() {
      return display ? "$$" + tex + "$$" : "$" + tex + "$";
    }
  }

  /** A formula between lines of two dollars. */
  static final class FormulaBlock extends CustomBlock {
    String tex = "";
  }

  /**
   * @param text what will be parsed
   */
  static void add(Parser.Builder builder, String text) {
    Dollars dollars = Dollars.of(text);
    builder.customInlineContentParserFactory(new InlineFactory(dollars));
    builder.customBlockParserFactory(new BlockFactory(dollars, text.lines().toList()));
  }

  private record InlineFactory(Dollars dollars) implements InlineContentParserFactory {
    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of('$');
    }

    @Override
    public InlineContentParser create() {
      return state -> inline(state, dollars);
    }
  }

  private static ParsedInline inline(InlineParserState state, Dollars dollars) {
    Scanner scanner = state.scanner();
    Position start = scanner.position();
    int before = scanner.peekPreviousCodePoint();
    Dollars.Found found = dollars.find(ahead(scanner), before);
    if (found == null) {
      return ParsedInline.none();
    }
    scanner.setPosition(start);
    for (int i = 0; i < found.length(); i++) {
      scanner.next();
    }
    return ParsedInline.of(new Formula(found.tex(), found.display()), scanner.position());
  }

  private static String ahead(Scanner scanner) {
    Position start = scanner.position();
    for (int i = 0; i < Dollars.REACH && scanner.hasNext(); i++) {
      scanner.next();
    }
    return scanner.getSource(start, scanner.position()).getContent();
  }

  private record BlockFactory(Dollars dollars, List<String> lines) implements BlockParserFactory {
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      int at = state.getNextNonSpaceIndex();
      CharSequence line = state.getLine().getContent();
      if (state.getIndent() >= 4 || !line.toString().startsWith("$$", at)) {
        return BlockStart.none();
      }
      String first = line.subSequence(at + 2, line.length()).toString();
      int index = state.getLine().getSourceSpan().getLineIndex();
      return isFormula(first, index)
          ? BlockStart.of(new FormulaParser()).atIndex(at + 2)
          : BlockStart.none();
    }

    // Whether a line that ends in two dollars comes before a blank one.
    private boolean isFormula(String first, int index) {
      StringBuilder tex = new StringBuilder();
      String line = first;
      for (int i = index + 1; ; i++) {
        int end = line.indexOf("$$");
        if (end >= 0) {
          String content = tex.append(line, 0, end).toString();
          return closes(line) && dollars.isFormula(content, false);
        }
        tex.append(line).append('\n');
        if (i >= lines.size() || i > index + LINES) {
          return false;
        }
        line = lines.get(i).replaceFirst("^[ >\\t]+", "");
        if (line.isBlank()) {
          return false;
        }
      }
    }
  }

  private static boolean closes(String line) {
    int dollars = line.indexOf("$$");
    return dollars >= 0 && line.substring(dollars + 2).isBlank();
  }

  private static final class FormulaParser extends AbstractBlockParser {
    private final FormulaBlock block = new FormulaBlock();
    private final StringBuilder tex = new StringBuilder();
    private boolean closed;

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
      String content = line.getContent().toString();
      closed = closes(content);
      tex.append(closed ? content.substring(0, content.indexOf("$$")) : content + "\n");
    }

    @Override
    public void closeBlock() {
      block.tex = tex.toString();
    }
  }
}
