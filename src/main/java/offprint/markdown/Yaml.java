package offprint.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping above an article, with the place of every key: in YAML 1.2, in JSON, which is YAML too,
 * or what {@link Toml} makes of its own.
 */
final class Yaml {
  private static final int MOST_CODE_POINTS = 1 << 16;
  private static final int MOST_ALIASES = 50;
  private static final int MOST_LEVELS = 20;
  private static final Pattern KEY_LINE =
      Pattern.compile("\\s*[\"']?([\\p{L}_][\\p{L}\\d_.-]*)[\"']?\\s*:(?:\\s.*)?");

  private final Source source;
  private final int firstLine;
  private final MappingNode mapping;
  private final int end;

  Yaml(Source source, int firstLine, MappingNode mapping, int end) {
    this.source = source;
    this.firstLine = firstLine;
    this.mapping = mapping;
    this.end = end;
  }

  /**
   * Reads the mapping between {@code ---} and {@code ---} or {@code ...} at an offset, blank lines
   * before it allowed only behind a title block; or from a line of one brace to another. Nothing
   * where there is none: two thematic breaks may stand at the head of an article too. What is meant
   * as YAML and is not is an error, what is meant as JSON a warning, and either an empty mapping.
   *
   * @param known the keys that tell front matter from an article that begins with a rule
   */
  static Optional<Yaml> read(Source source, int offset, Findings findings, Set<String> known) {
    int opening = source.at(offset).line();
    while (offset > 0 && opening < source.lines() && TitleBlock.line(source, opening).isEmpty()) {
      opening++;
    }
    int closing = closing(source, opening);
    if (closing == 0) {
      return Optional.empty();
    }
    // JSON's braces are part of it.
    boolean json = isJson(source, opening);
    int first = json ? opening : opening + 1;
    int end = TitleBlock.offset(source, closing + 1);
    String text =
        source.text().substring(source.lineStart(first), json ? end : source.lineStart(closing));
    try {
      boolean mapping = compose(text) instanceof MappingNode node && isFrontMatter(node, known);
      return mapping
          ? Optional.of(new Yaml(source, first, checked(source, first, text, findings), end))
          : Optional.empty();
    } catch (YamlEngineException wrong) {
      if (!KEY_LINE.matcher(firstWords(text)).matches()) {
        return Optional.empty();
      }
      report(source, first, wrong, findings);
      return Optional.of(new Yaml(source, first, empty(), end));
    }
  }

  MappingNode mapping() {
    return mapping;
  }

  /** The offset behind the closing line. */
  int end() {
    return end;
  }

  Place place(Node node) {
    return node.getStartMark().map(mark -> place(source, firstLine, mark)).orElseThrow();
  }

  boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL)
        || node instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }

  /** A scalar's text with entities decoded and blanks trimmed; nothing for a list or a mapping. */
  Optional<String> scalar(Node node) {
    return node instanceof ScalarNode scalar
        ? Optional.of(decoded(scalar.getValue()))
        : Optional.empty();
  }

  /** Everything below a node, to compare it by. */
  String text(Node node) {
    StringBuilder text = new StringBuilder();
    Deque<Node> open = new ArrayDeque<>(List.of(node));
    Set<Node> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Node next = open.pop();
      if (next instanceof ScalarNode scalar) {
        text.append(decoded(scalar.getValue())).append('\n');
      } else if (seen.add(next) && next instanceof CollectionNode<?> collection) {
        for (Object item : collection.getValue()) {
          if (item instanceof NodeTuple tuple) {
            open.push(tuple.getKeyNode());
            open.push(tuple.getValueNode());
          } else if (item instanceof Node child) {
            open.push(child);
          }
        }
      }
    }
    return text.toString();
  }

  static String decoded(String text) {
    return Parser.unescapeEntities(text, false).strip();
  }

  /** A text as it may be written behind a key, quoted only where it must be. */
  static String quoted(String text) {
    boolean plain = text.matches("[\\p{L}][\\p{L}\\p{M}\\d .’()-]*") && !text.endsWith(" ");
    return plain ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The known word that differs least from another, by two letters at most. */
  static Optional<String> nearest(String word, Collection<String> known) {
    String nearest = null;
    int least = Math.min(3, word.length());
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  // Levenshtein's, two swapped letters counting as one.
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static int closing(Source source, int opening) {
    String fence = TitleBlock.line(source, opening);
    List<String> ends =
        fence.equals("---") ? List.of("---", "...") : fence.equals("{") ? List.of("}") : List.of();
    for (int line = opening + 1; line <= source.lines() && !ends.isEmpty(); line++) {
      if (ends.contains(TitleBlock.line(source, line))) {
        return line;
      }
    }
    return 0;
  }

  // "Note: mind the gap" between two rules is a sentence. A mapping is front matter when a key of
  // it
  // is known, or when all of them are single words in small letters.
  private static boolean isFrontMatter(MappingNode mapping, Set<String> known) {
    boolean small = !mapping.getValue().isEmpty();
    for (NodeTuple entry : mapping.getValue()) {
      String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (known.contains(key.toLowerCase(Locale.ROOT).replace('_', '-'))) {
        return true;
      }
      small &= key.matches("\\p{Ll}[\\p{L}\\d_.-]*");
    }
    return small;
  }

  private static String firstWords(String text) {
    return text.lines().filter(l -> !l.matches("[\\s{]*|#.*")).findFirst().orElse("");
  }

  private static @Nullable Node compose(String text) {
    LoadSettings settings = settings(true);
    bound(text, settings);
    return new Compose(settings).composeString(text).orElse(null);
  }

  private static LoadSettings settings(boolean duplicates) {
    return LoadSettings.builder()
        .setAllowDuplicateKeys(duplicates)
        .setCodePointLimit(MOST_CODE_POINTS)
        .setMaxAliasesForCollections(MOST_ALIASES)
        .build();
  }

  // The composer goes down by recursion and has no limit of its own on how deep.
  private static void bound(String text, LoadSettings settings) {
    int level = 0;
    int aliases = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      level +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      aliases += event instanceof AliasEvent ? 1 : 0;
      if (level > MOST_LEVELS) {
        throw new Excess("more than " + MOST_LEVELS + " levels deep", event.getStartMark());
      }
      if (aliases > MOST_ALIASES) {
        throw new Excess("more than " + MOST_ALIASES + " aliases", event.getStartMark());
      }
    }
  }

  private static final class Excess extends MarkedYamlEngineException {
    Excess(String problem, Optional<Mark> mark) {
      super("", Optional.empty(), problem, mark);
    }
  }

  private static MappingNode checked(Source source, int firstLine, String text, Findings findings) {
    MappingNode mapping =
        (MappingNode) new Compose(settings(true)).composeString(text).orElseThrow();
    Set<String> seen = new HashSet<>();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key && !seen.add(key.getValue())) {
        Place place = key.getStartMark().map(m -> place(source, firstLine, m)).orElseThrow();
        String message = "the key '" + key.getValue() + "' stands twice";
        tell(isJson(source, firstLine), place, message, "keep one", findings);
      }
    }
    return mapping;
  }

  private static void report(
      Source source, int firstLine, YamlEngineException wrong, Findings findings) {
    Place place = source.at(source.lineStart(firstLine));
    String problem =
        wrong instanceof ReaderException
            ? "it has a character that YAML does not allow"
            : "it is too long";
    if (wrong instanceof MarkedYamlEngineException marked) {
      place = marked.getProblemMark().map(m -> place(source, firstLine, m)).orElse(place);
      problem = marked.getProblem();
    }
    boolean json = isJson(source, firstLine);
    tell(
        json,
        place,
        "the front matter is not "
            + (json ? "JSON: " : "YAML: ")
            + problem.lines().findFirst().orElse(""),
        json
            ? "put a comma between two keys, and a text between quotes"
            : "put a text that has a colon, a quote or a number sign in it between quotes",
        findings);
  }

  private static boolean isJson(Source source, int line) {
    return TitleBlock.line(source, line).equals("{");
  }

  // JSON is what a program left, and the article is set without it.
  private static void tell(
      boolean json, Place place, String message, String hint, Findings findings) {
    if (json) {
      findings.warning("front-matter", place, message, hint);
    } else {
      findings.error("front-matter", place, message, hint);
    }
  }

  private static Place place(Source source, int firstLine, Mark mark) {
    return new Place(source.name(), firstLine + mark.getLine(), mark.getColumn() + 1);
  }

  static MappingNode empty() {
    return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
  }
}
