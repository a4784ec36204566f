package offprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Metadata;
import offprint.document.ReadingOrder;
import org.jspecify.annotations.Nullable;

/** What was recognised of an article before its body, and how much there is of the rest. */
final class Explanation {
  private final Document document;
  private final StringBuilder text = new StringBuilder();

  Explanation(Document document) {
    this.document = document;
  }

  /** A line for each thing, its name in front; nothing for what the article does not have. */
  @Override
  public String toString() {
    text.setLength(0);
    Metadata metadata = document.metadata();
    line("article", document.source().name());
    line("title", metadata.title() + lineOf(document.title()));
    line("subtitle", metadata.subtitle());
    line("short title", metadata.shortTitle());
    metadata.authors().forEach(author -> line("author", credit(author)));
    line("date", metadata.date());
    line("modified", metadata.modified());
    line("language", metadata.language());
    line("description", metadata.description());
    line("keywords", metadata.keywords().isEmpty() ? null : String.join(", ", metadata.keywords()));
    line("publisher", metadata.publisher());
    line("rights", metadata.rights());
    line("source", metadata.source());
    line("identifier", metadata.identifier());
    Metadata.Cover cover = metadata.cover();
    line("cover", cover == null ? null : cover.picture());
    if (!document.about().isEmpty()) {
      line("about the author", "from line " + document.about().get(0).place().line());
    }
    line("links", links());
    line("notes", document.notes().size());
    line("pictures", pictures());
    return text.toString();
  }

  private void line(String name, @Nullable Object value) {
    if (value != null) {
      text.append(String.format(Locale.ROOT, "%-17s %s\n", name + ":", value));
    }
  }

  // A title from the front matter has no line in the text.
  private static String lineOf(List<Inline> words) {
    int line = words.isEmpty() ? 0 : words.get(0).place().line();
    return line == 0 ? "" : " (line " + line + ")";
  }

  private static String credit(Metadata.Author author) {
    List<String> parts = new ArrayList<>();
    parts.add(author.name() + " (sorted as " + author.fileAs() + ")");
    Stream.of(author.role(), author.affiliation(), author.orcid())
        .filter(part -> part != null)
        .forEach(parts::add);
    return String.join(", ", parts);
  }

  private String links() {
    LinkList links = document.links();
    int nowhere = links.placeholders().size();
    long archived = links.entries().stream().filter(link -> link.copy() != null).count();
    return links.entries().size()
        + (archived == 0 ? "" : ", " + archived + " with an archived copy")
        + (nowhere == 0 ? "" : ", and " + nowhere + " without an address");
  }

  private int pictures() {
    List<Inline> images = new ArrayList<>();
    ReadingOrder order =
        new ReadingOrder(
            inline -> {
              if (inline instanceof Inline.Image) {
                images.add(inline);
              }
            },
            heading -> {});
    order.blocks(document.body());
    order.blocks(document.about());
    document.notes().forEach(note -> order.blocks(note.content()));
    return images.size();
  }
}
