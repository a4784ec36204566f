package offprint.markdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.LinkList;
import offprint.document.Metadata.Author;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What an author says about an article above it: YAML between {@code ---} and {@code ---} or {@code
 * ...}, or Pandoc's title block, or the block and then the YAML, which then has precedence.
 */
final class FrontMatter {
  private static final Map<String, String> KEYS = new LinkedHashMap<>();

  static {
    for (String key :
        List.of(
            "title",
            "subtitle",
            "short-title",
            "author",
            "date",
            "modified",
            "lang",
            "description",
            "abstract",
            "keywords",
            "publisher",
            "rights",
            "source",
            "identifier",
            "cover",
            "theme",
            "links",
            "smart",
            "math",
            "repair",
            "placeholder-links",
            "base-url",
            "drop-cap",
            "page-size",
            "sides",
            "toc")) {
      KEYS.put(key, key);
    }
    KEYS.put("authors", "author");
    KEYS.put("language", "lang");
    KEYS.put("excerpt", "description");
    KEYS.put("tags", "keywords");
    KEYS.put("license", "rights");
    KEYS.put("url", "source");
    KEYS.put("canonical", "source");
    KEYS.put("doi", "identifier");
    KEYS.put("contents", "toc");
  }

  private static final List<String> AUTHOR_KEYS =
      List.of("name", "file-as", "affiliation", "orcid", "bio", "role");
  private static final Pattern DOI =
      Pattern.compile("(?:https?://(?:dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}/\\S+)");
  private static final Pattern ORCID =
      Pattern.compile("(?:https?://orcid\\.org/)?((?:\\d{4}-){3}\\d{3}[\\dX])");

  private final Source source;
  private final Findings findings;
  private final Map<String, Fact<String>> texts = new LinkedHashMap<>();
  private final Map<String, Fact<LocalDate>> dates = new LinkedHashMap<>();
  private @Nullable Fact<List<Author>> authors;
  private List<String> keywords = List.of();
  private Settings settings = Settings.NONE;
  private int bodyOffset;

