package offprint.markdown;

import java.util.List;
import offprint.markdown.Nodes.Definition;
import offprint.markdown.Nodes.DefinitionList;
import offprint.markdown.Nodes.Term;
import org.commonmark.node.Block;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Reads definition lists as PHP Markdown Extra and Pandoc have them: a line for each term, and
 * below them, each behind a colon or a tilde, their definitions, whose further blocks are indented.
 */
final class DefinitionLists implements Parser.ParserExtension {
  /** In characters of the source; what is longer is no term but a line of prose. */
  private static final int LONGEST_TERM = 100;

  /** Likewise where there are several: about what an author's hard wrap leaves of prose. */
  private static final int LONGEST_OF_SEVERAL = 60;

  private static final int CODE_INDENT = 4;
  private static final int TAB = 4;

  @Override
  public void extend(Parser.Builder builder) {
    builder.customBlockParserFactory(new Factory());
  }

  /** Puts terms and definitions, which the parser leaves in a row, into lists. */
  static void gather(Node container) {
    for (Node child : Nodes.children(container)) {
      gather(child);
      if (child instanceof Definition definition) {
        take(definition);
      }
    }
  }

  private static void take(Definition definition) {
    switch (definition.getPrevious()) {
      case DefinitionList list -> list.appendChild(definition);
      case Paragraph paragraph when paragraph.getPrevious() instanceof DefinitionList list -> {
        terms(paragraph, list);
        list.appendChild(definition);
      }
      case Paragraph paragraph -> {
        DefinitionList list = new DefinitionList();
        list.setSourceSpans(paragraph.getSourceSpans());
        paragraph.insertBefore(list);
        terms(paragraph, list);
        list.appendChild(definition);
      }
      // Whatever took its term away, the words stay.
      case null, default -> {
        Nodes.children(definition).forEach(definition::insertBefore);
        definition.unlink();
      }
    }
  }

  // Each line is a term.
  private static void terms(Paragraph lines, DefinitionList list) {
    int line = 0;
    Term term = term(lines, line, list);
    for (Node inline : Nodes.children(lines)) {
      if (inline instanceof SoftLineBreak || inline instanceof HardLineBreak) {
        term = term(lines, ++line, list);
      } else {
        term.appendChild(inline);
      }
    }
    lines.unlink();
  }

  private static Term term(Paragraph lines, int line, DefinitionList list) {
    Term term = new Term();
    List<SourceSpan> spans = lines.getSourceSpans();
    if (line < spans.size()) {
      term.setSourceSpans(List.of(spans.get(line)));
    }
    list.appendChild(term);
    return term;
  }

  private static final class Factory implements BlockParserFactory {
    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      int mark = state.getNextNonSpaceIndex();
      if (state.getIndent() >= CODE_INDENT || !isMark(line, mark)) {
        return BlockStart.none();
      }
      Boolean loose = loose(state, matched);
      if (loose == null) {
        return BlockStart.none();
      }
      int blanks = blankColumns(line, mark + 1, state.getColumn() + state.getIndent() + 1);
      int indent = state.getIndent() + 1 + (blanks > CODE_INDENT ? 1 : blanks);
      return BlockStart.of(new DefinitionParser(loose, indent))
          .atColumn(state.getColumn() + indent);
    }

    private static boolean isMark(CharSequence line, int at) {
      return (line.charAt(at) == ':' || line.charAt(at) == '~')
          && Characters.isSpaceOrTab(line, at + 1)
          && Characters.skipSpaceTab(line, at + 1, line.length()) < line.length();
    }

    /** Whether a blank line stands before the definition; null where there is no term for it. */
    private static @Nullable Boolean loose(ParserState state, MatchedBlockParser matched) {
      List<SourceLine> open = matched.getParagraphLines().getLines();
      if (!open.isEmpty()) {
        int longest = open.size() == 1 ? LONGEST_TERM : LONGEST_OF_SEVERAL;
        return open.stream().allMatch(line -> line.getContent().length() <= longest) ? false : null;
      }
      Node before = matched.getMatchedBlockParser().getBlock().getLastChild();
      if (before instanceof Definition definition) {
        return definition.endsBlank;
      }
      return before instanceof Paragraph paragraph && isTerm(paragraph, state) ? true : null;
    }

    // Behind a blank line a paragraph is a term only if it is a line that stands right above it.
    private static boolean isTerm(Paragraph paragraph, ParserState state) {
      List<SourceSpan> lines = paragraph.getSourceSpans();
      return lines.size() == 1
          && lines.getFirst().getLength() <= LONGEST_TERM
          && state.getLine().getSourceSpan().getLineIndex() == lines.getFirst().getLineIndex() + 2;
    }

    private static int blankColumns(CharSequence line, int from, int column) {
      int columns = 0;
      for (int i = from; Characters.isSpaceOrTab(line, i); i++) {
        columns += line.charAt(i) == '\t' ? TAB - (column + columns) % TAB : 1;
      }
      return columns;
    }
  }

  /** One definition. */
  private static final class DefinitionParser extends OpenBlockParser {
    private final Definition definition;
    private int indent;
    private boolean isFixed;

    /**
     * @param indent from where its container's lines begin to where its own do, in columns
     */
    DefinitionParser(boolean loose, int indent) {
      definition = new Definition(loose);
      this.indent = indent;
    }

    @Override
    public Block getBlock() {
      return definition;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
      if (state.isBlank()) {
        definition.endsBlank = true;
        return BlockContinue.atIndex(state.getNextNonSpaceIndex());
      }
      if (state.getIndent() < indent) {
        return BlockContinue.none();
      }
      definition.endsBlank = false;
      // What follows is indented as far as the words behind the mark, or, as in PHP Markdown Extra,
      // by four; what comes first decides.
      if (!isFixed) {
        isFixed = true;
        indent = Math.max(indent, Math.min(CODE_INDENT, state.getIndent()));
      }
      return BlockContinue.atColumn(state.getColumn() + indent);
    }
  }
}
