package offprint.markdown;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * TOML 1.0 above an article, between {@code +++} and {@code +++}, as Hugo and Zola have it. It
 * becomes the mapping that the same would be in YAML.
 */
final class Toml {
  private static final String FENCE = "+++";
  private static final int MOST_CHARACTERS = 1 << 16;
  private static final int MOST_LEVELS = 20;

  private final Source source;
  private final Findings findings;

  private Toml(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Nothing where the article does not begin with the like; what is wrong in it is a finding. */
  static Optional<Yaml> read(Source source, Findings findings) {
    return TitleBlock.line(source, 1).equals(FENCE)
        ? new Toml(source, findings).read()
        : Optional.empty();
  }

  private Optional<Yaml> read() {
    int closing =
        IntStream.rangeClosed(2, source.lines())
            .filter(line -> TitleBlock.line(source, line).equals(FENCE))
            .findFirst()
            .orElse(0);
    if (closing == 0) {
      findings.warning(
          "front-matter",
          source.at(0),
          "front matter that begins with '+++' has no end, and is taken for text",
          "write '+++' on a line of its own behind it");
      return Optional.empty();
    }
    String text = source.text().substring(source.lineStart(2), source.lineStart(closing));
    MappingNode mapping = isTooMuch(text) ? Yaml.empty() : mapping(text);
    return Optional.of(new Yaml(source, 2, mapping, TitleBlock.offset(source, closing + 1)));
  }

  // The library goes down by recursion, and knows no line end of a carriage return alone.
  private boolean isTooMuch(String text) {
    int level = 0;
    int deepest = 0;
    for (char c : text.toCharArray()) {
      level += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      deepest = Math.max(deepest, level);
    }
    if (deepest <= MOST_LEVELS && text.length() <= MOST_CHARACTERS) {
      return false;
    }
    wrong(source.at(source.lineStart(2)), "it is too long, or too deep");
    return true;
  }

  private MappingNode mapping(String text) {
    TomlParseResult read = org.tomlj.Toml.parse(text.replaceAll("\\r\\n?", "\n"));
    for (TomlParseError error : read.errors()) {
      TomlPosition at = error.position();
      wrong(new Place(source.name(), at.line() + 1, at.column()), error.getMessage());
    }
    return mapping(read, new Mark("", 0, 0, 0, new int[0], 0), 0);
  }

  // What can be read is used, so that the article is set all the same.
  private void wrong(Place place, @Nullable String problem) {
    findings.warning(
        "front-matter",
        place,
        "the front matter is not TOML: " + problem,
        "put a text between quotes: title = \"A reef\"");
  }

  // The library keeps no order; the places do.
  private static MappingNode mapping(TomlTable table, Mark mark, int level) {
    List<NodeTuple> entries = new ArrayList<>();
    for (String key : table.keySet()) {
      Mark at = mark(table.inputPositionOf(List.of(key)), mark);
      Object value = table.get(List.of(key));
      if (value != null && level < MOST_LEVELS) {
        entries.add(new NodeTuple(scalar(key, at), node(value, at, level + 1)));
      }
    }
    entries.sort(
        Comparator.comparing((NodeTuple entry) -> mark(entry).getLine())
            .thenComparing(entry -> mark(entry).getColumn()));
    return new MappingNode(
        Tag.MAP, true, entries, FlowStyle.BLOCK, Optional.of(mark), Optional.empty());
  }

  private static Mark mark(NodeTuple entry) {
    return entry.getKeyNode().getStartMark().orElseThrow();
  }

  private static Mark mark(@Nullable TomlPosition position, Mark otherwise) {
    return position == null
        ? otherwise
        : new Mark("", 0, position.line() - 1, position.column() - 1, new int[0], 0);
  }

  private static Node node(Object value, Mark mark, int level) {
    return switch (value) {
      case TomlTable table -> mapping(table, mark, level);
      case TomlArray array -> sequence(array, mark, level);
      // A day is a day, whatever the clock said.
      case OffsetDateTime time -> scalar(time.toLocalDate().toString(), mark);
      case LocalDateTime time -> scalar(time.toLocalDate().toString(), mark);
      default -> scalar(value.toString(), mark);
    };
  }

  private static Node sequence(TomlArray array, Mark mark, int level) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(node(array.get(i), mark(array.inputPositionOf(i), mark), level + 1));
    }
    return new SequenceNode(
        Tag.SEQ, true, items, FlowStyle.FLOW, Optional.of(mark), Optional.empty());
  }

  private static Node scalar(String text, Mark mark) {
    return new ScalarNode(
        Tag.STR, true, text, ScalarStyle.PLAIN, Optional.of(mark), Optional.empty());
  }
}
