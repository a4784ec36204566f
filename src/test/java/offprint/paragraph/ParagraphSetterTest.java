package offprint.paragraph;

import static offprint.paragraph.Copy.Division.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import offprint.composition.Pressed;
import offprint.document.PageSize;
import offprint.galley.Slug;
import offprint.glyph.FontBook;
import offprint.glyph.GlyphRun;
import offprint.glyph.HarfBuzzShaper;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.style.Tag;
import offprint.style.Theme;
import offprint.type.TypeCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParagraphSetterTest {
  private static final String TEXT =
      "The breaker weighs all the lines of a paragraph together; a line that would be good alone,"
          + " says the paper, may cost the next two dearly. “Nothing is gained by hurry,” a"
          + " compositor would say, “and an uneven column is seen from across the room.” What"
          + " stands at the edge hangs, by a share of its width, in the margin: points, hyphens,"
          + " commas and quotation marks. The eye then sees a straight edge, and the white between"
          + " the words is nearly alike on every line, since the letters give a hair before the"
          + " blanks do.";

  private static final double MEASURE = 200;

  private final HarfBuzzShaper shaper = new HarfBuzzShaper();
  private final ParagraphSetter setter =
      new ParagraphSetter(
          new TypeCase(FontBook.bundled(), shaper, new Findings(), new Source("a.md", null, "")));
  private final Theme theme =
      Objects.requireNonNull(Theme.load("classic", null, null, new Findings()));
  private final Style style =
      theme.style(Element.root().child(Tag.BODY, null).child(Tag.of("p"), null));

  @AfterEach
  void close() {
    shaper.close();
  }

  @Test
  void whatHangsSticksOutByAShareOfItsWidthAndNothingElseDoes() {
    List<Slug> lines = set(form(Align.JUSTIFY), 0);
    int hanging = 0;
    for (Slug line : lines.subList(0, lines.size() - 1)) {
      String words = words(line).stripTrailing();
      int last = words.codePointBefore(words.length());
      double over = right(line) - MEASURE;
      double glyph = shaped(Character.toString(last)).width();
      assertThat(over).as(words).isCloseTo(OpticalMargins.right(last) * glyph, within(0.1));
      hanging += over > 0.5 ? 1 : 0;
    }
    assertThat(hanging).isGreaterThan(1);
    assertThat(right(lines.getLast())).isLessThan(MEASURE + 0.01);
  }

  @Test
  void glyphsGiveNoMoreThanTheThemeAllows() {
    List<Double> stretches =
        set(form(Align.JUSTIFY), 0).stream()
            .flatMap(line -> texts(line).stream())
            .map(text -> text.run().stretch())
            .toList();
    assertThat(stretches).allSatisfy(s -> assertThat(s).isBetween(0.98, 1.02));
    assertThat(stretches.stream().distinct().count()).isGreaterThan(3);
    assertThat(set(form(Align.LEFT), 0))
        .allSatisfy(line -> assertThat(texts(line)).allMatch(text -> text.run().stretch() == 1));
  }

  @Test
  void lettersGiveNoMoreThanTheThemeAllowsAndOnlyWithinWords() {
    double most = style.spacingStretch() * style.size();
    List<Mark.Text> texts =
        set(form(Align.JUSTIFY), 0).stream().flatMap(line -> texts(line).stream()).toList();
    assertThat(texts)
        .allSatisfy(t -> assertThat(Math.abs(t.run().spacing())).isLessThan(most + 1e-9));
    assertThat(texts.stream().map(text -> text.run().spacing()).distinct().count())
        .isGreaterThan(3);
    assertThat(set(form(Align.LEFT), 0))
        .allSatisfy(line -> assertThat(texts(line)).allMatch(text -> text.run().spacing() == 0));
    // Three words with a ligature, of which the second has a mark over a letter.
    GlyphRun plain = shaped("office t\u0301e \u2014");
    GlyphRun spaced = plain.justified(1, 0.5, 2);
    assertThat(plain.gaps()).isEqualTo(4);
    assertThat(spaced.width()).isCloseTo(plain.width() + 4 * 0.5 + 2 * 2, within(1e-9));
  }

  @Test
  void lettersThatJoinHandsKeepTogether() {
    GlyphRun arabic = shaped("\u0627\u0644\u0628\u062d\u0631");
    GlyphRun latin = shaped("sea");
    TypeCase type =
        new TypeCase(FontBook.bundled(), shaper, new Findings(), new Source("a.md", null, ""));
    assertThat(type.gaps(arabic)).isZero();
    assertThat(type.justified(arabic, 1, 0.5, 0).width()).isEqualTo(arabic.width());
    assertThat(type.justified(latin, 1, 0.5, 0).width()).isEqualTo(latin.width() + 1, within(1e-9));
  }

  @Test
  void everyLineSaysWhetherItEndsInAHyphen() {
    List<Slug> lines = set(form(Align.JUSTIFY), 0);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.hyphen()).isEqualTo(words(line).endsWith("-")));
  }

  @Test
  void aParagraphIsSetALineShorterOrLongerWhereThatLooksWell() {
    assertThat(setter.others(copy("Three short words."), style, form(Align.JUSTIFY))).isEmpty();
    String longText = (TEXT + " ").repeat(4).strip();
    int longer = 0;
    for (double measure = 200; measure < 300; measure += 2) {
      ParagraphSetter.Form form = new ParagraphSetter.Form(0, measure, 0, Align.JUSTIFY, true);
      int best = setter.set(copy(longText), style, form).lines().size();
      for (ParagraphSetter.Lines other : setter.others(copy(longText), style, form)) {
        longer += other.lines().size() > best ? 1 : 0;
        assertThat(Math.abs(other.lines().size() - best)).isEqualTo(1);
        assertThat(other.overfull()).isNull();
        assertThat(right(other.lines().getLast())).isGreaterThan(4 * style.size());
      }
    }
    assertThat(longer).isGreaterThan(0);
  }

  @Test
  void aSpaceOfNoWidthPartsAndASoftHyphenDividesOnlyAtTheLinesEnd() {
    String figures = "12345678901234567890123456";
    List<Slug> lines =
        setter
            .set(
                copy(figures + "\u200B" + figures + "\u200B" + figures), style, form(Align.JUSTIFY))
            .lines();
    assertThat(lines).hasSize(3).noneMatch(Slug::hyphen);
    String word = "abcdefghijklmnopqrstuvwxyz";
    List<Slug> soft = setter.set(copy(word + "\u00AD" + word), style, form(Align.JUSTIFY)).lines();
    assertThat(soft).hasSize(2);
    assertThat(words(soft.getFirst())).endsWith("z-");
    assertThat(shaped("a\u00ADb").width()).isEqualTo(shaped("ab").width());
  }

  @Test
  void aRaggedLineSeldomDividesAWord() {
    int hyphens = 0;
    for (double measure = 300; measure < 420; measure += 5) {
      ParagraphSetter.Form form = new ParagraphSetter.Form(0, measure, 0, Align.LEFT, true);
      hyphens +=
          (int) setter.set(copy(TEXT), style, form).lines().stream().filter(Slug::hyphen).count();
    }
    // In 24 settings of seven lines or so.
    assertThat(hyphens).isLessThan(8);
    // One that is wider than what is left of most lines is divided all the same.
    String word = "incomprehensibilities ";
    ParagraphSetter.Form narrow = new ParagraphSetter.Form(0, 150, 0, Align.LEFT, true);
    assertThat(setter.set(copy(word.repeat(12)), style, narrow).lines()).anyMatch(Slug::hyphen);
  }

  @Test
  void aRaggedParagraphRatherHasWhiteThanEndInOneWord() {
    ParagraphSetter.Form form = new ParagraphSetter.Form(0, 300, 0, Align.LEFT, true);
    int alone = 0;
    for (int end = TEXT.indexOf(' ', 150); end > 0; end = TEXT.indexOf(' ', end + 1)) {
      List<Slug> lines = setter.set(copy(TEXT.substring(0, end)), style, form).lines();
      assertThat(lines).hasSizeGreaterThan(2);
      alone += words(lines.getLast()).strip().contains(" ") ? 0 : 1;
    }
    assertThat(alone).isZero();
  }

  @Test
  void aFractionInALineDoesNotMoveTheNextOnesOffTheirPlaces() {
    for (String theme : List.of("classic", "office")) {
      List<Double> baselines =
          Pressed.of(
                  "# T\n\n" + ("Some words, ".repeat(17) + "$\\frac{n(n+1)}{2}$, ").repeat(9),
                  null,
                  theme)
              .texts()
              .stream()
              .filter(text -> text.run().text().contains("words"))
              .map(Mark.Text::y)
              .distinct()
              .toList();
      double leading = baselines.get(1) - baselines.getFirst();
      for (int i = 1; i < baselines.size(); i++) {
        assertThat(baselines.get(i) - baselines.get(i - 1)).isCloseTo(leading, within(1e-6));
      }
      assertThat(leading).isLessThan(15);
    }
  }

  @Test
  void codeIsPartedInRaggedLinesOnlyWhereItIsLongAndNeverWithAHyphen() {
    StringBuilder article = new StringBuilder("# T\n\n|A|B|\n|---|---|\n");
    for (int i = 0; i < 30; i++) {
      article.append("|").append("a ".repeat(i)).append("`call-me_later.now` and `");
      article
          .append("every::one_of.these_names::that::is_long`|")
          .append("w ".repeat(90))
          .append("|\n");
    }
    Pressed pressed = Pressed.a4(article.toString());
    assertThat(pressed.texts())
        .filteredOn(text -> text.run().text().startsWith("call"))
        .hasSize(30)
        .allMatch(text -> text.run().text().strip().equals("call-me_later.now"));
    assertThat(pressed.texts())
        .filteredOn(text -> text.run().text().startsWith("every"))
        .anyMatch(text -> text.run().text().matches("every::(one_(of\\.)?)?"))
        .allMatch(text -> text.run().text().matches("every::(one_.*)?"));
    assertThat(pressed.texts()).noneMatch(text -> "\u00AD".equals(text.actual()));
  }

  @Test
  void anOverfullLineIsToldWithTheSourceOfItsFormula() {
    Pressed pressed = Pressed.a4("# T\n\nIt is $" + "a_1".repeat(90) + "$.\n");
    assertThat(pressed.findings().list())
        .filteredOn(finding -> finding.code().equals("overfull-line"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("'$a_1a_1"));
  }

  @Test
  void wideBlanksOfCodeNarrowNoMoreThanTheTextsOwn() {
    Style code =
        theme.style(
            Element.root()
                .child(Tag.BODY, null)
                .child(Tag.of("p"), null)
                .child(Tag.of("code"), null));
    Copy copy = new Copy();
    Structure.Element paragraph = new Structure.Element(Structure.Role.PARAGRAPH);
    for (int i = 0; i < 6; i++) {
      copy.add("Here we say ", style, "en", paragraph.content(), WORDS, false, null);
      copy.add(
          "l e t a b = c d e f g h i j k l m", code, "en", paragraph.content(), WORDS, false, null);
      copy.add(" and go on. ", style, "en", paragraph.content(), WORDS, false, null);
    }
    for (double measure = 180; measure < 320; measure += 1) {
      ParagraphSetter.Form form = new ParagraphSetter.Form(0, measure, 0, Align.JUSTIFY, true);
      assertThat(setter.set(copy, style, form).overfull()).as("at " + measure).isNull();
    }
  }

  private List<Slug> set(ParagraphSetter.Form form, int looseness) {
    if (looseness == 0) {
      return setter.set(copy(TEXT), style, form).lines();
    }
    List<ParagraphSetter.Lines> others = setter.others(copy(TEXT), style, form);
    assertThat(others).hasSize(2);
    return others.get(looseness < 0 ? 0 : 1).lines();
  }

  private static ParagraphSetter.Form form(Align align) {
    return new ParagraphSetter.Form(0, MEASURE, 0, align, true);
  }

  private Copy copy(String text) {
    Copy copy = new Copy();
    Structure.Element paragraph = new Structure.Element(Structure.Role.PARAGRAPH);
    copy.add(text, style, "en-US", paragraph.content(), Copy.Division.WORDS, false, null);
    return copy;
  }

  private GlyphRun shaped(String text) {
    return new TypeCase(FontBook.bundled(), shaper, new Findings(), new Source("a.md", null, ""))
        .shape(text, style, "en-US", false)
        .getFirst();
  }

  private static List<Mark.Text> texts(Slug line) {
    List<Mark.Text> texts = new ArrayList<>();
    for (Mark mark : line.marks()) {
      if (mark instanceof Mark.Text text) {
        texts.add(text);
      }
    }
    return texts;
  }

  private static String words(Slug line) {
    StringBuilder words = new StringBuilder();
    texts(line).forEach(text -> words.append(text.run().text()));
    return words.toString().replace("\u00AD", "");
  }

  /** Where the last letter ends; the blank at a line's end is painted too. */
  private static double right(Slug line) {
    Mark.Text last = texts(line).getLast();
    double end = last.x() + last.run().width();
    return last.run().text().endsWith(" ")
        ? end - last.run().advances()[last.run().advances().length - 1]
        : end;
  }

  @Test
  void pointsHangOutOfLinesThatAreSetFlushRight() {
    for (Slug line : set(form(Align.RIGHT), 0)) {
      String words = words(line).stripTrailing();
      int last = words.codePointBefore(words.length());
      double glyph = shaped(Character.toString(last)).width();
      assertThat(right(line) - MEASURE)
          .as(words)
          .isCloseTo(OpticalMargins.right(last) * glyph, within(0.1));
    }
  }

  @Test
  void aParagraphDoesNotEndInAWordOfTwoLettersAlone() {
    String words =
        "Lines that begin with a bar are verse, and keep their ends and what they are indented by:";
    Pressed set = Pressed.of(words + "\n\nEnd.\n", PageSize.of("6x9in"), "office");
    assertThat(set.text("by:").run().text()).isEqualTo("dented by:");
  }
}
