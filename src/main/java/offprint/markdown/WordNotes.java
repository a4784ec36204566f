package offprint.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * Makes notes of what a word processor's notes become in Markdown: a mark {@code [[1]](#_ftn1)},
 * and far below a paragraph that begins with {@code [[1]](#_ftnref1)}. Only where both ends exist.
 */
final class WordNotes {
  private static final Pattern MARK = Pattern.compile("#_(ftn|edn)(\\w+)");
  private static final Pattern WAY_BACK = Pattern.compile("#_(ftn|edn)ref(\\w+)");

  private WordNotes() {}

  static void join(Node document) {
    Map<String, List<Link>> marks = new HashMap<>();
    Map<String, Paragraph> notes = new HashMap<>();
    Nodes.walk(
        document,
        node -> {
          if (node instanceof Link link) {
            Matcher wayBack = WAY_BACK.matcher(link.getDestination());
            Matcher mark = MARK.matcher(link.getDestination());
            if (wayBack.matches()) {
              if (link.getPrevious() == null && link.getParent() instanceof Paragraph paragraph) {
                notes.putIfAbsent(wayBack.group(1) + wayBack.group(2), paragraph);
              }
            } else if (mark.matches()) {
              marks
                  .computeIfAbsent(mark.group(1) + mark.group(2), k -> new ArrayList<>())
                  .add(link);
            }
          }
        });
    marks.forEach(
        (name, links) -> {
          if (notes.containsKey(name)) {
            join("_" + name, links, notes.get(name));
          }
        });
  }

  private static void join(String label, List<Link> marks, Paragraph paragraph) {
    for (Link mark : marks) {
      FootnoteReference reference = new FootnoteReference(label);
      reference.setSourceSpans(mark.getSourceSpans());
      mark.insertAfter(reference);
      mark.unlink();
    }
    FootnoteDefinition definition = new FootnoteDefinition(label);
    definition.setSourceSpans(paragraph.getSourceSpans());
    paragraph.insertAfter(definition);
    paragraph.getFirstChild().unlink();
    definition.appendChild(paragraph);
    if (paragraph.getFirstChild() instanceof Text text) {
      text.setLiteral(text.getLiteral().stripLeading());
    }
  }
}
