package offprint.document;

import java.util.List;
import offprint.source.Asset;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * An article, resolved: what both editions are written from.
 *
 * @param title the title with its emphasis; its words are {@link Metadata#title}
 * @param summary the abstract; empty where there is none
 * @param body the article without title, byline, date and what is said about the author
 * @param about what is said about the author; empty where nothing
 * @param notes by number
 * @param settings what the command line and the article asked for, together
 * @param source the text it was read from
 * @param files the pictures that were read from the article's folder, as they were met
 */
public record Document(
    Metadata metadata,
    List<Inline> title,
    List<Block> summary,
    List<Block> body,
    List<Block> about,
    List<Note> notes,
    LinkList links,
    Settings settings,
    Source source,
    List<Asset> files) {
  /** In characters: about two lines of the narrowest page. */
  private static final int BESIDE_AN_INITIAL = 120;

  /** An article without an abstract and without pictures. */
  public Document(
      Metadata metadata,
      List<Inline> title,
      List<Block> body,
      List<Block> about,
      List<Note> notes,
      LinkList links,
      Settings settings,
      Source source) {
    this(metadata, title, List.of(), body, about, notes, links, settings, source, List.of());
  }

  public Document {
    title = List.copyOf(title);
    summary = List.copyOf(summary);
    body = List.copyOf(body);
    about = List.copyOf(about);
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }

  /** The same article with what is known of its links. */
  public Document with(LinkList known) {
    return new Document(
        metadata, title, summary, body, about, notes, known, settings, source, files);
  }

  /** The same article with what is asked for said otherwise. */
  public Document with(Settings asked) {
    return new Document(metadata, title, summary, body, about, notes, links, asked, source, files);
  }

  /** The note that a mark calls. */
  public Note note(Inline.NoteReference reference) {
    return notes.get(reference.number() - 1);
  }

  /**
   * The paragraph that begins with an initial, where the author asks for one: the first of the
   * body, if it begins with a capital and is long enough to stand beside one. Else null.
   */
  public Block.@Nullable Paragraph withInitial() {
    if (!Boolean.TRUE.equals(settings.dropCap())) {
      return null;
    }
    for (Block block : body) {
      if (block instanceof Block.Paragraph paragraph) {
        String words = Inline.text(paragraph.content());
        return words.length() >= BESIDE_AN_INITIAL && Opening.of(words) != null ? paragraph : null;
      }
    }
    return null;
  }
}
