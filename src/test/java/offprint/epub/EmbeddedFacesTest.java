package offprint.epub;

import static offprint.epub.Articles.document;
import static offprint.epub.Articles.paragraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import offprint.document.Document;
import offprint.document.Inline;
import offprint.glyph.CarriedFace;
import offprint.glyph.Face;
import offprint.source.Place;
import offprint.style.FontFace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Faces that a book brings along. */
class EmbeddedFacesTest {
  private static final Document REEF = document(Articles.PLAIN, paragraph("A reef."));
  private static final Place RULE = new Place("styles/mine/article.css", 2, 1);

  private static FontFace local(String family) {
    return new FontFace(family, 400, false, family, new byte[0], null, RULE);
  }

  private static FontFace brought(byte[] file, @Nullable String licence) {
    byte[] text = licence == null ? null : licence.getBytes(StandardCharsets.UTF_8);
    return new FontFace("Mine \"A\"", 700, true, null, file, text, RULE);
  }

  private static byte[] serif() {
    return Objects.requireNonNull(CarriedFace.find("Source Serif 4", 400, false)).face().bytes();
  }

  /** With other permissions (OS/2, fsType). */
  private static byte[] serif(int permissions) {
    byte[] file = serif().clone();
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int record = text.indexOf("OS/2");
    int table = java.nio.ByteBuffer.wrap(file).getInt(record + 8);
    file[table + 8] = (byte) (permissions >> 8);
    file[table + 9] = (byte) permissions;
    return file;
  }

  @Test
  void aBookBringsNoFacesUnlessItsThemeAsks() {
    Opened book = Opened.book(REEF);
    assertThat(book.entries().keySet()).noneMatch(name -> name.contains("fonts/"));
    assertThat(book.text("text.xhtml")).doesNotContain(EmbeddedFaces.SHEET);
  }

  @Test
  void aFaceIsCutDownToWhatTheBookShowsWithItsLicenceBeside() {
    Opened book = Opened.book(REEF, List.of(local("Source Serif 4"), local("Source Sans 3")));
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
    byte[] file = book.entries().get("OEBPS/fonts/1-source-serif-4-400.ttf");
    Face face = new Face("", 400, false, file);
    assertThat(face.covers('f')).isTrue();
    assertThat(face.covers('Ж')).isFalse();
    assertThat(file.length).isLessThan(serif().length);
    assertThat(book.text("fonts/licence-1.txt")).contains("SIL OPEN FONT LICENSE");
    assertThat(book.text("content.opf"))
        .contains("refines=\"#face-1\" rel=\"dcterms:license\"")
        .contains("refines=\"#face-2\" rel=\"dcterms:license\"");
    assertThat(book.text("css/faces.css"))
        .contains("font-family: \"Source Serif 4\"", "src: url(../fonts/1-source-serif-4-400.ttf)");
    assertThat(book.text("text.xhtml")).contains("href=\"css/faces.css\"");
    assertThat(book.codes()).isEmpty();
  }

  @Test
  void aBroughtFaceKeepsTheThemesNameForItAndItsLicence() {
    Opened book = Opened.book(REEF, List.of(brought(serif(), "Do as you like.")));
    assertThat(book.text("css/faces.css"))
        .contains("\"Mine \\\"A\\\"\"; font-weight: 700; font-style: italic");
    assertThat(book.text("fonts/licence-1.txt")).isEqualTo("Do as you like.");
    assertThat(Epubcheck.messages(book.bytes())).isEmpty();
  }

  @Test
  void aFaceThatMayNotBePassedOnIsTold() {
    Opened book = Opened.book(REEF, List.of(brought(serif(4), null), local("Comic Sans")));
    assertThat(book.codes()).containsExactly("font-not-embedded", "font-not-embedded");
    assertThat(book.findings().list()).allMatch(finding -> finding.place().equals(RULE));
    assertThat(book.entries().keySet()).noneMatch(name -> name.contains("fonts/"));
  }

  @Test
  void aFaceThatMayNotBeCutDownIsWhole() {
    byte[] whole = serif(0x100);
    Opened book = Opened.book(REEF, List.of(brought(whole, null)));
    assertThat(book.entries().get("OEBPS/fonts/1-mine-a-700-italic.ttf")).isEqualTo(whole);
  }

  @Test
  void urduHasItsNastaliqWhereverItStands() {
    Inline urdu =
        new Inline.Phrase(
            Inline.Phrase.Kind.ITALIC, List.of(Articles.words("اردو")), "ur-PK", Articles.PLACE);
    for (Document document :
        List.of(
            document(Articles.PLAIN, paragraph(urdu)),
            document(Articles.inLanguage("ur"), paragraph("اردو")))) {
      Opened book = Opened.book(document);
      Face face =
          new Face("", 400, false, book.entries().get("OEBPS/fonts/1-noto-nastaliq-urdu-400.ttf"));
      assertThat(face.covers('ا')).isTrue();
      assertThat(face.covers('ظ')).isFalse();
      assertThat(book.text("css/faces.css"))
          .contains("[lang|=\"ur\"]", "font-family: \"Noto Nastaliq Urdu\", ")
          .contains("font-weight: 700");
      assertThat(Epubcheck.messages(book.bytes())).isEmpty();
    }
  }

  @Test
  void arabicAndUrduInLatinLettersNeedNone() {
    for (String language : List.of("ar", "fa", "ur-Latn")) {
      Opened book = Opened.book(document(Articles.inLanguage(language), paragraph("نص")));
      assertThat(book.entries().keySet()).noneMatch(name -> name.contains("fonts/"));
    }
  }
}
