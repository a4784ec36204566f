package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import offprint.document.Block;
import offprint.document.CanonicalHtml;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.Inline.Target;
import offprint.document.LinkList;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {
  private final Findings findings = new Findings();

  private MarkdownReader.Body read(String text) {
    return read(text, Settings.NONE);
  }

  private MarkdownReader.Body read(String text, Settings settings) {
    return new MarkdownReader(settings, findings).body(new Source("a.md", null, text));
  }

  private Document document(String text) {
    return new MarkdownReader(Settings.NONE, findings).read(new Source("a.md", null, text));
  }

  private String html(String text) {
    MarkdownReader.Body body = read(text);
    return CanonicalHtml.of(body.blocks(), body.links());
  }

  private List<String> codes() {
    return findings.list().stream().map(Finding::code).toList();
  }

  private List<String> places() {
    return findings.list().stream().map(Finding::place).map(Place::toString).toList();
  }

  private static Inline inline(MarkdownReader.Body body, int index) {
    return ((Block.Paragraph) body.blocks().getFirst()).content().get(index);
  }

  private static Target target(MarkdownReader.Body body, int index) {
    return ((Inline.Link) inline(body, index)).target();
  }

  @Test
  void aLinesEndBetweenWideCharactersIsNoBlank() {
    assertThat(html("人は。\n次の *行*\n「で」\n")).isEqualTo("<p>人は。次の <em>行</em>「で」</p>");
    assertThat(html("人\nand\n間\n")).isEqualTo("<p>人\nand\n間</p>");
    assertThat(html("사람\n사이\n")).isEqualTo("<p>사람\n사이</p>");
  }

  @Test
  void placesAreLinesAndColumnsInCodePoints() {
    MarkdownReader.Body body = read("# A\n\n> 𝄞𝄞 *so*\n");
    Block.BlockQuote quote = (Block.BlockQuote) body.blocks().get(1);
    Block.Paragraph paragraph = (Block.Paragraph) quote.content().getFirst();
    assertThat(paragraph.place()).isEqualTo(new Place("a.md", 3, 3));
    assertThat(paragraph.content().get(1).place()).isEqualTo(new Place("a.md", 3, 6));
  }

  @Test
  void anAddressIsNumberedOnceHoweverItIsSpelled() {
    MarkdownReader.Body body =
        read(
            "[a](https://Reef.org:443/x) [b](HTTPS://reef.org/x#) [c](https://reef.org/x#y)"
                + " [d](https://reef.org/X)");
    assertThat(body.links().entries())
        .extracting(LinkList.Entry::address)
        .containsExactly("https://Reef.org:443/x", "https://reef.org/x#y", "https://reef.org/X");
    assertThat(target(body, 2)).isEqualTo(new Target.Entry(1, false));
    assertThat(body.links().entry(1).places()).hasSize(2);
    assertThat(body.links().entry(1).words()).isEqualTo("a");
  }

  @Test
  void noNumberStandsBehindWordsThatAreTheAddress() {
    MarkdownReader.Body body =
        read("<https://a.org/> [b.org](https://b.org/) c@d.org [e](https://e.org)");
    assertThat(target(body, 0)).isEqualTo(new Target.Entry(1, true));
    assertThat(target(body, 2)).isEqualTo(new Target.Entry(2, true));
    assertThat(target(body, 4)).isEqualTo(new Target.Entry(3, true));
    assertThat(target(body, 6)).isEqualTo(new Target.Entry(4, false));
  }

  @Test
  void aLinkWithoutAnAddressKeepsItsWordsAndHasNoNumber() {
    String text =
        "[a](#) [b]() [c](#!) [d](javascript:void(0)) [e](about:blank) [f](https://)"
            + " [g](JaVa&#10;Script:x) [h](data:text/html,x) [i](vbscript:x) [j](file:///etc)";
    MarkdownReader.Body body = read(text);
    assertThat(body.links().entries()).isEmpty();
    assertThat(body.links().placeholders())
        .extracting(LinkList.Placeholder::words)
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    assertThat(codes()).containsOnly("link-without-address").hasSize(10);
    assertThat(places()).startsWith("a.md:1:1", "a.md:1:8");
    assertThat(findings.hasErrors()).isFalse();
  }

  @Test
  void aLinkWithoutAnAddressIsAnErrorWhereTheAuthorWantsItSo() {
    read("[a](#)", Settings.builder().placeholders(Settings.Placeholders.ERROR).build());
    assertThat(findings.hasErrors()).isTrue();
  }

  @Test
  void aLinkMayLeadForwardToAHeading() {
    MarkdownReader.Body body =
        read("[a](#the-reef) [b](#r) [c](#no)\n\n## The Reef!\n\n# R {#r}\n");
    assertThat(target(body, 0)).isEqualTo(new Target.Anchor("the-reef"));
    assertThat(target(body, 2)).isEqualTo(new Target.Anchor("r"));
    assertThat(target(body, 4)).isEqualTo(new Target.Nowhere("#no"));
    assertThat(codes()).containsExactly("dead-fragment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## T {#i}",
        "## T{#i}",
        "## T { #i }",
        "## T ## {#i}",
        "## T ## { #i}",
        "## T {.wide #i key=\"a 'b' -- c\" -}",
        "## T {: #i}",
        "## T {:#i .wide}",
        "T {#i}\n===",
        "## T\n{: #i}",
        "## T ##\n{: .wide #i }",
        "T\n---\n{: #i}"
      })
  void aHeadingIsNamedAsOtherToolsHaveIt(String written) {
    MarkdownReader.Body body = read(written + "\n\nWords.");
    Block.Heading heading = (Block.Heading) body.blocks().getFirst();
    assertThat(heading.id()).isEqualTo("i");
    assertThat(Inline.text(heading.content())).isEqualTo("T");
    assertThat(body.blocks()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## {#i}",
        "## T {i}",
        "## T {#i",
        "## T {a, b}",
        "## T {}",
        "## T {#i} u",
        "## T{.i}",
        "## T\n{#i}",
        "## T\n{: #i} u"
      })
  void whatIsNoAttributeStays(String written) {
    assertThat(words(read(written))).isEqualTo(written.replace("## ", "").replaceAll("\\n+", "|"));
  }

  private static String words(MarkdownReader.Body body) {
    return body.blocks().stream()
        .map(
            block ->
                block instanceof Block.Heading h
                    ? Inline.text(h.content())
                    : Inline.text(((Block.Paragraph) block).content()))
        .collect(Collectors.joining("|"));
  }

  @Test
  void theLineBelowAHeadingsAttributesIsAParagraph() {
    assertThat(words(read("## T\n{: .wide}\nWords."))).isEqualTo("T|Words.");
    assertThat(words(read("## T {.unnumbered}\n\n## U {-}"))).isEqualTo("T|U");
  }

  @Test
  void aLinkMayCallAHeadingAsAnotherToolWould() {
    MarkdownReader.Body body =
        read(
            "[a](#rust-s-ui) [b](#warning-on-double.nan) [c](#a-b)\n\n"
                + "# Rust's UI\n\n# Warning on `double.NaN`\n\n# A.B\n\n# A_B\n");
    assertThat(target(body, 0)).isEqualTo(new Target.Anchor("rusts-ui"));
    assertThat(target(body, 2)).isEqualTo(new Target.Anchor("warning-on-doublenan"));
    assertThat(target(body, 4)).isEqualTo(new Target.Nowhere("#a-b"));
  }

  @Test
  void headingsHaveIdsOfTheirOwn() {
    MarkdownReader.Body body = read("# Día\n\n# Día\n\n# 2024\n\n# !\n\n# Fn1\n\n[x](#2024)");
    assertThat(body.blocks().stream().filter(Block.Heading.class::isInstance))
        .extracting(b -> ((Block.Heading) b).id())
        .containsExactly("día", "día-1", "s-2024", "section", "fn1-2");
    Block.Paragraph last = (Block.Paragraph) body.blocks().getLast();
    assertThat(((Inline.Link) last.content().getFirst()).target())
        .isEqualTo(new Target.Anchor("s-2024"));
  }

  @Test
  void aRelativeLinkIsResolvedWhereTheBaseIsKnown() {
    Settings base = Settings.builder().baseUrl("https://reef.org/a/b?c").build();
    MarkdownReader.Body body = read("[a](../x.html) [b](?q) [c](//o.org)", base);
    assertThat(body.links().entries())
        .extracting(LinkList.Entry::address)
        .containsExactly("https://reef.org/x.html", "https://reef.org/a/b?q", "https://o.org");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void aRelativeLinkWithoutABaseIsListedAsWritten() {
    MarkdownReader.Body body = read("[a](../x.html)");
    assertThat(body.links().entry(1).address()).isEqualTo("../x.html");
    assertThat(findings.list().getFirst().message())
        .isEqualTo("the link '../x.html' is relative, and nothing says to what");
  }

  @Test
  void relativeLinksAreToldOfOnce() {
    read("[a](a.md) [b](b.md)\n[c](c.md)^[[n](n.md)]\n[d](d.md) [a](a.md)");
    assertThat(findings.list())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.toString())
                    .contains(
                        "6 links", "'a.md' in line 1, 'b.md' in line 1, 'c.md' in line 2, ..."));
  }

  @Test
  void notesAreNumberedAsAReaderMeetsThem() {
    MarkdownReader.Body body =
        read("A[^x] ^[in *line*].\n\nB[^z][^x]\n\n[^z]: Last\n\n[^x]: First[^y]\n\n[^y]: Inner\n");
    assertThat(body.notes())
        .extracting(n -> Inline.text(((Block.Paragraph) n.content().getFirst()).content()))
        .containsExactly("First", "in line", "Inner", "Last");
    assertThat(body.notes().getFirst().references()).isEqualTo(2);
    Block.Paragraph second = (Block.Paragraph) body.blocks().get(1);
    assertThat(((Inline.NoteReference) second.content().get(2)).id()).isEqualTo("fnref1-2");
  }

  @Test
  void aNoteMayMarkItself() {
    MarkdownReader.Body body = read("A[^x]\n\n[^x]: See[^x]\n");
    assertThat(body.notes()).hasSize(1);
    assertThat(body.notes().getFirst().references()).isEqualTo(2);
  }

  @Test
  void aMarkWithoutANoteStaysAndANoteWithoutAMarkIsNamed() {
    assertThat(html("A[^x] \\[^y]\n\n[^z]: Z\n")).isEqualTo("<p>A[^x] [^y]</p>");
    assertThat(codes()).containsExactly("missing-note", "unused-note");
    assertThat(places()).containsExactly("a.md:1:2", "a.md:3:1");
  }

  @Test
  void aWordProcessorsNotesAreNotesWhereBothEndsExist() {
    MarkdownReader.Body body =
        read("A[[1]](#_ftn1) B[[2]](#_ftn2)\n\n[[1]](#_ftnref1) The *note*\n");
    assertThat(body.notes()).hasSize(1);
    assertThat(CanonicalHtml.of(body.notes().getFirst().content(), body.links()))
        .isEqualTo("<p>The <em>note</em></p>");
    assertThat(codes()).containsExactly("dead-fragment");
  }

  @Test
  void anAlertIsAQuoteThatSaysSo() {
    MarkdownReader.Body body = read("> [!tip]\n> Look\n\n> [!NOTE]\n\n> [OTHER]\n> x\n");
    assertThat(body.blocks().getFirst())
        .isInstanceOfSatisfying(
            Block.Alert.class, a -> assertThat(a.kind()).isEqualTo(Block.Alert.Kind.TIP));
    assertThat(body.blocks()).filteredOn(Block.BlockQuote.class::isInstance).hasSize(2);
  }

  @Test
  void tasksTablesAndDeletionsAreRead() {
    MarkdownReader.Body body = read("- [x] a\n- [ ] b\n- c\n\n|a|b|\n|:-|-:|\n|1|~~2~~|\n");
    Block.BulletList list = (Block.BulletList) body.blocks().getFirst();
    assertThat(list.items())
        .extracting(Block.ListItem::task)
        .containsExactly(
            Block.ListItem.Task.DONE, Block.ListItem.Task.OPEN, Block.ListItem.Task.NONE);
    Block.Table table = (Block.Table) body.blocks().get(1);
    assertThat(table.alignments())
        .containsExactly(Block.Table.Alignment.LEFT, Block.Table.Alignment.RIGHT);
    assertThat(CanonicalHtml.of(List.of(table), body.links())).contains("<td><del>2</del>");
  }

  @Test
  void harmlessTagsInALineArePhrases() {
    assertThat(
            html(
                "H<sub>2</sub>O <kbd>x</kbd> <i lang=\"la\">*sic*</i> a<br>b <s>c</s>"
                    + " <abbr title=\"Unesco\">U</abbr><!-- gone -->"))
        .isEqualTo(
            "<p>H<sub>2</sub>O <kbd>x</kbd> <i lang=\"la\"><em>sic</em></i> a<br>\nb <del>c</del>"
                + " <abbr title=\"Unesco\">U</abbr></p>");
    assertThat(findings.list()).isEmpty();
  }

  @Test
  void otherTagsAreLostAndTheirWordsKept() {
    assertThat(html("a <span>b</span> <script>*c*</script>d")).isEqualTo("<p>a b d</p>");
    assertThat(codes()).containsExactly("html-dropped", "html-dropped");
    assertThat(places()).containsExactly("a.md:1:3", "a.md:1:18");
  }

  @Test
  void aNoteWithoutWordsIsNone() {
    assertThat(html("a[^1]\n\n- b\n\n  [^1]:\n    c\n")).startsWith("<p>a[^1]</p>");
    assertThat(codes()).containsExactly("missing-note");
  }

  @Test
  void aTagThatIsNotSetIsToldOfOnceWithTheCount() {
    html("A `Map` of Vec<String></String> and\n<String>x</String>.\n\n<div>\n\n<div>x</div></div>");
    assertThat(findings.list())
        .extracting(Finding::toString)
        .containsExactly(
            "a.md:1:15: warning: <String> was taken for a tag that HTML does not have, and is left"
                + " out (2 times) [html-dropped]\n"
                + "  hint: if readers are to see it, put it between backticks: `<String>`",
            "a.md:4:1: info: <div> says nothing on paper; what is in it is set as any other text"
                + " (2 times) [html-dropped]");
  }

  @Test
  void aTagWithoutItsOtherHalfIsAFinding() {
    assertThat(html("a <b>b</i> c")).isEqualTo("<p>a b c</p>");
    assertThat(codes()).containsExactly("html-stray", "html-stray");
  }

  @Test
  void markdownBetweenTagsIsRead() {
    assertThat(html("<blockquote>\n\n*x*\n\n- y\n\n</blockquote>\n\nz"))
        .isEqualTo("<blockquote><p><em>x</em></p><ul><li>y\n</li></ul></blockquote><p>z</p>");
    assertThat(findings.list()).isEmpty();
    assertThat(html("<details>\n<summary>More</summary>\n\n*x*\n\n</details>"))
        .isEqualTo("<p>More</p><p><em>x</em></p>");
    assertThat(codes()).containsExactly("html-dropped", "html-dropped");
    assertThat(places()).containsExactly("a.md:1:1", "a.md:2:1");
  }

  @Test
  void htmlBlocksAreHtmlAndNotMarkdown() {
    assertThat(html("<p align=center>*a* &amp;\n<b>c</b>  d</p>\n"))
        .isEqualTo("<p>*a* &amp; <b>c</b> d</p>");
    assertThat(html("<ul><li>a<li><p>b</p></ul><pre><code class=language-c>x\n y</code></pre>"))
        .isEqualTo(
            "<ul><li><p>a</p></li><li><p>b</p></li></ul>"
                + "<pre><code class=\"language-c\">x\n y\n</code></pre>");
  }

  @Test
  void aTableOfHtmlHasItsSpans() {
    MarkdownReader.Body body =
        read(
            "<table><caption>C</caption><tr><th>a<th align=right>b</tr>"
                + "<tr><td rowspan=9>1<td>2</tr><tr><td>3</tr></table>");
    Block.Table table = (Block.Table) body.blocks().getFirst();
    assertThat(table.head()).hasSize(1);
    assertThat(table.alignments())
        .containsExactly(Block.Table.Alignment.NONE, Block.Table.Alignment.RIGHT);
    assertThat(table.body().getFirst().cells().getFirst().rowSpan()).isEqualTo(2);
    assertThat(Inline.text(table.caption())).isEqualTo("C");
  }

  @Test
  void aRemotePictureIsALinkToIt() {
    assertThat(html("![Reef](https://r.org/a.png)"))
        .isEqualTo("<p><a href=\"https://r.org/a.png\">Reef</a></p>");
    assertThat(codes()).containsExactly("remote-picture");
  }

  @Test
  void nothingIsTooDeepToRead() {
    read(">".repeat(10_000) + "x\n\n" + "[".repeat(10_000) + "x" + "](y)".repeat(10_000));
    read("<b>".repeat(10_000) + "x\n\n" + "<div>".repeat(10_000) + "y");
    read("a " + "<b>".repeat(10_000) + "x" + "</b>".repeat(10_000));
    assertThat(findings.hasErrors()).isFalse();
  }

  // Without emphasis: commonmark's own reading of delimiters takes the square of their number.
  @Test
  void aLongLineIsReadInTimeThatGrowsWithIt() {
    Block.Paragraph paragraph =
        (Block.Paragraph) read("𝄞 `a` ".repeat(50_000)).blocks().getFirst();
    assertThat(paragraph.content()).hasSize(100_000);
    assertThat(paragraph.content().getLast().place()).isEqualTo(new Place("a.md", 1, 299_997));
  }

  @Test
  void aBylineInSmallLettersIsNotJoinedToItsTitle() {
    Settings auto = Settings.builder().repair(Settings.Repair.AUTO).build();
    Source source = new Source("a.md", null, "Salt and the sea\n\nby Ada Lovelace\n\nText.\n");
    var metadata = new MarkdownReader(auto, findings).read(source).metadata();
    assertThat(metadata.title()).isEqualTo("Salt and the sea");
    assertThat(metadata.authors()).hasSize(1);
  }

  @Test
  void aQuoteBehindABackslashStaysStraight() {
    Source source = new Source("a.md", null, "---\ntitle: T\n---\n\\\"so\\\" and \"so\"\n");
    var body = new MarkdownReader(Settings.NONE, findings).read(source).body();
    assertThat(Inline.text(((Block.Paragraph) body.getFirst()).content()))
        .isEqualTo("\"so\" and “so”");
  }

  @Test
  void anAbstractIsParagraphsOfItsOwnAndDescribesTheArticle() {
    Document read =
        document("---\nabstract: |\n  One\n  \"two\".\n\n  Three.\n---\n\n# T\n\nText.\n");
    assertThat(read.summary())
        .extracting(block -> Inline.text(((Block.Paragraph) block).content()))
        .containsExactly("One \u201ctwo\u201d.", "Three.");
    assertThat(read.metadata().description()).isEqualTo("One \u201ctwo\u201d. Three.");
    assertThat(
            document("---\ndescription: D\nabstract: A\n---\n\nText.\n").metadata().description())
        .isEqualTo("D");
  }

  @Test
  void aBioOfTheFrontMatterIsWhatIsSaidAboutTheAuthor() {
    String article =
        "---\ntitle: Reefs\nauthor: {name: Ada Lovelace, bio: Ada dives.}\n---\n\nSand.\n";
    Document document =
        new MarkdownReader(Settings.NONE, new Findings())
            .read(new Source("reefs.md", null, article));
    assertThat(document.about())
        .singleElement()
        .isInstanceOfSatisfying(
            Block.Paragraph.class,
            bio -> assertThat(Inline.text(bio.content())).isEqualTo("Ada dives."));
  }
}
