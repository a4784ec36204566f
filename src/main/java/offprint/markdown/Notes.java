package offprint.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import offprint.document.Block;
import offprint.document.Inline.NoteReference;
import offprint.document.Note;
import offprint.source.Findings;
import offprint.source.Place;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Numbers notes by their first mark. */
final class Notes {
  private final Places places;
  private final Map<String, FootnoteDefinition> definitions = new HashMap<>();
  private final Map<Node, Draft> drafts = new IdentityHashMap<>();
  private final List<Draft> byNumber = new ArrayList<>();
  private final Deque<Draft> unread = new ArrayDeque<>();

  private static final class Draft {
    final int number;
    final Node content;
    final Place place;
    int references;
    List<Block> blocks = List.of();

    Draft(int number, Node content, Place place) {
      this.number = number;
      this.content = content;
      this.place = place;
    }
  }

  /** Takes the notes that are defined anywhere below a document; one without words is none. */
  Notes(Node document, Places places) {
    this.places = places;
    Nodes.walk(
        document,
        node -> {
          if (node instanceof FootnoteDefinition definition && node.getFirstChild() != null) {
            definitions.putIfAbsent(key(definition.getLabel()), definition);
          }
        });
  }

  private static String key(String label) {
    return label.strip().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT);
  }

  /** Numbers a mark; null where no note has its label. */
  @Nullable NoteReference mark(FootnoteReference reference) {
    FootnoteDefinition definition = definitions.get(key(reference.getLabel()));
    return definition == null ? null : mark(definition, places.of(reference));
  }

  /** Numbers a note that is written at its mark. */
  NoteReference mark(InlineFootnote note) {
    Place place = places.of(note);
    Paragraph paragraph = new Paragraph();
    paragraph.setSourceSpans(note.getSourceSpans());
    Nodes.move(note, paragraph);
    FootnoteDefinition definition = new FootnoteDefinition("");
    definition.appendChild(paragraph);
    definition.setSourceSpans(note.getSourceSpans());
    return mark(definition, place);
  }

  private NoteReference mark(Node content, Place place) {
    Draft draft = drafts.get(content);
    if (draft == null) {
      draft = new Draft(byNumber.size() + 1, content, places.of(content));
      drafts.put(content, draft);
      byNumber.add(draft);
      unread.add(draft);
    }
    draft.references++;
    String id = "fnref" + draft.number + (draft.references == 1 ? "" : "-" + draft.references);
    return new NoteReference(draft.number, id, place);
  }

  /**
   * Reads the notes whose marks have been met, as a reader does at the foot of the page; they may
   * have marks of their own.
   */
  void readMarked(Function<Node, List<Block>> reader) {
    while (!unread.isEmpty()) {
      Draft draft = unread.remove();
      draft.blocks = reader.apply(draft.content);
    }
  }

  /** All notes by number. Those that nothing marks are findings. */
  List<Note> list(Findings findings) {
    definitions.values().stream()
        .filter(definition -> !drafts.containsKey(definition))
        .sorted(Comparator.comparingInt(Places::offset))
        .forEach(
            definition ->
                findings.warning(
                    "unused-note",
                    places.of(definition),
                    "no mark calls the note '" + definition.getLabel() + "'",
                    "put [^" + definition.getLabel() + "] where it belongs"));
    return byNumber.stream()
        .map(d -> new Note(d.number, "fn" + d.number, d.blocks, d.references, d.place))
        .toList();
  }
}
