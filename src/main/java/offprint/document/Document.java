package offprint.document;

import java.util.List;
import offprint.source.Source;

/**
 * An article, resolved: what both editions are written from.
 *
 * @param title the title with its emphasis; its words are {@link Metadata#title}
 * @param body the article without title, byline, date and what is said about the author
 * @param about what is said about the author; empty where nothing
 * @param notes by number
 * @param settings what the command line and the article asked for, together
 * @param source the text it was read from
 */
public record Document(
    Metadata metadata,
    List<Inline> title,
    List<Block> body,
    List<Block> about,
    List<Note> notes,
    LinkList links,
    Settings settings,
    Source source) {
  public Document {
    title = List.copyOf(title);
    body = List.copyOf(body);
    about = List.copyOf(about);
    notes = List.copyOf(notes);
  }

  /** The note that a mark calls. */
  public Note note(Inline.NoteReference reference) {
    return notes.get(reference.number() - 1);
  }
}
