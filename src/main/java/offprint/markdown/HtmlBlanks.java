package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** HTML's blanks, of which any number is one, and none stands at a line's ends. */
final class HtmlBlanks {
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]+");

  private HtmlBlanks() {}

  static String collapsed(String words) {
    return BLANKS.matcher(words).replaceAll(" ");
  }

  /** Leaves none at the ends of a block's lines. */
  static void collapse(Node block) {
    List<Text> texts = new ArrayList<>();
    boolean[] atBlank = {true};
    Nodes.walk(
        block,
        node -> {
          switch (node) {
            case Text words -> {
              String literal = collapsed(words.getLiteral());
              if (atBlank[0] && literal.startsWith(" ")) {
                literal = literal.substring(1);
              }
              words.setLiteral(literal);
              if (!literal.isEmpty()) {
                atBlank[0] = literal.endsWith(" ");
                texts.add(words);
              }
            }
            case HardLineBreak hardBreak -> {
              stripEnd(texts);
              texts.clear();
              atBlank[0] = true;
            }
            case Code code -> seen(texts, atBlank);
            case Image image -> seen(texts, atBlank);
            default -> {}
          }
        });
    stripEnd(texts);
    Nodes.walk(
        block,
        node -> {
          if (node instanceof Text words && words.getLiteral().isEmpty()) {
            words.unlink();
          }
        });
  }

  private static void seen(List<Text> texts, boolean[] atBlank) {
    texts.clear();
    atBlank[0] = false;
  }

  private static void stripEnd(List<Text> texts) {
    if (!texts.isEmpty() && texts.getLast().getLiteral().endsWith(" ")) {
      String literal = texts.getLast().getLiteral();
      texts.getLast().setLiteral(literal.substring(0, literal.length() - 1));
    }
  }
}
