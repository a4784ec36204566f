package offprint.markdown;

import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.math.Formula;
import offprint.math.UnreadableFormula;
import offprint.source.Findings;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Looks whether formulas can be read; one that cannot is shown as it was written. */
final class FormulaReader {
  private final Source source;
  private final String language;
  private final Places places;
  private final Findings findings;

  /**
   * @param language the article's, a BCP 47 tag
   */
  FormulaReader(Source source, String language, Places places, Findings findings) {
    this.source = source;
    this.language = language;
    this.places = places;
    this.findings = findings;
  }

  Inline inline(FormulaParsers.Formula formula, Place place) {
    @Nullable Formula read = read(formula.tex, formula, place);
    return read != null
        ? new Inline.Formula(formula.tex, words(formula.tex, read), formula.display, place)
        : new Inline.Code(formula.written(), place);
  }

  // Who sees "case A" in a list of headings need not be told that it is a capital.
  private String words(String tex, Formula read) {
    String letters = tex.strip();
    return letters.matches("[\\p{L}\\p{N}]+") ? letters : read.alternative(language);
  }

  Block block(FormulaParsers.FormulaBlock formula, Place place) {
    return read(formula.tex, formula, place) != null
        ? new Block.Formula(formula.tex, place)
        : new Block.CodeBlock(null, "$$" + formula.tex + "$$\n", List.of(), place);
  }

  /** What a fence marked {@code math} holds; null where it cannot be read. */
  @Nullable Block fenced(String tex, Node fence, Place place) {
    return read(tex, fence, place) != null ? new Block.Formula(tex, place) : null;
  }

  private @Nullable Formula read(String tex, Node node, Place place) {
    try {
      return Formula.read(tex);
    } catch (UnreadableFormula wrong) {
      findings.warning(
          "unreadable-formula",
          place(tex, node, wrong.offset(), place),
          "a formula cannot be read and is shown as it is written: " + wrong.message(),
          wrong.hint());
      return null;
    }
  }

  // Where in the formula, as long as it stands in the source as it was read.
  private Place place(String tex, Node node, int offset, Place otherwise) {
    int start = Places.offset(node);
    int at = start < 0 ? -1 : source.text().indexOf(tex, start);
    return at < 0 || at > start + 12 ? otherwise : places.at(at + offset);
  }
}
