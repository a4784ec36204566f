package offprint.markdown;

import offprint.document.Inline.Phrase;
import offprint.markdown.Nodes.HtmlPhrase;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;
import org.jspecify.annotations.Nullable;

/** Reads {@code ==marked words==}, as many editors have them. */
final class Marked implements Parser.ParserExtension {
  private static final int LENGTH = 2;

  @Override
  public void extend(Parser.Builder builder) {
    builder.customDelimiterProcessor(
        new DelimiterProcessor() {
          @Override
          public char getOpeningCharacter() {
            return '=';
          }

          @Override
          public char getClosingCharacter() {
            return '=';
          }

          @Override
          public int getMinLength() {
            return LENGTH;
          }

          @Override
          public int process(DelimiterRun opening, DelimiterRun closing) {
            return mark(opening, closing);
          }
        });
  }

  // Close behind a letter, before one, or longer, it is an operator. Each sign is a text of its
  // own.
  private static int mark(DelimiterRun opening, DelimiterRun closing) {
    Text opener = opening.getOpener();
    Text closer = closing.getCloser();
    boolean marks =
        opening.originalLength() == LENGTH
            && closing.originalLength() == LENGTH
            && !isOperand(opener.getPrevious().getPrevious(), true)
            && !isOperand(closer.getNext().getNext(), false);
    if (!marks) {
      return 0;
    }
    Node marked = new HtmlPhrase(Phrase.Kind.MARK, null);
    for (Node node = opener.getNext(); node != closer && node != null; ) {
      Node next = node.getNext();
      marked.appendChild(node);
      node = next;
    }
    marked.setSourceSpans(opener.getSourceSpans());
    opener.insertAfter(marked);
    return LENGTH;
  }

  private static boolean isOperand(@Nullable Node node, boolean last) {
    if (!(node instanceof Text text)) {
      return false;
    }
    String literal = text.getLiteral();
    return last
        ? literal.matches("(?s).*[\\p{L}\\p{N})\\]]")
        : literal.matches("(?s)[\\p{L}\\p{N}(\\[].*");
  }
}