  private FrontMatter(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Reads what stands at the very start of the source; what is wrong in it is a finding. */
  static FrontMatter read(Source source, Findings findings) {
    FrontMatter frontMatter = new FrontMatter(source, findings);
    TitleBlock block = TitleBlock.read(source);
    frontMatter.bodyOffset = block.end();
    Yaml.read(source, block.end(), findings, KEYS.keySet())
        .ifPresent(
            yaml -> {
              frontMatter.bodyOffset = yaml.end();
              frontMatter.take(yaml);
            });
    frontMatter.take(block);
    frontMatter.lookForToml();
    return frontMatter;
  }

  private void lookForToml() {
    if (source.text().startsWith("+++") && TitleBlock.line(source, 1).equals("+++")) {
      findings.warning(
          "toml-front-matter",
          source.at(0),
          "front matter between '+++' is TOML, and is taken for text",
          "write it as YAML: '---' for '+++', and 'title: A reef' for 'title = \"A reef\"'");
    }
  }

  /** Where the article begins, behind the front matter; 0 where there is none. */
  int bodyOffset() {
    return bodyOffset;
  }

  /**
   * The article with the front matter blanked out, so that every line, column and offset that a
   * parser finds in it is one of the source's.
   */
  String body() {
    String header = source.text().substring(0, bodyOffset).replaceAll("[^\\r\\n]", " ");
    return header + source.text().substring(bodyOffset);
  }

  Settings settings() {
    return settings;
  }

  /** A BCP 47 tag; English where nothing is said. */
  String language() {
    Fact<String> language = texts.get("lang");
    return language == null ? "en" : language.value();
  }

  /** What is said under a key or a synonym of it, such as {@code title} or {@code description}. */
  @Nullable Fact<String> text(String key) {
    return texts.get(key);
  }

  /** {@code date} or {@code modified}. */
  @Nullable Fact<LocalDate> date(String key) {
    return dates.get(key);
  }

  @Nullable Fact<List<Author>> authors() {
    return authors;
  }

  List<String> keywords() {
    return keywords;
  }

  // The title block

  private void take(TitleBlock block) {
    Fact<String> title = block.title();
    if (title != null && outranks(texts.get("title"), title, String::toString)) {
      texts.put("title", title);
    }
    Fact<String> date = block.date();
    if (date != null) {
      day("date", date).ifPresent(this::takeBlockDate);
    }
    if (!block.authors().isEmpty()) {
      List<Author> people = new ArrayList<>();
      block.authors().forEach(name -> people.addAll(people(name)));
      Fact<List<Author>> named = new Fact<>(List.copyOf(people), block.authors().get(0).place());
      if (outranks(authors, named, FrontMatter::names)) {
        authors = named;
      }
    }
  }

  private void takeBlockDate(Fact<LocalDate> day) {
    if (outranks(dates.get("date"), day, LocalDate::toString)) {
      dates.put("date", day);
    }
  }

  // YAML has precedence over the title block.
  private <T> boolean outranks(@Nullable Fact<T> yaml, Fact<T> block, Function<T, String> words) {
    if (yaml != null && !words.apply(yaml.value()).equals(words.apply(block.value()))) {
      findings.warning(
          "conflict",
          block.place(),
          "'"
              + words.apply(block.value())
              + "' is not what the front matter says in line "
              + yaml.place().line()
              + ": '"
              + words.apply(yaml.value())
              + "'",
          "the front matter is followed; make the two agree, or drop one");
    }
    return yaml == null;
  }

  private static String names(List<Author> authors) {
    return String.join(", ", authors.stream().map(Author::name).toList());
  }

  // The YAML

  private void take(Yaml yaml) {
    Map<String, String> said = new LinkedHashMap<>();
    for (NodeTuple entry : yaml.mapping().getValue()) {
      Place place = yaml.place(entry.getKeyNode());
      String written = yaml.scalar(entry.getKeyNode()).orElse("?");
      String folded = written.toLowerCase(Locale.ROOT).replace('_', '-');
      String key = KEYS.get(folded);
      if (key == null) {
        unknown(written, folded, new ArrayList<>(KEYS.keySet()), place);
      } else if (!yaml.isNothing(entry.getValueNode())) {
        take(yaml, new Fact<>(written, place), key, entry.getValueNode(), said);
      }
    }
  }

  private void take(
      Yaml yaml, Fact<String> written, String key, Node value, Map<String, String> said) {
    String words = yaml.text(value);
    String before = said.putIfAbsent(key, words);
    if (before != null) {
      if (!before.equals(words)) {
        findings.warning(
            "conflict",
            written.place(),
            "'" + written.value() + "' says something else than the key before it for " + key,
            "the first is followed; keep one of the two");
      }
      return;
    }
    switch (key) {
      case "author" -> takeAuthors(yaml, written, value);
      case "keywords" -> keywords = list(yaml, written, value);
      default ->
          scalar(yaml, written, value, "a text").ifPresent(text -> takeText(written, key, text));
    }
  }

  private void takeText(Fact<String> written, String key, Fact<String> text) {
    switch (key) {
      case "date", "modified" -> day(key, text).ifPresent(day -> dates.put(key, day));
      case "lang" -> language(text).ifPresent(tag -> texts.put(key, tag));
      case "identifier" -> texts.put(key, identifier(written, text));
      case "theme" -> settings = settings.withTheme(text.value());
      case "base-url" -> settings = settings.withBaseUrl(text.value());
      case "links" ->
          choice(written, text, LinkList.Mode.values())
              .ifPresent(mode -> settings = settings.withLinks(mode));
      case "placeholder-links" ->
          choice(written, text, Settings.Placeholders.values())
              .ifPresent(kind -> settings = settings.withPlaceholders(kind));
      case "repair" -> takeRepair(written, text);
      case "smart" -> truth(written, text).ifPresent(on -> settings = settings.withSmart(on));
      case "math" -> truth(written, text).ifPresent(on -> settings = settings.withMath(on));
      case "drop-cap" -> truth(written, text).ifPresent(on -> settings = settings.withDropCap(on));
      case "page-size" ->
          pageSize(written, text).ifPresent(size -> settings = settings.withPageSize(size));
      case "sides" ->
          choice(written, text, Settings.Sides.values())
              .ifPresent(sides -> settings = settings.withSides(sides));
      case "toc" ->
          choice(written, new Fact<>(truth(text.value()), text.place()), Settings.Contents.values())
              .ifPresent(contents -> settings = settings.withContents(contents));
      default -> texts.put(key, text);
    }
  }

  private static String truth(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yes", "on" -> "true";
      case "no", "off" -> "false";
      default -> word;
    };
  }

  private void takeRepair(Fact<String> written, Fact<String> text) {
    // YAML's older readers took off for false, and so do people.
    String word = text.value().equalsIgnoreCase("false") ? "off" : text.value();
    choice(written, new Fact<>(word, text.place()), Settings.Repair.values())
        .ifPresent(repair -> settings = settings.withRepair(repair));
  }

  private Optional<PageSize> pageSize(Fact<String> written, Fact<String> text) {
    PageSize size = PageSize.of(text.value());
    if (size == null) {
      String names = String.join(", ", PageSize.names());
      wrongKind(written, text.place(), names + " or measures such as 6x9in or 148x210mm");
    }
    return Optional.ofNullable(size);
  }

  private void unknown(String written, String folded, List<String> known, Place place) {
    findings.info(
        "unknown-key",
        place,
        "the front matter's '" + written + "' is not known, and not used",
        Yaml.nearest(folded, known).map(near -> "did you mean '" + near + "'?").orElse(null));
  }

