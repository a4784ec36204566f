package offprint.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import offprint.markdown.Nodes.NamedHeading;
import offprint.source.Findings;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Gives each heading its id: its author's, or one from its words as GitHub makes it. The ids are
 * known before the first link is read, since a link may lead forward.
 */
final class HeadingIds {
  private static final Pattern RESERVED = Pattern.compile("title|(fn|link-)\\d+|fnref\\d+(-\\d+)?");

  private final Map<Node, String> ids = new IdentityHashMap<>();
  private final Map<String, String> fragments = new HashMap<>();

  /** The ids by their letters and digits; empty where several are alike. */
  private final Map<String, String> alike = new HashMap<>();

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private HeadingIds() {}

  /**
   * Closes the gaps between levels, so that the topmost heading is of level 1 and none is more than
   * one below the heading above it: who reads by ear goes by the levels (WCAG 2.2, 1.3.1; PDF/UA-1,
   * 7.4.2), and authors often begin with {@code ##}.
   */
  static void closeGaps(Node document, List<Node> about) {
    Deque<Integer> above = new ArrayDeque<>();
    Consumer<Node> closer =
        node -> {
          if (node instanceof Heading heading) {
            while (!above.isEmpty() && above.getLast() >= heading.getLevel()) {
              above.removeLast();
            }
            above.addLast(heading.getLevel());
            heading.setLevel(above.size());
          }
        };
    Nodes.walk(document, closer);
    for (Node block : about) {
      closer.accept(block);
      Nodes.walk(block, closer);
    }
  }

  /** Of all headings of an article, those about its author last. */
  static HeadingIds of(Node document, List<Node> about, Places places, Findings findings) {
    HeadingIds headings = new HeadingIds();
    Map<Node, String> unnamed = new LinkedHashMap<>();
    Consumer<Node> reader =
        node -> {
          if (node instanceof Heading heading) {
            if (heading instanceof NamedHeading named && named.id != null) {
              headings.give(heading, named.id, places, findings);
            } else {
              unnamed.put(heading, Nodes.text(heading));
            }
          }
        };
    Nodes.walk(document, reader);
    for (Node block : about) {
      reader.accept(block);
      Nodes.walk(block, reader);
    }
    unnamed.forEach(headings::make);
    return headings;
  }

  String id(Node heading) {
    String id = ids.get(heading);
    if (id == null) {
      throw new IllegalStateException("every heading that is read has an id");
    }
    return id;
  }

  /** The id of the heading that a fragment names; null where there is none. */
  @Nullable String find(String fragment) {
    String id = fragments.get(fragment);
    if (id == null) {
      id = fragments.get(fragment.toLowerCase(Locale.ROOT));
    }
    if (id == null) {
      id = alike.get(bare(fragment));
    }
    return id == null || id.isEmpty() ? null : id;
  }

  // Publishing tools make ids that differ from GitHub's only in what is between the letters:
  // "rust-s-ui" for "rusts-ui", "double.nan" for "doublenan".
  private static String bare(String fragment) {
    StringBuilder bare = new StringBuilder();
    fragment
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private void known(String fragment, String id) {
    fragments.putIfAbsent(fragment, id);
    String bare = bare(fragment);
    if (!bare.isEmpty()) {
      alike.merge(bare, id, (one, other) -> one.equals(other) ? one : "");
    }
  }

  private void give(Heading heading, String name, Places places, Findings findings) {
    String id = free(safe(name));
    if (!id.equals(name)) {
      boolean again = taken.contains(name);
      findings.warning(
          again ? "duplicate-id" : "unusual-id",
          places.of(heading),
          again
              ? "another heading is called '" + name + "' already; this one becomes '" + id + "'"
              : "the id '" + name + "' becomes '" + id + "'",
          again
              ? "give each heading its own id"
              : "begin with a letter; then letters, digits, - and _");
    }
    ids.put(heading, id);
    taken.add(id);
    known(name, id);
    known(id, id);
  }

  private void make(Node heading, String words) {
    String slug = slug(words);
    // GitHub counts a second heading of the same words from 1, and so do links made for it.
    int count = counts.merge(slug, 1, Integer::sum) - 1;
    String fragment = count == 0 ? slug : slug + "-" + count;
    String id = free(safe(fragment));
    ids.put(heading, id);
    taken.add(id);
    known(fragment, id);
    known(id, id);
  }

  private String free(String wanted) {
    String id = wanted;
    int count = counts.getOrDefault("\n" + wanted, 1);
    while (taken.contains(id) || RESERVED.matcher(id).matches()) {
      id = wanted + "-" + ++count;
    }
    counts.put("\n" + wanted, count);
    return id;
  }

  private static String slug(String words) {
    StringBuilder slug = new StringBuilder();
    words
        .strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (isNameCharacter(c)) {
                slug.appendCodePoint(c);
              } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                slug.append('-');
              }
            });
    return slug.toString();
  }

  private static String safe(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints().forEach(c -> safe.appendCodePoint(isNameCharacter(c) ? c : '-'));
    if (safe.isEmpty()) {
      return "section";
    }
    return isNameStart(safe.codePointAt(0)) ? safe.toString() : "s-" + safe;
  }

  private static boolean isNameCharacter(int c) {
    return c == '-' || c == '_' || c >= '0' && c <= '9' || isNameStart(c);
  }

  // The letters among XML's name start characters (Namespaces in XML 1.0, NCName).
  private static boolean isNameStart(int c) {
    boolean named =
        c >= 'A' && c <= 'Z'
            || c >= 'a' && c <= 'z'
            || c >= 0xC0 && c <= 0x2FF
            || c >= 0x370 && c <= 0x1FFF
            || c >= 0x2C00 && c <= 0x2FEF
            || c >= 0x3001 && c <= 0xD7FF
            || c >= 0xF900 && c <= 0xFDCF
            || c >= 0xFDF0 && c <= 0xFFFD
            || c >= 0x10000;
    return named && Character.isLetter(c);
  }
}
