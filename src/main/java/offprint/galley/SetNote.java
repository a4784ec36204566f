package offprint.galley;

import java.util.Collections;
import java.util.List;

/**
 * A note, set, on its way to the foot of a page.
 *
 * @param slugs at least one
 * @param cuts whether the note may go on on the next page after each of them
 * @param called in this note itself; they stand behind all notes of the line that calls this one
 */
public record SetNote(List<Slug> slugs, List<Galley.Cut> cuts, List<SetNote> called) {
  public SetNote {
    slugs = List.copyOf(slugs);
    cuts = List.copyOf(cuts);
    called = List.copyOf(called);
  }

  public SetNote(List<Slug> slugs) {
    this(slugs, Collections.nCopies(slugs.size(), Galley.Cut.ALLOWED), List.of());
  }
}
