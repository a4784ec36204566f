package offprint.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Metadata.Author;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the authors whom the front matter names, by their names alone or with all about them. */
final class AuthorReader {
  private static final List<String> KEYS =
      List.of("name", "file-as", "affiliation", "orcid", "bio", "role");
  private static final Pattern ORCID =
      Pattern.compile("(?:https?://orcid\\.org/)?((?:\\d{4}-){3}\\d{3}[\\dX])");

  private final ValueReader values;
  private final Findings findings;

  AuthorReader(ValueReader values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  /**
   * The authors that YAML names.
   *
   * @param value a name, several of them, or the parts of each
   */
  Optional<Fact<List<Author>>> read(Yaml yaml, Fact<String> key, Node value) {
    List<Author> people = new ArrayList<>();
    List<Node> items =
        value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    for (Node item : items) {
      if (item instanceof MappingNode mapping) {
        author(yaml, key, mapping).ifPresent(people::add);
      } else if (value instanceof SequenceNode) {
        values
            .scalar(yaml, key, item, "a name, or name, affiliation, ... of each author")
            .ifPresent(name -> people.add(author(name.value(), null)));
      } else {
        values
            .scalar(
                yaml,
                key,
                item,
                "a name, a list of names, or name, affiliation, ... of each author")
            .ifPresent(name -> people.addAll(named(name)));
      }
    }
    return people.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fact<>(List.copyOf(people), yaml.place(value)));
  }

  /** The authors that a line names, as a byline would. */
  List<Author> named(Fact<String> text) {
    List<Names.Person> people = Names.people(text.value());
    if (people.isEmpty()) {
      return List.of(author(text.value(), null));
    }
    Names.Person first = people.get(0);
    if (people.size() == 1 && first.role() != null) {
      findings.info(
          "author-role",
          text.place(),
          "took '" + first.name() + "' for the author and '" + first.role() + "' for a role",
          "author: [" + first.name() + ", " + first.role() + "] where these are two people");
    }
    return people.stream().map(person -> author(person.name(), person.role())).toList();
  }

  private static Author author(String written, @Nullable String role) {
    String name = Names.inOrder(written);
    return new Author(name, Names.fileAs(name), role, null, null, null);
  }

  private Optional<Author> author(Yaml yaml, Fact<String> key, MappingNode mapping) {
    Map<String, String> said = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String written = yaml.scalar(entry.getKeyNode()).orElse("?");
      String folded = written.toLowerCase(Locale.ROOT).replace('_', '-');
      Place place = yaml.place(entry.getKeyNode());
      if (!KEYS.contains(folded)) {
        values.unknown(written, folded, KEYS, place);
      } else if (!yaml.isNothing(entry.getValueNode())) {
        values
            .scalar(yaml, new Fact<>(written, place), entry.getValueNode(), "a text")
            .ifPresent(text -> said.put(folded, checked(folded, text)));
      }
    }
    String name = said.get("name");
    if (name == null) {
      values.wrongKind(key, yaml.place(mapping), "complete: an author has no 'name'");
      return Optional.empty();
    }
    Author plain = author(name, null);
    return Optional.of(
        new Author(
            plain.name(),
            said.getOrDefault("file-as", plain.fileAs()),
            said.get("role"),
            said.get("affiliation"),
            said.get("orcid"),
            said.get("bio")));
  }

  private String checked(String key, Fact<String> text) {
    if (!key.equals("orcid")) {
      return text.value();
    }
    Matcher orcid = ORCID.matcher(text.value());
    if (orcid.matches() && hasCheckDigit(orcid.group(1))) {
      return orcid.group(1);
    }
    findings.warning(
        "odd-orcid",
        text.place(),
        "'" + text.value() + "' is not an ORCID iD",
        "it has four groups of four, such as 0000-0002-1825-0097, and the last digit checks them");
    return text.value();
  }

  // ISO 7064, MOD 11-2, as ORCID says it.
  private static boolean hasCheckDigit(String orcid) {
    int total = 0;
    for (char c : orcid.substring(0, orcid.length() - 1).replace("-", "").toCharArray()) {
      total = (total + (c - '0')) * 2;
    }
    int digit = (12 - total % 11) % 11;
    return orcid.endsWith(digit == 10 ? "X" : Integer.toString(digit));
  }
}
