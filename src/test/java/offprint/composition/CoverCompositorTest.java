package offprint.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.markdown.MarkdownReader;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Style.Colour;
import offprint.style.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverCompositorTest {
  private static final List<String> THEMES = List.of("classic", "modern", "manuscript", "office");

  private static final String LONG =
      "On the Electrodynamics of Moving Bodies and the Dependence of the Inertia of a Body upon Its"
          + " Energy Content, Together with a Note on the Principle of Relativity and Some"
          + " Conclusions Drawn from It for the Measurement of Time";

  private static final List<String> MATTERS =
      List.of(
          "title: Sand",
          "title: Sand\nauthor: Nawal Nawaz\ndate: 2025-12-01\npublisher: The Press",
          "title: Writing\nsubtitle: " + LONG + "\nauthor: Ada Lovelace\ndate: 2025-12-01",
          "title: " + LONG + "\nauthor: [Ada Lovelace, Charles Babbage]\npublisher: The Press",
          "title: " + (LONG + " ").repeat(9) + "\nsubtitle: " + (LONG + " ").repeat(4),
          "title: " + "Donaudampfschifffahrt".repeat(5) + "\nauthor: Karl Müller",
          "title: '" + "W".repeat(400) + "'\nsubtitle: Words\ndate: 2025-12-01",
          "title: האמת על הלחם והמלח\nauthor: ענת כהן\ndate: 2025-12-01\nlang: he",
          "title: دیوانِ غالب اور اردو غزل کی روایت\nlang: ur\ndate: 2025-12-01",
          "title: ประวัติศาสตร์การพิมพ์ในสยาม\nlang: th\nauthor: สมชาย ใจดี",
          "title: भारतीय भाषाओं में वैज्ञानिक शब्दावली\nlang: hi\nauthor: रामचंद्र शुक्ल",
          "# The `malloc` problem and $\\frac{a}{b}$, *solved* 🦀\n\nBy Ada Lovelace",
          "title: Names\nauthor: [" + names(40) + "]\npublisher: " + LONG);

  static Stream<Arguments> all() {
    return THEMES.stream().flatMap(t -> MATTERS.stream().map(matter -> Arguments.of(t, matter)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingIsOutsideTheCover(String theme, String matter) {
    for (Mark.Text text : texts(page(theme, matter))) {
      assertThat(text.x()).isGreaterThan(20);
      assertThat(text.x() + text.run().width()).isLessThan(430);
      assertThat(text.y()).isBetween(20 + text.run().size() / 2, 710.0);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noLineStandsInAnother(String theme, String matter) {
    double above = 0;
    for (Line line : lines(page(theme, matter))) {
      if (line.isOfFormula()) {
        continue;
      }
      assertThat(line.y - above).as(line.words).isGreaterThan(0.9 * line.size);
      above = line.y;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsSaidIsReadOnItsGround(String theme, String matter) {
    Page page = page(theme, matter);
    for (Mark.Text text : texts(page)) {
      Colour ground = new Colour(255, 255, 255);
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Rule r
            && r.x() <= text.x()
            && r.x() + r.width() >= text.x() + text.run().width()
            && r.y() <= text.y() - text.run().size() / 2
            && r.y() + r.height() >= text.y()) {
          ground = r.colour();
        }
      }
      // WCAG 2.2, 1.4.3
      assertThat(contrast(text.colour(), ground)).as(text.run().text()).isGreaterThan(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void noWordIsDivided(String theme) {
    String title = "Der Rechts\u00ADschutz\u00ADversicherungs\u00ADbericht der Gesellschafter";
    assertThat(words(page(theme, "title: " + title + "\nlang: de")))
        .isEqualTo(title.replace("\u00AD", ""));
    String subtitle = "Untersuchungen über die Verfassungsgerichtsbarkeit";
    assertThat(words(page(theme, "title: A\nsubtitle: " + subtitle + "\nlang: de")))
        .isEqualTo("A " + subtitle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void theLinesOfATitleAreAboutAsLong(String theme) {
    List<Line> lines = lines(page(theme, "title: " + LONG));
    double longest = lines.stream().mapToDouble(line -> line.width).max().orElseThrow();
    assertThat(lines).hasSizeGreaterThan(4);
    assertThat(lines).allMatch(line -> line.width > 0.6 * longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void noSmallWordHasALineOfATitleToItself(String theme) {
    assertThat(lines(page(theme, "title: Observation of Gravitational Waves")))
        .extracting(line -> line.words)
        .containsExactly("Observation of", "Gravitational", "Waves");
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void aShortTitleIsSetLargeAndALongOneSmall(String theme) {
    double few = size(theme, "Sand");
    double some = size(theme, "The Art of Printing in Siam");
    double many = size(theme, LONG);
    assertThat(few).isGreaterThan(1.15 * some);
    assertThat(some).isGreaterThan(1.3 * many);
    assertThat(many).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"classic", "modern", "manuscript", "office"})
  void nothingIsLargerThanTheTitle(String theme) {
    String matter = "title: " + "Rechtsschutzversicherungsgesellschaften\nsubtitle: Ein Bericht";
    List<Line> lines = lines(page(theme, matter + "\nauthor: Karl Müller"));
    assertThat(lines).hasSize(3);
    assertThat(lines.subList(1, 3)).allMatch(line -> line.size < lines.getFirst().size);
  }

  @ParameterizedTest
  @MethodSource("all")
  void noGlyphStandsInOneOfAnotherLine(String theme, String matter) {
    Ink ink = new Ink();
    List<List<Ink.Box>> lines =
        lines(page(theme, matter)).stream().map(line -> ink.of(line.texts)).toList();
    for (int i = 1; i < lines.size(); i++) {
      assertThat(Ink.clearance(lines.get(i - 1), lines.get(i))).isLessThan(0.01);
    }
  }

  @Test
  void whatStandsBehindAColonIsTheSubtitle() {
    List<Line> lines = lines(page("classic", "title: 'Sand: A History of *Grains*'"));
    assertThat(lines).extracting(line -> line.words).containsExactly("Sand", "A History of Grains");
    assertThat(lines.getLast().size).isLessThan(30);
    assertThat(words(page("classic", "title: 'Sand: A History'\nsubtitle: Words")))
        .isEqualTo("Sand: A History Words");
    assertThat(words(page("classic", "title: 'Re: Sand'"))).isEqualTo("Re: Sand");
    assertThat(words(page("classic", "title: 'Le sable\u00A0: histoire'\nlang: fr")))
        .isEqualTo("Le sable histoire");
  }

  @Test
  void aFormulaStaysInOneLine() {
    for (String theme : THEMES) {
      Page page = page(theme, "# The `malloc` Problem and $E = mc^2$");
      assertThat(lines(page)).anyMatch(line -> line.words.contains("𝐸=𝑚𝑐"));
    }
  }

  @Test
  void theDateIsSaidInTheLanguageOfTheArticle() {
    assertThat(words(page("classic", "title: Sand\ndate: 2025-12-01\nlang: de")))
        .isEqualTo("Sand 1. Dezember 2025");
  }

  @Test
  void someAuthorsAreNamedAndOfManyTheFirst() {
    assertThat(words(page("classic", "title: Sand\nauthor: [" + names(7) + "]")))
        .endsWith("Ada Namesake5, Ada Namesake6 and Ada Namesake7");
    assertThat(words(page("classic", "title: Sand\nauthor: [" + names(30) + "]")))
        .isEqualTo("Sand Ada Namesake1 et al.");
  }

  @Test
  void aNameStaysInItsLine() {
    for (String theme : THEMES) {
      for (Line line : lines(page(theme, "title: Sand\nauthor: [" + names(7) + "]"))) {
        assertThat(line.words).doesNotEndWith("Ada").doesNotStartWith("Name");
      }
    }
  }

  @Test
  void whereOneReadsFromTheRightLinesBeginThere() {
    for (Line line : lines(page("classic", MATTERS.get(7)))) {
      assertThat(line.x + line.width).as(line.words).isCloseTo(402, within(6.0));
    }
    Mark.Rule dash =
        rules(page("classic", MATTERS.get(7))).stream()
            .filter(rule -> rule.width() < 100 && rule.width() > 10)
            .findFirst()
            .orElseThrow();
    assertThat(dash.x() + dash.width()).isCloseTo(401, within(0.01));
  }

  @Test
  void whatNoFaceHasIsABoxAndIsToldOf() {
    Findings findings = new Findings();
    Page page = page("classic", "title: \uD808\uDC00\uD808\uDC01", findings);
    assertThat(page.marks()).isNotEmpty();
    assertThat(findings.list()).extracting(Finding::code).contains("missing-character");
  }

  @Test
  void ofAnEndlessTitleItsBeginningIsShown() {
    assertThat(words(page("classic", "title: " + (LONG + " ").repeat(9))))
        .startsWith(LONG)
        .endsWith("…")
        .hasSizeBetween(400, 501);
  }

  @Test
  void aThemeOfOnesOwnHasItsOwnCover(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("print.css"),
        """
        @import "../classic/print.css";
        section.cover { margin: 20pt; border: 2pt solid #aa0000; background-color: #ffeedd }
        section.cover header { margin-top: auto }
        section.cover h1.title { color: #aa0000; font-size: 30pt; text-align: right }
        section.cover hr { margin-left: auto; margin-right: auto; width: 100pt }
        section.cover footer { display: none }
        """);
    Page page = page(folder.toString(), "title: Sand\nauthor: Ada Lovelace\ndate: 2025-12-01");
    assertThat(words(page)).isEqualTo("Sand Ada Lovelace");
    Colour red = new Colour(170, 0, 0);
    assertThat(texts(page).getFirst().colour()).isEqualTo(red);
    assertThat(texts(page).getFirst().y()).isGreaterThan(200);
    List<Mark.Rule> rules = rules(page);
    assertThat(rules).contains(rule(0, 0, 450, 720, new Colour(255, 238, 221)));
    assertThat(rules).contains(rule(20, 20, 410, 2, red));
    assertThat(rules)
        .anySatisfy(
            rule -> {
              assertThat(rule.width()).isCloseTo(100, within(1e-6));
              assertThat(rule.x() + 50).isCloseTo(225, within(1e-6));
            });
  }

  private static Mark.Rule rule(double x, double y, double width, double height, Colour colour) {
    return new Mark.Rule(x, y, width, height, colour, Mark.Artifact.LAYOUT);
  }

  private static String names(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "Ada Namesake" + n)
        .collect(Collectors.joining(", "));
  }

  private static Page page(String theme, String matter) {
    return page(theme, matter, new Findings());
  }

  private static Page page(String name, String matter, Findings findings) {
    String head = matter.startsWith("#") ? matter : "---\n" + matter + "\n---";
    Source source = new Source("a.md", null, head + "\n\nText.\n");
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      Theme theme = Theme.load(name, null, findings);
      if (theme == null) {
        throw new IllegalStateException("there must be such a theme");
      }
      return new CoverCompositor(theme, FontBook.bundled(), shaper, findings)
          .set(new MarkdownReader(Settings.NONE, new Findings()).read(source));
    }
  }

  private static double size(String theme, String title) {
    return texts(page(theme, "title: " + title)).getFirst().run().size();
  }

  private static List<Mark.Text> texts(Page page) {
    List<Mark.Text> texts = new ArrayList<>();
    for (Mark mark : page.marks()) {
      if (mark instanceof Mark.Text text && !text.run().text().isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static List<Mark.Rule> rules(Page page) {
    return page.marks().stream()
        .filter(Mark.Rule.class::isInstance)
        .map(Mark.Rule.class::cast)
        .toList();
  }

  /** What stands on one baseline. */
  private record Line(
      String words, double x, double y, double width, double size, List<Mark> texts) {
    boolean isOfFormula() {
      return texts.stream()
          .allMatch(
              mark ->
                  mark instanceof Mark.Text text
                      && text.run().face().family().equals("STIX Two Math"));
    }
  }

  private static List<Line> lines(Page page) {
    TreeMap<Long, List<Mark.Text>> byBaseline = new TreeMap<>();
    for (Mark.Text text : texts(page)) {
      // What is raised or in a fraction is within half its line's size of it.
      byBaseline.computeIfAbsent(Math.round(text.y() * 8), y -> new ArrayList<>()).add(text);
    }
    List<Line> lines = new ArrayList<>();
    for (List<Mark.Text> texts : byBaseline.values()) {
      double size = texts.stream().mapToDouble(text -> text.run().size()).max().orElseThrow();
      double y = texts.getFirst().y();
      texts.sort(Comparator.comparingDouble(Mark.Text::x));
      double x = texts.getFirst().x();
      double right = texts.stream().mapToDouble(t -> t.x() + t.run().width()).max().orElseThrow();
      String words =
          texts.stream().map(text -> text.run().text()).collect(Collectors.joining()).strip();
      lines.add(new Line(words, x, y, right - x, size, List.copyOf(texts)));
    }
    return lines;
  }

  private static String words(Page page) {
    return lines(page).stream()
        .map(line -> line.words)
        .collect(Collectors.joining(" "))
        .replace('\u00A0', ' ')
        .replace("\u00AD", "");
  }

  private static double contrast(Colour a, Colour b) {
    double lighter = Math.max(luminance(a), luminance(b));
    double darker = Math.min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(Colour colour) {
    return 0.2126 * linear(colour.red())
        + 0.7152 * linear(colour.green())
        + 0.0722 * linear(colour.blue());
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
