package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import offprint.document.LinkList;
import offprint.document.Metadata.Author;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
  private final Findings findings = new Findings();

  private FrontMatter read(String text) {
    return FrontMatter.read(new Source("a.md", null, text), findings);
  }

  private FrontMatter yaml(String... lines) {
    return read("---\n" + String.join("\n", lines) + "\n---\nText.\n");
  }

  private List<String> told() {
    return findings.list().stream()
        .map(f -> f.place() + " " + f.severity().word() + " " + f.code())
        .toList();
  }

  private static String value(FrontMatter frontMatter, String key) {
    Fact<String> fact = frontMatter.text(key);
    return fact == null ? "" : fact.value();
  }

  @Test
  void everyKeyIsReadWithItsPlace() {
    FrontMatter read =
        yaml(
            "title: Salt &amp; Sand  ",
            "lang: en-gb",
            "date: 2025-12-01",
            "excerpt: Short.",
            "abstract: Longer.",
            "tags: [a, b]",
            "license: CC BY",
            "short-title: Salt",
            "doi: https://doi.org/10.1000/182",
            "theme: classic",
            "links: footnotes",
            "smart: no",
            "repair: off",
            "placeholder-links: mark",
            "base-url: https://example.org/",
            "page-size: 6x9in",
            "sides: one",
            "toc: no",
            "drop-cap: yes");
    assertThat(value(read, "title")).isEqualTo("Salt & Sand");
    assertThat(read.language()).isEqualTo("en-GB");
    assertThat(read.date("date"))
        .isEqualTo(new Fact<>(LocalDate.of(2025, 12, 1), new Place("a.md", 4, 7)));
    assertThat(value(read, "abstract")).isEqualTo("Longer.");
    assertThat(value(read, "short-title")).isEqualTo("Salt");
    assertThat(value(read, "description")).isEqualTo("Short.");
    assertThat(read.keywords()).containsExactly("a", "b");
    assertThat(value(read, "rights")).isEqualTo("CC BY");
    assertThat(value(read, "identifier")).isEqualTo("10.1000/182");
    assertThat(read.settings())
        .isEqualTo(
            Settings.builder()
                .theme("classic")
                .links(LinkList.Mode.FOOTNOTES)
                .placeholders(Settings.Placeholders.MARK)
                .smart(false)
                .repair(Settings.Repair.OFF)
                .baseUrl("https://example.org/")
                .pageSize(PageSize.of("6x9in"))
                .sides(Settings.Sides.ONE)
                .contents(Settings.Contents.FALSE)
                .dropCap(true)
                .build());
    assertThat(told()).isEmpty();
  }

  @Test
  void tomlSaysWhatTheSameKeysSayInYaml() {
    FrontMatter read =
        read(
            """
            +++
            title = "A \\u00e9"
            date = 2025-12-01T23:00:00-08:00
            modified = 2025-12-02
            tags = ["a", "b"]
            toc = true
            [author]
            name = "Ada Sands"
            +++
            Text.
            """);
    assertThat(value(read, "title")).isEqualTo("A é");
    assertThat(read.date("date"))
        .isEqualTo(new Fact<>(LocalDate.of(2025, 12, 1), new Place("a.md", 3, 1)));
    assertThat(read.date("modified"))
        .isEqualTo(new Fact<>(LocalDate.of(2025, 12, 2), new Place("a.md", 4, 1)));
    assertThat(read.keywords()).containsExactly("a", "b");
    assertThat(read.settings().contents()).isEqualTo(Settings.Contents.TRUE);
    assertThat(read.authors().value()).extracting(Author::name).containsExactly("Ada Sands");
    assertThat(read.body().strip()).isEqualTo("Text.");
    assertThat(told()).isEmpty();
  }

  @Test
  void whatIsBrokenInTomlIsToldAndTheRestIsUsed() {
    FrontMatter read = read("+++\r\ntitle = A reef\r\nlang = \"fr\"\r\n+++\r\nText.\r\n");
    assertThat(told()).containsExactly("a.md:2:9 warning front-matter");
    assertThat(read.language()).isEqualTo("fr");
    assertThat(read.body().strip()).isEqualTo("Text.");
  }

  @Test
  void tomlWithoutAnEndIsText() {
    assertThat(read("+++\ntitle = \"A\"\n\nText.\n").bodyOffset()).isZero();
    assertThat(told()).containsExactly("a.md:1:1 warning front-matter");
  }

  @Test
  void tomlMayNotBeDeep() {
    read("+++\na = " + "[".repeat(100_000) + "\n+++\n");
    read("+++\n" + "a.".repeat(30_000) + "a = 1\n+++\n");
    assertThat(told())
        .containsExactly("a.md:2:1 warning front-matter", "a.md:2:1 info unknown-key");
  }

  @Test
  void jsonSaysWhatTheSameKeysSayInYaml() {
    FrontMatter read =
        read("{\n\t\"title\": \"A: b\",\n\t\"tags\": [\"a\"],\n\t\"x\": 1\n}\n\nText.\n");
    assertThat(value(read, "title")).isEqualTo("A: b");
    assertThat(read.keywords()).containsExactly("a");
    assertThat(read.body().strip()).isEqualTo("Text.");
    assertThat(told()).containsExactly("a.md:4:2 info unknown-key");
  }

  @Test
  void whatIsBrokenInJsonIsTold() {
    read("{\n  \"title\": \"A\"\n  \"tags\": 1\n}\nText.\n");
    assertThat(told()).containsExactly("a.md:3:3 warning front-matter");
    assertThat(findings.list().getFirst().message()).contains("not JSON");
  }

  @Test
  void tablesForThemesAreLookedThroughForWhatIsKnown() {
    FrontMatter read =
        read(
            """
            +++
            [taxonomies]
            tags = ["a"]
            [extra]
            subtitle = "S"
            colour = "red"
            +++
            """);
    assertThat(read.keywords()).containsExactly("a");
    assertThat(value(read, "subtitle")).isEqualTo("S");
    assertThat(told()).isEmpty();
  }

  @Test
  void anInitialIsAskedForOrNot() {
    assertThat(yaml("drop-cap: 3 lines").settings().dropCap()).isNull();
    assertThat(told()).containsExactly("a.md:2:11 error wrong-kind");
  }

  @Test
  void theBodyKeepsItsPlaces() {
    FrontMatter read = yaml("title: A");
    assertThat(read.bodyOffset()).isEqualTo(17);
    assertThat(read.body()).isEqualTo("   \n        \n   \nText.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\n\nText.\n\n---\n",
        "---\nText without end\n",
        "---\nFoo\n---\nBar\n---\nBaz\n",
        "---\n---\n",
        "---\nNote: mind the gap\n---\n",
        "\n---\ntitle: A\n---\n",
        "Text\n---\ntitle: A\n---\n",
        "----\ntitle: A\n----\n",
        "",
      })
  void aRuleIsNoFrontMatter(String text) {
    assertThat(read(text).bodyOffset()).isZero();
    assertThat(read(text).body()).isEqualTo(text);
    assertThat(told()).isEmpty();
  }

  @Test
  void dotsAndCarriageReturnsCloseItToo() {
    assertThat(read("---\r\ntitle: A\r\n...\r\nText.").bodyOffset()).isEqualTo(20);
  }

  @Test
  void anUnknownKeyIsToldWithItsNeighbour() {
    yaml("titel: A", "reviewer: B");
    assertThat(told()).containsExactly("a.md:2:1 info unknown-key", "a.md:3:1 info unknown-key");
    assertThat(findings.list().get(0).hint()).isEqualTo("did you mean 'title'?");
    assertThat(findings.list().get(1).hint()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: [a, b]|a.md:2:8",
        "date: soon|a.md:2:7",
        "date: 03/04/2025|a.md:2:7",
        "lang: English|a.md:2:7",
        "links: all|a.md:2:8",
        "smart: perhaps|a.md:2:8",
        "repair: [auto]|a.md:2:9",
        "keywords: {a: b}|a.md:2:11",
        "author: {role: x}|a.md:2:9",
      })
  void aValueOfTheWrongKindIsAnError(String line, String place) {
    yaml(line);
    assertThat(told()).containsExactly(place + " error wrong-kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: a: b|a.md:2:9",
        "title: [a|a.md:3:1",
        "title: \"a|a.md:3:1",
        "title: *nowhere|a.md:2:8",
      })
  void whatIsNotYamlIsAnErrorAtItsPlace(String line, String place) {
    FrontMatter read = yaml(line);
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.list().get(0).code()).isEqualTo("front-matter");
    assertThat(findings.list().get(0).severity()).isEqualTo(Finding.Severity.ERROR);
    assertThat(findings.list().get(0).place().toString()).isEqualTo(place);
    assertThat(read.bodyOffset()).isPositive();
  }

  @Test
  void whatYamlDoesNotAllowAndWhatIsTooLongAreToldApart() {
    yaml("title: a\u0007b");
    yaml("title: \"" + "a".repeat(70_000) + "\"");
    assertThat(findings.list().get(0).message())
        .isEqualTo("the front matter is not YAML: it has a character that YAML does not allow");
    assertThat(findings.list().get(1).message())
        .isEqualTo("the front matter is not YAML: it is too long");
  }

  @Test
  void aKeyThatStandsTwiceIsAnError() {
    yaml("title: a", "title: b");
    assertThat(told()).contains("a.md:3:1 error front-matter");
  }

  @Test
  void synonymsThatDisagreeAreTold() {
    FrontMatter read = yaml("description: a", "excerpt: b", "tags: x", "keywords: x");
    assertThat(value(read, "description")).isEqualTo("a");
    assertThat(told()).containsExactly("a.md:3:1 warning conflict");
  }

  @Test
  void whatIsTooDeepOrTooLongIsAnErrorAndNoStackOverflow() {
    yaml("title: " + "[".repeat(20_000));
    yaml("title: " + "[".repeat(30) + "]".repeat(30));
    yaml("title: " + "a".repeat(100_000));
    assertThat(findings.list()).allMatch(f -> f.code().equals("front-matter")).isNotEmpty();
  }

  @Test
  void anAliasOfItselfDoesNoHarm() {
    yaml("author: &a [*a, Ada Lovelace]", "title: *a");
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void authorsAreAStringAListOrMaps() {
    assertThat(names("author: A. Lee, Bo Ek and Cy Orr"))
        .containsExactly("A. Lee", "Bo Ek", "Cy Orr");
    assertThat(names("authors: [Ann Lee, Bo Ek]")).containsExactly("Ann Lee", "Bo Ek");
    assertThat(names("author: Nawaz, Nawal")).containsExactly("Nawal Nawaz");
    assertThat(names("author: ACME")).containsExactly("ACME");
    FrontMatter maps =
        yaml(
            "author:",
            "  - name: Ann Lee",
            "    file-as: Lee, A.",
            "    orcid: 0000-0002-1825-0097",
            "    affiliation: Here",
            "    bio: Writes.",
            "    role: Editor",
            "  - Bo Ek");
    Fact<List<Author>> authors = maps.authors();
    assertThat(authors == null ? List.of() : authors.value())
        .containsExactly(
            new Author("Ann Lee", "Lee, A.", "Editor", "Here", "0000-0002-1825-0097", "Writes."),
            new Author("Bo Ek", "Ek, Bo", null, null, null, null));
    assertThat(told()).isEmpty();
  }

  private List<String> names(String line) {
    Fact<List<Author>> authors = yaml(line).authors();
    return authors == null ? List.of() : authors.value().stream().map(Author::name).toList();
  }

  @Test
  void identifiersThatAreNoneAreTold() {
    yaml("doi: 11.5/x", "author: {name: Ann Lee, orcid: 0000-0002-1825-0098}");
    assertThat(told()).containsExactly("a.md:2:6 warning odd-doi", "a.md:3:32 warning odd-orcid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 December 2025|2025-12-01",
        "'December 1, 2025'|2025-12-01",
        "1. Dezember 2025|2025-12-01",
        "1er décembre 2025|2025-12-01",
        "2025-12|2025-12-01",
        "December 2025|2025-12-01",
        "2025|2025-01-01",
      })
  void aDateIsReadAsPeopleWriteIt(String written, String date) {
    assertThat(WrittenDate.dayOrPeriod(written)).contains(LocalDate.parse(date));
  }

  @Test
  void pandocsTitleBlockIsRead() {
    FrontMatter read =
        read("% On Reefs,\n  a Survey\n% Ann Lee; Bo Ek\n% 1 December 2025\n\n# Part\n");
    assertThat(value(read, "title")).isEqualTo("On Reefs, a Survey");
    Fact<List<Author>> authors = read.authors();
    assertThat(authors == null ? List.of() : authors.value()).hasSize(2);
    assertThat(read.date("date")).isNotNull();
    assertThat(read.body().stripLeading()).isEqualTo("# Part\n");
    assertThat(read("%5 of it\n").bodyOffset()).isZero();
  }

  @Test
  void yamlOutranksPandocsTitleBlock() {
    FrontMatter read = read("% One\n% Ann Lee\n\n---\ntitle: Two\n---\nText.\n");
    assertThat(value(read, "title")).isEqualTo("Two");
    assertThat(read.authors()).isNotNull();
    assertThat(told()).containsExactly("a.md:1:3 warning conflict");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"links: [{label: A, url: /a}]", "cover: {image: a.png}", "toc:\n  depth: 2"})
  void anotherProgramsKeyOfTheSameNameIsNoError(String line) {
    assertThat(yaml("title: A", line).settings()).isEqualTo(Settings.NONE);
    assertThat(told()).containsExactly("a.md:3:1 warning foreign-key");
  }
}
