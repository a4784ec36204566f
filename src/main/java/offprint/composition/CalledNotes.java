package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.page.Structure;

/** The structure of notes that were set and do not stand in the article's structure yet. */
final class CalledNotes {
  private final List<Structure.Element> pending = new ArrayList<>();

  void add(List<Structure.Element> notes) {
    pending.addAll(notes);
  }

  List<Structure.Element> take() {
    List<Structure.Element> taken = List.copyOf(pending);
    pending.clear();
    return taken;
  }

  /** Notes stand in the structure behind the block that calls them. */
  void standBehindBlockOf(Structure.Element structure) {
    take().forEach(structure::adopt);
  }
}
