package offprint.epub;

import java.util.HashSet;
import java.util.Set;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.LanguageTag;
import offprint.document.PageList;
import offprint.document.Settings;
import offprint.document.Wording;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of one book share.
 *
 * @param withFormulas gets the hrefs of the content documents that hold formulas
 * @param language the article's, or English where the article's tag is none
 */
record Edition(
    Document document,
    Division division,
    PictureFiles pictures,
    LinkUses uses,
    PageMarks pages,
    Set<String> withFormulas,
    Wording wording,
    String language,
    Findings findings) {

  static Edition of(Document document, PageList pages, Manifest manifest, Findings findings) {
    Division division = new Division(document);
    String language = LanguageTag.wellFormed(document.metadata().language());
    if (language == null) {
      findings.warning(
          "unknown-language",
          Place.of(document.source().name()),
          "'" + document.metadata().language() + "' is no language tag; the EPUB says English",
          "write a tag such as 'en', 'de' or 'pt-BR' as lang: in the front matter");
      language = "en";
    }
    Integer pixels = document.settings().picturePixels();
    LinkUses uses = new LinkUses(division.ids());
    return new Edition(
        document,
        division,
        new PictureFiles(pixels == null ? Settings.PICTURE_PIXELS : pixels, manifest, findings),
        uses,
        new PageMarks(pages, uses::unique),
        new HashSet<>(),
        Wording.of(language),
        language,
        findings);
  }

  /** Whether the article is read from right to left. */
  boolean isRightToLeft() {
    return Direction.of(language) == Direction.RIGHT_TO_LEFT;
  }

  /**
   * What something of the author's is called, to be heard alone. Where our words are in another
   * language than the article it is called nothing: it can have but one language.
   */
  @Nullable String label(String words) {
    return wording.foreign() == null ? words : null;
  }

  /** What relative addresses are resolved against; null where nothing was said. */
  @Nullable String base() {
    String asked = document.settings().baseUrl();
    return asked != null ? asked : document.metadata().source();
  }

  /** The article as a whole, for findings that have no place in it. */
  Place whole() {
    return Place.of(document.source().name());
  }
}
