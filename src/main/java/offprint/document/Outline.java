package offprint.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The headings as a tree, for bookmarks and navigation.
 *
 * @param entries the topmost headings
 */
public record Outline(List<Entry> entries) {
  /**
   * @param title the heading's words
   * @param id the heading's
   * @param entries the headings below it
   */
  public record Entry(String title, String id, List<Entry> entries) {
    public Entry {
      entries = List.copyOf(entries);
    }
  }

  public Outline {
    entries = List.copyOf(entries);
  }

  /**
   * Of the headings that stand in the body itself: one inside a quote or a list is its author's,
   * not the article's; one without words has nothing to show.
   */
  public static Outline of(Document document) {
    List<Block.Heading> headings =
        document.body().stream()
            .filter(Block.Heading.class::isInstance)
            .map(Block.Heading.class::cast)
            .filter(heading -> !Inline.text(heading.content()).isBlank())
            .toList();
    return new Outline(below(headings));
  }

  // A heading's children are all that follow it until one of its own level or above; levels may be
  // skipped.
  private static List<Entry> below(List<Block.Heading> headings) {
    List<Entry> entries = new ArrayList<>();
    int i = 0;
    while (i < headings.size()) {
      Block.Heading heading = headings.get(i);
      int end = i + 1;
      while (end < headings.size() && headings.get(end).level() > heading.level()) {
        end++;
      }
      entries.add(
          new Entry(
              Inline.text(heading.content()), heading.id(), below(headings.subList(i + 1, end))));
      i = end;
    }
    return entries;
  }
}
