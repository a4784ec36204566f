package offprint.markdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote the article and when, as it stands below a title: one block, or {@code By} alone and
 * the names in the next.
 *
 * @param people one at least, or none where only a date behind the names is ambiguous
 * @param date the tail's
 * @param writtenDate the tail as written; null where there is none
 * @param blocks what it consists of, in order
 */
record Byline(
    List<Names.Person> people,
    @Nullable LocalDate date,
    @Nullable String writtenDate,
    List<Node> blocks) {

  private static final Pattern TRIGGER =
      Pattern.compile("(?:By|by|Written by|Contributed by):?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern TAIL =
      Pattern.compile("(.+?)(?:\\s*[|·•]\\s*|,?\\s+on\\s+|\\s*\\n)(.+)", Pattern.DOTALL);

  /** The byline that begins with this block, or null. */
  static @Nullable Byline at(Node block) {
    if (!(block instanceof Paragraph || block instanceof Heading)) {
      return null;
    }
    Matcher m = TRIGGER.matcher(Words.lines(block));
    if (!m.matches()) {
      return null;
    }
    if (m.group(1) != null && !m.group(1).isBlank()) {
      return of(m.group(1).strip(), block, List.of(block));
    }
    Node next = Words.next(block);
    if (!(next instanceof Paragraph) || Words.lines(next).contains("\n")) {
      return null;
    }
    return of(Words.lines(next), next, List.of(block, next));
  }

  /** What stands behind the trigger where it may name someone, and nothing says who; or null. */
  static @Nullable String undecided(Node block) {
    if (!(block instanceof Paragraph)) {
      return null;
    }
    Matcher m = TRIGGER.matcher(Words.lines(block));
    boolean named = m.matches() && m.group(1) != null && Names.isNameLike(m.group(1));
    return named && at(block) == null ? m.group(1).strip() : null;
  }

  private static @Nullable Byline of(String text, Node names, List<Node> blocks) {
    List<Names.Person> people = people(text, names);
    if (!people.isEmpty()) {
      return new Byline(people, null, null, blocks);
    }
    Matcher m = TAIL.matcher(text);
    if (!m.matches()) {
      return null;
    }
    List<Names.Person> before = people(m.group(1), names);
    String tail = m.group(2).strip();
    LocalDate date = WrittenDate.day(tail).orElse(null);
    boolean fits = !before.isEmpty() && (date != null || WrittenDate.isAmbiguous(tail));
    return fits ? new Byline(before, date, tail, blocks) : null;
  }

  private static List<Names.Person> people(String text, Node block) {
    List<Names.Person> people = text.contains("\n") ? List.of() : Names.people(text);
    boolean linkedAlone = people.isEmpty() && links(block).equals(List.of(text.strip()));
    return linkedAlone && Names.isWord(text)
        ? List.of(new Names.Person(text.strip(), null))
        : people;
  }

  private static List<String> links(Node block) {
    List<String> links = new ArrayList<>();
    for (Node inline : Words.below(block)) {
      if (inline instanceof Link) {
        links.add(Words.lines(inline));
      }
    }
    return links;
  }
}
