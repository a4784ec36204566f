package offprint.epub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where each entry of the link list is used, for the way back from the list. */
final class LinkUses {
  /**
   * @param href of the content document
   * @param id in it
   */
  record Use(String href, String id) {}

  private final Map<Integer, List<Use>> uses = new TreeMap<>();
  private final Map<Integer, String> entryIds = new TreeMap<>();
  private final Set<String> ids;
  private final String listId;

  /**
   * @param taken the article's own ids
   */
  LinkUses(Set<String> taken) {
    ids = new HashSet<>(taken);
    listId = unique("links");
  }

  /** Notes a use of an entry, and says what id it has. */
  String add(int entry, String href) {
    List<Use> list = uses.computeIfAbsent(entry, number -> new ArrayList<>());
    String suffix = list.isEmpty() ? "" : "-" + (list.size() + 1);
    String id = unique("linkref" + entry + suffix);
    list.add(new Use(href, id));
    return id;
  }

  /** The id of the entry itself, in the closing list or among the notes. */
  String entryId(int entry) {
    return entryIds.computeIfAbsent(entry, number -> unique("link" + number));
  }

  /** The id of the closing list's heading. */
  String listId() {
    return listId;
  }

  List<Use> of(int entry) {
    return uses.getOrDefault(entry, List.of());
  }

  /** An id that is in no document of the book yet. */
  String unique(String wanted) {
    String id = wanted;
    while (!ids.add(id)) {
      id += "-";
    }
    return id;
  }
}
