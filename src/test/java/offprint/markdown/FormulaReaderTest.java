package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.document.Outline;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.junit.jupiter.api.Test;

class FormulaReaderTest {
  private final Findings findings = new Findings();

  private List<Block> read(String text) {
    return read(text, Settings.NONE);
  }

  private List<Block> read(String text, Settings settings) {
    Source source = new Source("a.md", null, text);
    return new MarkdownReader(settings, findings).body(source).blocks();
  }

  private Document article(String text) {
    return new MarkdownReader(Settings.NONE, findings).read(new Source("a.md", null, text));
  }

  private static List<Inline> words(Block block) {
    return ((Block.Paragraph) block).content();
  }

  @Test
  void aFormulaStandsAmongWords() {
    assertThat(words(read("Let $x_1 * y * z_2$ be.\n").getFirst()))
        .contains(
            new Inline.Formula(
                "x_1 * y * z_2", "x sub 1 star y star z sub 2", false, new Place("a.md", 1, 5)));
  }

  @Test
  void codeAndEscapedDollarsAreNone() {
    String text = "`$x$` and \\$x\\$ and US$ 3\n\n    $y$\n\n```sh\n$z$\n```\n";
    List<Block> blocks = read(text);
    assertThat(words(blocks.getFirst())).noneMatch(Inline.Formula.class::isInstance);
    assertThat(Inline.text(words(blocks.getFirst()))).isEqualTo("$x$ and $x$ and US$ 3");
    assertThat(blocks.subList(1, 3)).allMatch(Block.CodeBlock.class::isInstance);
  }

  @Test
  void whatLooksLikeMarkdownInAFormulaIsNone() {
    assertThat(read("$$\na\n- b\n+ c\n=\nd\n$$\n"))
        .isEqualTo(List.of(new Block.Formula("\na\n- b\n+ c\n=\nd\n", new Place("a.md", 1, 1))));
  }

  @Test
  void aDisplayPartsItsParagraph() {
    List<Block> blocks = read("We have\n$$x = y$$.\nSo it is, and $$z$$ too.\n");
    assertThat(blocks)
        .extracting(Object::getClass)
        .map(Class::getSimpleName)
        .containsExactly("Paragraph", "Formula", "Paragraph", "Formula", "Paragraph");
    assertThat(((Block.Formula) blocks.get(1)).tex()).isEqualTo("x = y.");
    assertThat(Inline.text(words(blocks.get(2)))).isEqualTo("So it is, and ");
    assertThat(Inline.text(words(blocks.get(4)))).isEqualTo("too.");
  }

  @Test
  void aFormulaMayStandInAQuoteAndInAList() {
    Block.BlockQuote quote = (Block.BlockQuote) read("> $$\n> x\n> $$\n").getFirst();
    assertThat(quote.content()).singleElement().isInstanceOf(Block.Formula.class);
    Block.BulletList list = (Block.BulletList) read("- a\n\n  $$\n  x\n  $$\n").getFirst();
    assertThat(list.items().getFirst().content()).last().isInstanceOf(Block.Formula.class);
  }

  @Test
  void aFenceMarkedMathIsAFormula() {
    assertThat(read("```math\nx^2\n```\n"))
        .isEqualTo(List.of(new Block.Formula("x^2\n", new Place("a.md", 1, 1))));
  }

  @Test
  void dollarsThatNothingClosesSwallowNothing() {
    List<Block> blocks = read("$$ is what it costs\n\nText.\n\n$$ again\n");
    assertThat(blocks).hasSize(3).allMatch(Block.Paragraph.class::isInstance);
  }

  @Test
  void whatCannotBeReadIsShownAsWrittenAndTold() {
    List<Block> blocks = read("Here $\\foo{x}$ is.\n\n$$\n\\frac{1\n$$\n");
    assertThat(words(blocks.getFirst()))
        .contains(new Inline.Code("$\\foo{x}$", new Place("a.md", 1, 6)));
    assertThat(blocks.get(1)).isInstanceOf(Block.CodeBlock.class);
    assertThat(findings.list())
        .extracting(Finding::code, Finding::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unreadable-formula", new Place("a.md", 1, 7)),
            org.assertj.core.groups.Tuple.tuple("unreadable-formula", new Place("a.md", 4, 6)));
  }

  @Test
  void theAuthorMayWantNone() {
    List<Block> blocks = read("$x$\n\n```math\nx\n```\n", Settings.builder().math(false).build());
    assertThat(words(blocks.getFirst())).noneMatch(Inline.Formula.class::isInstance);
    assertThat(blocks.get(1)).isInstanceOf(Block.CodeBlock.class);
  }

  @Test
  void theWordsOfALineSayItsFormulas() {
    Document english = article("# On $x^2$\n\n## Of $\\frac{1}{2}$\n");
    assertThat(english.metadata().title()).isEqualTo("On x squared");
    assertThat(Outline.of(english).entries().getFirst().title()).isEqualTo("Of 1 over 2");
    Document polish = article("---\nlang: pl\n---\n# O $x^2$\n");
    assertThat(polish.metadata().title()).isEqualTo("O x^2");
  }
}
