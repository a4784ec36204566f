package offprint.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {
  private static final Tag P = Tag.of("p");
  private static final Tag EM = Tag.of("em");

  @TempDir Path themes;
  private final Findings findings = new Findings();
  private final Element body = Element.root().child(Tag.BODY, null);

  @Test
  void aClassWeighsMoreThanAnyNumberOfNames() throws IOException {
    Theme theme = theme("p.subtitle { font-size: 20pt } html body p { font-size: 10pt }");
    assertThat(theme.style(body.child(Tag.SUBTITLE, null)).size()).isEqualTo(20);
    assertThat(theme.style(body.child(P, null)).size()).isEqualTo(10);
  }

  @Test
  void ofEqualWeightTheLaterWinsAndImportanceWinsOverBoth() throws IOException {
    Theme theme =
        theme(
            "p { font-weight: 300 !important; font-style: italic } "
                + "p { font-weight: 700; font-style: normal }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.weight()).isEqualTo(300);
    assertThat(p.italic()).isFalse();
  }

  @Test
  void combinatorsLookUpwardsAndBack() throws IOException {
    Theme theme =
        theme(
            "blockquote em { font-size: 1pt } body > em { font-size: 2pt } "
                + "h2 + p { font-size: 3pt } pre ~ p { font-size: 4pt }");
    Element quote = body.child(Tag.of("blockquote"), null);
    assertThat(theme.style(quote.child(P, null).child(EM, null)).size()).isEqualTo(1);
    assertThat(theme.style(body.child(EM, null)).size()).isEqualTo(2);
    Element heading = body.child(Tag.of("h2"), null);
    Element next = body.child(P, heading);
    assertThat(theme.style(next).size()).isEqualTo(3);
    Element afterNext = body.child(P, next);
    assertThat(theme.style(afterNext).size()).isEqualTo(12);
    Element pre = body.child(Tag.of("pre"), afterNext);
    assertThat(theme.style(body.child(P, body.child(P, pre))).size()).isEqualTo(4);
  }

  @Test
  void notAndIsAndFirstChildAndIdsAreKnown() throws IOException {
    Theme theme =
        theme(
            "p:first-child { font-size: 1pt } p:not(:first-child):not(.date) { font-size: 2pt } "
                + "#x { font-size: 3pt } :is(ul, ol) > li { font-size: 4pt }");
    Element first = body.child(P, null);
    assertThat(theme.style(first).size()).isEqualTo(1);
    assertThat(theme.style(body.child(P, first)).size()).isEqualTo(2);
    assertThat(theme.style(body.child(Tag.DATE, first)).size()).isEqualTo(12);
    assertThat(theme.style(new Element(P, body, first, "x")).size()).isEqualTo(3);
    assertThat(theme.style(body.child(Tag.of("ol"), null).child(Tag.LIST_ITEM, null)).size())
        .isEqualTo(4);
  }

  @Test
  void typeIsInheritedAndBoxesAreNot() throws IOException {
    Theme theme = theme("p { color: #f00; margin-top: 3pt; text-indent: 1em } em { margin: 0 }");
    Style em = theme.style(body.child(P, null).child(EM, null));
    assertThat(em.colour()).isEqualTo(new Style.Colour(255, 0, 0));
    assertThat(em.indent()).isEqualTo(12);
    assertThat(em.margin()).isEqualTo(Style.Edges.NONE);
  }

  @Test
  void whatGlyphsAndLettersGiveIsAShareThatIsNotSeen() throws IOException {
    Theme theme =
        theme(
            "p { -offprint-glyph-stretch: 1.5%; -offprint-letter-spacing-stretch: 0.3% }"
                + " em { -offprint-glyph-stretch: 0; -offprint-letter-spacing-stretch: 3% }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.glyphStretch()).isEqualTo(0.015);
    assertThat(p.spacingStretch()).isEqualTo(0.003);
    Style em = theme.style(body.child(P, null).child(EM, null));
    assertThat(em.glyphStretch()).isZero();
    assertThat(em.spacingStretch()).isEqualTo(0.003);
    assertThat(findings.list())
        .singleElement()
        .satisfies(finding -> assertThat(finding.code()).isEqualTo("unknown-value"));
  }

  @Test
  void everyUnitIsTurnedToPoints() throws IOException {
    Theme theme =
        theme(
            "html { font-size: 10pt; line-height: 14pt } p { font-size: 2em; "
                + "margin: 1in 2.54cm 25.4mm 96px; padding: 1pc 40q 1em 1rem; text-indent: 1lh }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.size()).isEqualTo(20);
    assertThat(p.margin().top()).isEqualTo(72);
    assertThat(p.margin().right()).isCloseTo(72, within(1e-9));
    assertThat(p.margin().bottom()).isCloseTo(72, within(1e-9));
    assertThat(p.margin().left()).isEqualTo(72);
    assertThat(p.padding().top()).isEqualTo(12);
    assertThat(p.padding().right()).isCloseTo(72 / 2.54, within(1e-9));
    assertThat(p.padding().bottom()).isEqualTo(20);
    assertThat(p.padding().left()).isEqualTo(10);
    assertThat(p.indent()).isEqualTo(14);
  }

  @Test
  void aLeadingWithoutUnitIsInheritedAsAShare() throws IOException {
    Theme theme = theme("html { font-size: 10pt; line-height: 1.5 } p { font-size: 20pt }");
    assertThat(theme.body().leading()).isEqualTo(15);
    assertThat(theme.style(body.child(P, null)).leading()).isEqualTo(30);
  }

  @Test
  void shorthandsSayEverySideAndTheWholeFont() throws IOException {
    Theme theme =
        theme(
            "p { font: italic small-caps 600 9pt/12pt \"Source Sans 3\", sans-serif; "
                + "margin: 1pt 2pt 3pt; border: 1pt solid #123456; border-left: none }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.families()).containsExactly("Source Sans 3", "sans-serif");
    assertThat(p.size()).isEqualTo(9);
    assertThat(p.leading()).isEqualTo(12);
    assertThat(p.weight()).isEqualTo(600);
    assertThat(p.italic()).isTrue();
    assertThat(p.features()).containsExactly("smcp");
    assertThat(p.margin()).isEqualTo(new Style.Edges(1, 2, 3, 2));
    assertThat(p.border().top()).isEqualTo(new Style.Border(1, new Style.Colour(0x12, 0x34, 0x56)));
    assertThat(p.border().left()).isEqualTo(Style.Border.NONE);
  }

  @Test
  void customPropertiesAreFilledIn() throws IOException {
    Theme theme =
        theme(
            "html { --ink: #010203; --size: 9pt } "
                + "p { color: var(--ink); font-size: var(--size); text-indent: var(--none, 5pt) }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.colour()).isEqualTo(new Style.Colour(1, 2, 3));
    assertThat(p.size()).isEqualTo(9);
    assertThat(p.indent()).isEqualTo(5);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void whatAnInlineDoesToItsWordsReachesTheInlinesInIt() throws IOException {
    Theme theme = theme("");
    Element deleted = body.child(P, null).child(Tag.of("del"), null);
    assertThat(theme.style(deleted.child(EM, null)).struck()).isTrue();
    Element raised = body.child(P, null).child(Tag.of("sup"), null);
    assertThat(theme.style(raised.child(EM, null)).rise())
        .isEqualTo(theme.style(raised).rise())
        .isPositive();
  }

  @Test
  void aLengthIsOfTheSizeThatPrevailsWhereverItIsSaid() throws IOException {
    Theme theme =
        theme(
            "p { font-size: 10pt; line-height: 1.2em; margin: 1lh 0 0 2em }"
                + " p { font-size: 20pt } p { line-height: 30pt }"
                + " h2 { line-height: 2em; font-size: 10pt } h2 { font-size: 12pt }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.margin().left()).isEqualTo(40);
    assertThat(p.margin().top()).isEqualTo(30);
    assertThat(theme.style(body.child(Tag.heading(1), null)).leading()).isEqualTo(24);
  }

  @Test
  void lineNumbersAreHandedDownUntilTheyAreRefused() throws IOException {
    Theme theme =
        theme(
            "body { -offprint-line-numbers: 5 } p { -offprint-line-numbers: none }"
                + " h2 { -offprint-line-numbers: -1 }");
    assertThat(theme.style(body.child(Tag.heading(1), null)).lineNumbers()).isEqualTo(5);
    assertThat(theme.style(body.child(P, null)).lineNumbers()).isZero();
    assertThat(theme.style(body.child(Tag.of("table"), null)).lineNumbers()).isZero();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("unknown-value");
  }

  @Test
  void pseudoElementsGiveTheirElementWords() throws IOException {
    Theme theme = theme("p::before { content: \"\\201C\" } p::after { content: 'b' 'c' }");
    Style p = theme.style(body.child(P, null));
    assertThat(p.before()).isEqualTo("\u201C");
    assertThat(p.after()).isEqualTo("bc");
    assertThat(theme.style(body).before()).isNull();
  }

  @Test
  void aFirstLetterMayBeAnInitialAndWhatFloatsItIsForReaders() throws IOException {
    Theme theme =
        theme(
            "p:first-letter { float: left; padding: 1px; font-size: 3em; color: #f00 }"
                + " p.x::first-letter { initial-letter: 3 }");
    assertThat(theme.initial(body.child(P, null))).isNull();
    Initial initial = theme.initial(body.child(Tag.of("p", "x"), null));
    assertThat(initial.lines()).isEqualTo(3);
    assertThat(initial.style(40).size()).isEqualTo(40);
    assertThat(initial.style(40).colour()).isEqualTo(new Style.Colour(255, 0, 0));
    assertThat(theme.style(body.child(Tag.of("p", "x"), null)).colour())
        .isEqualTo(Style.Colour.BLACK);
    assertThat(findings.list()).isEmpty();
    theme("p::first-letter { initial-letter: tall }");
    assertThat(findings.list()).extracting(Finding::code).containsExactly("unknown-value");
  }

  @Test
  void mediaAskForTheTrim() throws IOException {
    String css =
        "@media print and (max-width: 160mm) { p { font-size: 9pt } } "
            + "@media screen { p { font-size: 50pt; text-shadow: none } }";
    assertThat(theme(css, "a5").style(body.child(P, null)).size()).isEqualTo(9);
    assertThat(theme(css, "a4").style(Element.root().child(P, null)).size()).isEqualTo(12);
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aTrimGivenByTheUserWinsOverTheSheets() throws IOException {
    String css = "@page { size: 100mm 200mm }";
    assertThat(theme(css).page(PageStyle.Side.RECTO, true).width())
        .isCloseTo(100 * 72 / 25.4, within(1e-9));
    assertThat(theme(css, "letter").page(PageStyle.Side.RECTO, true).width()).isEqualTo(612);
    assertThat(theme("@page { size: A5 landscape }").page(PageStyle.Side.RECTO, true).height())
        .isCloseTo(148 * 72 / 25.4, within(1e-9));
  }

  @Test
  void printedOnOneSideNoPageIsALeftOrARightOne() throws IOException {
    String css =
        "@page { margin: 1in; @top-left { content: \"a\" } } @page :left { margin-left: 2in }"
            + " @page :right { margin-left: 3in; @top-left { content: none } }";
    theme(css);
    Theme theme =
        Objects.requireNonNull(
            Theme.load(themes.resolve("mine").toString(), null, Settings.Sides.ONE, findings));
    for (PageStyle.Side side : PageStyle.Side.values()) {
      assertThat(theme.page(side, false).margin().left()).isEqualTo(72);
      assertThat(theme.page(side, false).boxes()).hasSize(1);
    }
  }

  @Test
  void aPagesMarginsMayBeSharesOfItAndSums() throws IOException {
    Theme theme = theme("@page { margin: 10% calc(50% - 1in - 0.5in) 10% 25% }", "8x10in");
    assertThat(theme.page(PageStyle.Side.RECTO, false).margin())
        .isEqualTo(new Style.Edges(72, 180, 72, 144));
    assertThat(findings.list()).isEmpty();
    theme("@page { margin-left: calc(1in * 2) } p { margin-left: 10% }");
    assertThat(findings.list()).extracting(Finding::code).containsOnly("unknown-value").hasSize(2);
  }

  @Test
  void aPageWithoutRoomForTextIsAFinding() throws IOException {
    theme("@page { margin: 2in }", "6x6in");
    assertThat(findings.list().getFirst().toString())
        .contains("room for 10 lines of about 27 characters [little-room]");
    assertThat(findings.hasErrors()).isFalse();
    PageSize tiny = PageSize.of("4x4in");
    assertThat(Theme.load(themes.resolve("mine").toString(), tiny, findings)).isNull();
    assertThat(findings.list().getLast().code()).isEqualTo("no-room");
  }

  @Test
  void eachSideHasItsOwnMarginsAndBoxes() throws IOException {
    Theme theme =
        theme(
            "@page { margin: 1in; @bottom-center { content: counter(page) \" of \" counter(pages) }"
                + " } @page :left { margin-left: 2in; @top-left { content: string(author);"
                + " font-style: italic } } @page :first { @bottom-center { content: none } }");
    PageStyle verso = theme.page(PageStyle.Side.VERSO, false);
    assertThat(verso.margin()).isEqualTo(new Style.Edges(72, 72, 72, 144));
    assertThat(verso.boxes()).hasSize(2);
    assertThat(verso.boxes().get(0).content())
        .containsExactly(
            new PageStyle.Content.Folio(),
            new PageStyle.Content.Text(" of "),
            new PageStyle.Content.Pages());
    assertThat(verso.boxes().get(0).style().align()).isEqualTo(Style.Align.CENTER);
    assertThat(verso.boxes().get(1).content())
        .containsExactly(new PageStyle.Content.Named("author"));
    assertThat(verso.boxes().get(1).style().italic()).isTrue();
    assertThat(theme.page(PageStyle.Side.RECTO, false).margin().left()).isEqualTo(72);
    assertThat(theme.page(PageStyle.Side.RECTO, true).boxes()).isEmpty();
  }

  @Test
  void anUnknownPropertyIsFoundAtItsPlace() throws IOException {
    theme("p { color: red }\n  em { text-shadow: none;\n hyphenate-limit-chars: 5 }");
    assertThat(findings.list())
        .containsExactly(
            new Finding(
                Finding.Severity.WARNING,
                "unknown-property",
                new Place(themes.resolve("mine") + "/print.css", 2, 8),
                "the typesetter does not know 'text-shadow'",
                "put it under '@media screen' if it is for the EPUB alone"));
  }

  @Test
  void anUnknownValueAndAnUnknownSelectorAreFoundAndTheRestHolds() throws IOException {
    Theme theme = theme("p { text-align: sideways; font-size: 9pt } a:hover, q:nth-child(2) { }");
    assertThat(theme.style(body.child(P, null)).size()).isEqualTo(9);
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("unknown-value", "unknown-selector");
  }

  @Test
  void brokenCssIsFoundAtItsPlaceAndTheOtherRulesHold() throws IOException {
    Theme theme = theme("em { color: ; }\np { font-size: 9pt }");
    assertThat(theme.style(body.child(P, null)).size()).isEqualTo(9);
    assertThat(findings.list()).hasSize(1);
    assertThat(findings.list().getFirst().code()).isEqualTo("css");
    assertThat(findings.list().getFirst().place().line()).isEqualTo(1);
  }

  @Test
  void aThemeBesideNoneImportsTheBundledOne() throws IOException {
    Theme theme = theme("@import \"../classic/print.css\";\np { font-size: 9pt }");
    assertThat(theme.body().leading()).isEqualTo(14.5);
    assertThat(theme.style(body.child(P, null)).size()).isEqualTo(9);
    assertThat(theme.readerSheet()).contains("text-indent").doesNotContain("@import");
    assertThat(theme.name()).isEqualTo("mine");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aThemeOfThatNameOnDiskIsTheOneImported() throws IOException {
    write("classic/print.css", "html { line-height: 20pt }");
    assertThat(theme("@import \"../classic/print.css\";").body().leading()).isEqualTo(20);
  }

  @Test
  void importsMayNotGoInCirclesNorOutside() throws IOException {
    write("mine/b.css", "@import \"print.css\"; p { font-size: 9pt }");
    Theme theme =
        theme(
            "@import \"b.css\"; @import \"../../secret.css\"; "
                + "@import \"https://example.org/x.css\"; @import \"no.css\";");
    assertThat(theme.style(body.child(P, null)).size()).isEqualTo(9);
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactly("sheet-circle", "sheet-outside", "sheet-outside", "missing-sheet");
  }

  @Test
  void theReadersSheetHasItsImportsInIt() throws IOException {
    write("mine/article.css", "@charset \"UTF-8\";\n@import \"more.css\";\np { margin: 0 }\n");
    write("mine/more.css", "em { font-style: italic }\n");
    write("mine/reader.css", "p { margin: 1em }\n");
    Theme theme = theme("");
    assertThat(theme.readerSheet()).isEqualTo("em { font-style: italic }\np { margin: 0 }\n");
    assertThat(theme.extraSheet()).isEqualTo("p { margin: 1em }\n");
  }

  @Test
  void aThemeBringsItsOwnFaces() throws IOException {
    write("mine/faces/a.ttf", "whatever");
    Theme theme =
        theme(
            "@font-face { font-family: \"My Face\"; src: local(x), url('faces/a.woff2'),"
                + " url(faces/a.ttf) format(\"truetype\"); font-weight: bold; font-style: italic;"
                + " font-display: swap }");
    assertThat(findings.list()).isEmpty();
    FontFace face = theme.faces().getFirst();
    assertThat(face.family()).isEqualTo("My Face");
    assertThat(face.weight()).isEqualTo(700);
    assertThat(face.italic()).isTrue();
    assertThat(new String(face.file(), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("whatever");
    assertThat(theme("p { margin: 0 }").faces()).isEmpty();
  }

  @Test
  void eReadersGetTheFacesThatTheirSheetAsksForWithTheirLicence() throws IOException {
    write("mine/faces/a.ttf", "whatever");
    write("mine/faces/OFL.txt", "free");
    write(
        "mine/article.css",
        "@font-face { font-family: A; src: url(faces/a.ttf) }\n"
            + "@font-face { font-family: B; src: local(\"Source Sans 3\") }\n");
    Theme theme =
        theme("@import \"article.css\"; @font-face { font-family: C; src: url(faces/a.ttf) }");
    assertThat(findings.list()).isEmpty();
    assertThat(theme.faces()).extracting(FontFace::family).containsExactly("A", "C");
    assertThat(theme.readerFaces()).extracting(FontFace::family).containsExactly("A", "B");
    assertThat(theme.readerFaces())
        .extracting(FontFace::local)
        .containsExactly(null, "Source Sans 3");
    assertThat(theme.readerFaces().getFirst().licence()).asString().isEqualTo("free");
    assertThat(theme.files()).containsKey("mine/faces/OFL.txt");
    assertThat(theme.readerSheet()).doesNotContain("@font-face");
  }

  @Test
  void facesThatCannotBeHadAreFoundAndTheOthersHold() throws IOException {
    write("outside.ttf", "x");
    Theme theme =
        theme(
            "@font-face { font-family: A; src: url(../outside.ttf) } "
                + "@font-face { font-family: A; src: url(https://example.org/a.ttf) } "
                + "@font-face { font-family: A; src: url(gone.ttf) } "
                + "@font-face { font-family: A; src: url(a.woff2) } "
                + "@font-face { src: url(a.ttf) } "
                + "@font-face { font-family: A; src: url(print.css); font-weight: 100 900 }");
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "font-outside",
            "font-outside",
            "missing-font",
            "unfit-font",
            "unfit-font",
            "unknown-value");
    assertThat(findings.list()).allMatch(f -> f.place().line() == 1);
    assertThat(theme.faces()).hasSize(1);
  }

  @Test
  void theReadersSheetHasNoFaces() throws IOException {
    write("mine/article.css", "@font-face { font-family: A; src: url(a.ttf) }\np { margin: 0 }\n");
    assertThat(theme("").readerSheet()).isEqualTo("p { margin: 0 }\n");
  }

  @Test
  void anUnknownThemeIsAnErrorWithTheKnownNames() {
    assertThat(Theme.load("baroque", null, findings)).isNull();
    assertThat(findings.list().getFirst().code()).isEqualTo("unknown-theme");
    assertThat(findings.list().getFirst().hint()).contains("classic");
    assertThat(Theme.load(themes.toString(), null, findings)).isNull();
    assertThat(findings.list()).hasSize(2).allMatch(f -> f.code().equals("unknown-theme"));
  }

  @Test
  void aHundredThousandParagraphsAreAFewKindsOfPlaces() throws IOException {
    Cascade cascade =
        new Cascade(
            Stylesheet.read("p + p { color: red } pre ~ p { margin: 0 }", "x", Media.ALL, findings)
                .rules());
    Element last = body.child(P, null);
    for (int i = 0; i < 100_000; i++) {
      last = body.child(P, last);
    }
    // Asked for the last one first, so that all before it are walked.
    assertThat(cascade.computed(last).style().colour()).isEqualTo(new Style.Colour(255, 0, 0));
    assertThat(cascade.size()).isEqualTo(4);
  }

  @Test
  void pageSizesAreNamedOrMeasured() {
    assertThat(PageSize.of("Letter")).isEqualTo(new PageSize(612, 792));
    assertThat(PageSize.of("6x9in")).isEqualTo(new PageSize(432, 648));
    assertThat(Objects.requireNonNull(PageSize.of("148x210mm")).width())
        .isCloseTo(419.53, within(0.005));
    assertThat(List.of("b9", "6x9", "0x0mm", "1x1mm", "-1x4in", "9999x9999in"))
        .allMatch(name -> PageSize.of(name) == null);
  }

  private Theme theme(String css) throws IOException {
    return load(css, null);
  }

  private Theme theme(String css, String size) throws IOException {
    return load(css, Objects.requireNonNull(PageSize.of(size)));
  }

  private Theme load(String css, @org.jspecify.annotations.Nullable PageSize size)
      throws IOException {
    write("mine/print.css", css);
    return Objects.requireNonNull(Theme.load(themes.resolve("mine").toString(), size, findings));
  }

  private void write(String path, String text) throws IOException {
    Path file = themes.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