  private void wrongKind(Fact<String> key, Place place, String expected) {
    findings.error(
        "wrong-kind", place, "'" + key.value() + "' in the front matter is not " + expected, null);
  }

  private Optional<Fact<String>> scalar(Yaml yaml, Fact<String> key, Node value, String expected) {
    Optional<String> text = yaml.scalar(value);
    if (text.isEmpty()) {
      wrongKind(key, yaml.place(value), expected);
    }
    return text.map(t -> new Fact<>(t, yaml.place(value)));
  }

  private Optional<Fact<LocalDate>> day(String key, Fact<String> text) {
    Optional<LocalDate> day = WrittenDate.dayOrPeriod(text.value());
    if (day.isEmpty()) {
      String why = WrittenDate.isAmbiguous(text.value()) ? "means two days, and " : "";
      findings.error(
          "wrong-kind",
          text.place(),
          "'" + text.value() + "' " + why + "is not a date for '" + key + "'",
          "write it as 2025-12-01, or as 1 December 2025");
    }
    return day.map(d -> new Fact<>(d, text.place()));
  }

  private Optional<Fact<String>> language(Fact<String> text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.value().replace('_', '-')).build();
      if (locale.getLanguage().length() == 2 || locale.getLanguage().length() == 3) {
        return Optional.of(new Fact<>(locale.toLanguageTag(), text.place()));
      }
    } catch (IllformedLocaleException noTag) {
      // told below
    }
    wrongKind(
        new Fact<>("lang", text.place()), text.place(), "a language tag, such as en or de-CH");
    return Optional.empty();
  }

  private Fact<String> identifier(Fact<String> written, Fact<String> text) {
    Matcher doi = DOI.matcher(text.value());
    if (doi.matches()) {
      return new Fact<>(doi.group(1), text.place());
    }
    if (written.value().equalsIgnoreCase("doi")) {
      findings.warning(
          "odd-doi",
          text.place(),
          "'" + text.value() + "' does not look like a DOI",
          "a DOI begins with 10. and has a slash, such as 10.1000/182");
    }
    return text;
  }

  private <E extends Enum<E>> Optional<E> choice(Fact<String> key, Fact<String> text, E[] choices) {
    List<String> words = new ArrayList<>();
    for (E choice : choices) {
      String word = choice.name().toLowerCase(Locale.ROOT);
      if (word.equals(text.value().toLowerCase(Locale.ROOT))) {
        return Optional.of(choice);
      }
      words.add(word);
    }
    String last = words.removeLast();
    wrongKind(key, text.place(), String.join(", ", words) + " or " + last);
    return Optional.empty();
  }

  private Optional<Boolean> truth(Fact<String> key, Fact<String> text) {
    switch (truth(text.value())) {
      case "true":
        return Optional.of(true);
      case "false":
        return Optional.of(false);
      default:
        wrongKind(key, text.place(), "true or false");
        return Optional.empty();
    }
  }

  private List<String> list(Yaml yaml, Fact<String> key, Node value) {
    List<String> words = new ArrayList<>();
    if (value instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        scalar(yaml, key, item, "a list of texts").ifPresent(word -> words.add(word.value()));
      }
    } else {
      scalar(yaml, key, value, "a list of texts, or one with commas")
          .ifPresent(all -> words.addAll(List.of(all.value().split("\\s*,\\s*"))));
    }
    words.removeIf(String::isBlank);
    return words.stream().distinct().toList();
  }

  // Authors

  private void takeAuthors(Yaml yaml, Fact<String> key, Node value) {
    List<Author> people = new ArrayList<>();
    List<Node> items =
        value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    for (Node item : items) {
      if (item instanceof MappingNode mapping) {
        author(yaml, key, mapping).ifPresent(people::add);
      } else if (value instanceof SequenceNode) {
        scalar(yaml, key, item, "a name, or name, affiliation, ... of each author")
            .ifPresent(name -> people.add(author(name.value(), null)));
      } else {
        scalar(yaml, key, item, "a name, a list of names, or name, affiliation, ... of each author")
            .ifPresent(name -> people.addAll(people(name)));
      }
    }
    if (!people.isEmpty()) {
      authors = new Fact<>(List.copyOf(people), yaml.place(value));
    }
  }

  private List<Author> people(Fact<String> text) {
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
      if (!AUTHOR_KEYS.contains(folded)) {
        unknown(written, folded, AUTHOR_KEYS, place);
      } else if (!yaml.isNothing(entry.getValueNode())) {
        scalar(yaml, new Fact<>(written, place), entry.getValueNode(), "a text")
            .ifPresent(text -> said.put(folded, checked(folded, text)));
      }
    }
    String name = said.get("name");
    if (name == null) {
      wrongKind(key, yaml.place(mapping), "complete: an author has no 'name'");
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
