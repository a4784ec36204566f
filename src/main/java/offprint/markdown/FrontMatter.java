package offprint.markdown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import offprint.document.LinkList;
import offprint.document.Metadata.Author;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What an author says about an article above it: YAML between {@code ---} and {@code ---} or {@code
 * ...}, TOML, JSON, or Pandoc's title block, or the block and then the YAML, which then has
 * precedence.
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
            "picture-pixels",
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

  /**
   * Tables in which Hugo and Zola keep what themes and readers know; of them what is known here.
   */
  private static final Set<String> TABLES = Set.of("params", "taxonomies", "extra");

  /** Keys that other programs have too, for a list or a table. */
  private static final Set<String> SHARED = Set.of("links", "cover", "theme", "toc", "math");

  private final Source source;
  private final Findings findings;
  private final ValueReader values;
  private final AuthorReader authorReader;
  private final Settings.Builder settings = Settings.builder();
  private final Map<String, Fact<String>> texts = new LinkedHashMap<>();
  private final Map<String, Fact<LocalDate>> dates = new LinkedHashMap<>();
  private @Nullable Fact<List<Author>> authors;
  private List<String> keywords = List.of();
  private int bodyOffset;

  private FrontMatter(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
    this.values = new ValueReader(findings);
    this.authorReader = new AuthorReader(values, findings);
  }

  /** Reads what stands at the very start of the source; what is wrong in it is a finding. */
  static FrontMatter read(Source source, Findings findings) {
    FrontMatter frontMatter = new FrontMatter(source, findings);
    TitleBlock block = TitleBlock.read(source);
    frontMatter.bodyOffset = block.end();
    Toml.read(source, findings)
        .or(() -> Yaml.read(source, block.end(), findings, KEYS.keySet()))
        .ifPresent(
            yaml -> {
              frontMatter.bodyOffset = yaml.end();
              frontMatter.take(yaml);
            });
    frontMatter.take(block);
    return frontMatter;
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
    return settings.build();
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
      values.day("date", date).ifPresent(this::takeBlockDate);
    }
    if (!block.authors().isEmpty()) {
      List<Author> people = new ArrayList<>();
      block.authors().forEach(name -> people.addAll(authorReader.named(name)));
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
    take(yaml, yaml.mapping(), said);
  }

  private void take(Yaml yaml, MappingNode mapping, Map<String, String> said) {
    for (NodeTuple entry : mapping.getValue()) {
      Place place = yaml.place(entry.getKeyNode());
      String written = yaml.scalar(entry.getKeyNode()).orElse("?");
      String folded = written.toLowerCase(Locale.ROOT).replace('_', '-');
      String key = KEYS.get(folded);
      boolean topmost = mapping == yaml.mapping();
      if (topmost && TABLES.contains(folded) && entry.getValueNode() instanceof MappingNode table) {
        take(yaml, table, said);
      } else if (key == null && topmost) {
        values.unknown(written, folded, new ArrayList<>(KEYS.keySet()), place);
      } else if (key != null && !yaml.isNothing(entry.getValueNode())) {
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
    if (SHARED.contains(key) && !(value instanceof ScalarNode)) {
      values.foreign(written);
      return;
    }
    switch (key) {
      case "author" -> authorReader.read(yaml, written, value).ifPresent(named -> authors = named);
      case "keywords" -> keywords = values.list(yaml, written, value);
      default ->
          values
              .scalar(yaml, written, value, "a text")
              .ifPresent(text -> takeText(written, key, text));
    }
  }

  private void takeText(Fact<String> written, String key, Fact<String> text) {
    switch (key) {
      case "date", "modified" -> values.day(key, text).ifPresent(day -> dates.put(key, day));
      case "lang" -> values.language(text).ifPresent(tag -> texts.put(key, tag));
      case "identifier" -> texts.put(key, values.identifier(written, text));
      case "theme" -> settings.theme(text.value());
      case "base-url" -> settings.baseUrl(text.value());
      case "links" ->
          values.choice(written, text, LinkList.Mode.values()).ifPresent(settings::links);
      case "placeholder-links" ->
          values
              .choice(written, text, Settings.Placeholders.values())
              .ifPresent(settings::placeholders);
      case "repair" -> takeRepair(written, text);
      case "smart" -> values.truth(written, text).ifPresent(settings::smart);
      case "math" -> values.truth(written, text).ifPresent(settings::math);
      case "drop-cap" -> values.truth(written, text).ifPresent(settings::dropCap);
      case "page-size" -> values.pageSize(written, text).ifPresent(settings::pageSize);
      case "picture-pixels" -> values.pixels(written, text).ifPresent(settings::picturePixels);
      case "sides" ->
          values.choice(written, text, Settings.Sides.values()).ifPresent(settings::sides);
      case "toc" -> takeContents(written, text);
      default -> texts.put(key, text);
    }
  }

  private void takeContents(Fact<String> written, Fact<String> text) {
    Fact<String> word = new Fact<>(ValueReader.truth(text.value()), text.place());
    values.choice(written, word, Settings.Contents.values()).ifPresent(settings::contents);
  }

  private void takeRepair(Fact<String> written, Fact<String> text) {
    // YAML's older readers took off for false, and so do people.
    String word = text.value().equalsIgnoreCase("false") ? "off" : text.value();
    values
        .choice(written, new Fact<>(word, text.place()), Settings.Repair.values())
        .ifPresent(settings::repair);
  }
}
