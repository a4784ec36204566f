package offprint.page;

import java.util.List;

/**
 * A note, set, on its way to the foot of a page.
 *
 * @param slugs at least one
 * @param called in this note itself; they stand behind all notes of the line that calls this one
 */
record SetNote(List<Slug> slugs, List<SetNote> called) {
  SetNote {
    slugs = List.copyOf(slugs);
    called = List.copyOf(called);
  }

  SetNote(List<Slug> slugs) {
    this(slugs, List.of());
  }
}
