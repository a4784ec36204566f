package offprint.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.text.Segment;
import offprint.document.Block.CodeBlock.Kind;
import offprint.document.Block.CodeBlock.Part;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.jspecify.annotations.Nullable;

/** Finds the parts of code, line by line. */
public final class Highlighter {
  private final TokenMaker maker;
  private final List<Part> parts = new ArrayList<>();

  private Highlighter(TokenMaker maker) {
    this.maker = maker;
  }

  /**
   * The parts of code.
   *
   * @param language as authors write it behind the fence: {@code java}, {@code C++}, {@code sh}
   * @return rising, none over a line's end; none at all where the language is not known
   */
  public static List<Part> parts(String language, String text) {
    String name = language.toLowerCase(Locale.ROOT);
    if (name.equals("diff") || name.equals("patch")) {
      return Diff.parts(text);
    }
    @Nullable TokenMaker maker = Languages.of(name);
    if (maker == null) {
      return List.of();
    }
    Highlighter highlighter = new Highlighter(maker);
    try {
      highlighter.read(text);
    } catch (RuntimeException | Error e) {
      // A scanner that meets what its author did not think of says so with an Error (JFlex 1.4);
      // colours are not worth an article.
      return List.of();
    }
    return List.copyOf(highlighter.parts);
  }

  private void read(String text) {
    int state = TokenTypes.NULL;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      state = line(text.substring(start, end), state, start);
      start = end + 1;
    }
  }

  /**
   * One line.
   *
   * @param state what the line before left open, a comment or a string
   * @return what this one leaves open
   */
  private int line(String line, int state, int offset) {
    Segment segment = new Segment(line.toCharArray(), 0, line.length());
    int open = TokenTypes.NULL;
    for (Token token = maker.getTokenList(segment, state, 0);
        token != null;
        token = token.getNextToken()) {
      open = token.getType();
      @Nullable Kind kind = token.isPaintable() ? kind(token.getType()) : null;
      if (kind != null && token.length() > 0) {
        add(offset + token.getOffset(), offset + token.getEndOffset(), kind);
      }
    }
    return open;
  }

  private void add(int start, int end, Kind kind) {
    if (!parts.isEmpty() && parts.getLast().end() == start && parts.getLast().kind() == kind) {
      start = parts.removeLast().start();
    }
    parts.add(new Part(start, end, kind));
  }

  // What is left out is plain: names of functions are known for the standard library alone, and
  // one of two like names would stand out.
  private static @Nullable Kind kind(int type) {
    return switch (type) {
      case TokenTypes.COMMENT_EOL,
          TokenTypes.COMMENT_MULTILINE,
          TokenTypes.COMMENT_DOCUMENTATION,
          TokenTypes.COMMENT_KEYWORD,
          TokenTypes.COMMENT_MARKUP,
          TokenTypes.MARKUP_COMMENT ->
          Kind.COMMENT;
      case TokenTypes.RESERVED_WORD,
          TokenTypes.RESERVED_WORD_2,
          TokenTypes.LITERAL_BOOLEAN,
          TokenTypes.MARKUP_TAG_NAME ->
          Kind.KEYWORD;
      case TokenTypes.DATA_TYPE -> Kind.TYPE;
      case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
          TokenTypes.LITERAL_NUMBER_FLOAT,
          TokenTypes.LITERAL_NUMBER_HEXADECIMAL ->
          Kind.NUMBER;
      case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
          TokenTypes.LITERAL_CHAR,
          TokenTypes.LITERAL_BACKQUOTE,
          TokenTypes.REGEX,
          TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
          TokenTypes.ERROR_STRING_DOUBLE ->
          Kind.STRING;
      case TokenTypes.VARIABLE, TokenTypes.MARKUP_TAG_ATTRIBUTE -> Kind.NAME;
      case TokenTypes.ANNOTATION,
          TokenTypes.PREPROCESSOR,
          TokenTypes.MARKUP_DTD,
          TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
          TokenTypes.MARKUP_ENTITY_REFERENCE ->
          Kind.META;
      default -> null;
    };
  }
}
