package offprint.composition;

import java.util.ArrayList;
import java.util.List;
import offprint.document.PageSize;
import offprint.document.Settings;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.markdown.MarkdownReader;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.source.Findings;
import offprint.source.Source;
import offprint.style.Theme;
import org.jspecify.annotations.Nullable;

/** An article of a few lines of Markdown, set in a theme. */
public record Pressed(Pages pages, Findings findings) {

  public static Pressed a4(String markdown) {
    return of(markdown, PageSize.A4);
  }

  public static Pressed of(String markdown, @Nullable PageSize size) {
    return of(markdown, size, "classic");
  }

  /**
   * @param name of a theme, or the path of its folder
   */
  public static Pressed of(String markdown, @Nullable PageSize size, String name) {
    return of(new Source("a.md", null, markdown), size, name);
  }

  public static Pressed of(Source source, @Nullable PageSize size, String name) {
    Findings findings = new Findings();
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      Theme theme = Theme.load(name, size, findings);
      if (theme == null) {
        throw new IllegalStateException("there must be such a theme");
      }
      return new Pressed(
          new Typesetter(theme, FontBook.bundled(), shaper, findings)
              .set(new MarkdownReader(Settings.NONE, findings).read(source)),
          findings);
    }
  }

  /** All that is printed, in the order of painting. */
  public List<Mark.Text> texts() {
    List<Mark.Text> texts = new ArrayList<>();
    for (Page page : pages.pages()) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** The first mark whose words contain these. */
  public Mark.Text text(String words) {
    return texts().stream()
        .filter(text -> text.run().text().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("'" + words + "' is not in " + texts()));
  }

  /** The folio of the page on which words stand. */
  public int folio(String words) {
    for (Page page : pages.pages()) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Text text && text.run().text().contains(words)) {
          return page.folio();
        }
      }
    }
    throw new AssertionError("'" + words + "' is not printed");
  }
}
