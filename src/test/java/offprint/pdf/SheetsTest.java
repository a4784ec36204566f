package offprint.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import offprint.archive.Enclosures;
import offprint.document.Document;
import offprint.document.PageSize;
import offprint.page.Imposition;
import offprint.page.Mark;
import offprint.page.Pages;
import offprint.page.Structure;
import offprint.page.Structure.Element;
import offprint.page.Structure.Role;
import offprint.source.Findings;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Four pages, on the two sides of a sheet. */
class SheetsTest {
  private final HandSetPages hand = new HandSetPages();

  @Test
  void sheetsAreValidAndSayHowTheyAreToBePrinted() throws IOException {
    byte[] sheets = sheets(null);
    Verapdf.assertValid(sheets);
    try (PDDocument pdf = Loader.loadPDF(sheets)) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
      PDViewerPreferences preferences = pdf.getDocumentCatalog().getViewerPreferences();
      assertThat(preferences.getDuplex()).isEqualTo("DuplexFlipShortEdge");
      assertThat(preferences.getPrintScaling()).isEqualTo("None");
      assertThat(text(pdf, 1)).contains("Four", "One").doesNotContain("Two");
      assertThat(text(pdf, 2)).contains("Two", "Three");
    }
  }

  @Test
  void aParagraphThatRunsOverPagesIsReadInTheirOrder() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(sheets(null))) {
      COSDictionary root =
          (COSDictionary)
              pdf.getDocumentCatalog()
                  .getStructureTreeRoot()
                  .getCOSObject()
                  .getCOSArray(COSName.K)
                  .getObject(0);
      COSArray kids =
          ((COSDictionary) root.getCOSArray(COSName.K).getObject(0)).getCOSArray(COSName.K);
      // One is on the front behind Four, Two and Three are on the back.
      assertThat(IntStream.range(0, kids.size()).map(kid -> mcid(kids, kid)))
          .containsExactly(1, 0, 1, 0);
    }
  }

  private static int mcid(COSArray kids, int index) {
    return kids.getObject(index) instanceof COSDictionary reference
        ? reference.getInt(COSName.MCID)
        : kids.getInt(index);
  }

  @Test
  void linksAndPlacesAreWhereThePageIs() throws IOException {
    double scale = 0.5;
    PageSize half = new PageSize(420, 297.5);
    try (PDDocument whole = Loader.loadPDF(sheets(new PageSize(840, 595)));
        PDDocument small = Loader.loadPDF(sheets(half))) {
      PDAnnotation large = whole.getPage(0).getAnnotations().getFirst();
      PDAnnotation link = small.getPage(0).getAnnotations().getFirst();
      assertThat(large.getRectangle().getLowerLeftX()).isEqualTo(420 + 40);
      assertThat(link.getRectangle().getLowerLeftX()).isEqualTo((float) (210 + scale * 40));
      assertThat(link.getRectangle().getWidth()).isEqualTo((float) (scale * 100));
      assertThat(link.getRectangle().getLowerLeftY())
          .isEqualTo((float) (scale * large.getRectangle().getLowerLeftY()));
    }
  }

  @Test
  void theSheetsAreAnotherFileThanThePages() throws IOException {
    byte[] sheets = sheets(null);
    try (PDDocument one = Loader.loadPDF(sheets);
        PDDocument other = Loader.loadPDF(hand.pdf())) {
      assertThat(one.getDocument().getDocumentID().getObject(0))
          .isNotEqualTo(other.getDocument().getDocumentID().getObject(0));
    }
    assertThat(sheets(null)).isEqualTo(sheets);
  }

  private static String text(PDDocument pdf, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(pdf);
  }

  private byte[] sheets(@org.jspecify.annotations.Nullable PageSize sheet) throws IOException {
    if (hand.pages.isEmpty()) {
      fill();
    }
    Pages pages = new Pages(hand.pages, hand.root);
    var plates = new Imposition(sheet, 0).impose(hand.pages, false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = HandSetPages.document(List.of());
    new PdfWriter(new Findings(), null)
        .writeSheets(pages, plates, document, Enclosures.of(document.source()), out);
    return out.toByteArray();
  }

  private void fill() {
    Structure.Content text = hand.root.add(Role.PARAGRAPH).content();
    Element link = hand.root.add(Role.PARAGRAPH).add(Role.LINK);
    hand.anchor("title");
    hand.line("One", text);
    hand.link(40, 100, new Mark.Destination.Name("end"), link, "to the end");
    hand.line("To the end", link.content());
    hand.turn();
    hand.line("Two", text).turn();
    hand.line("Three", text).turn();
    hand.line("Four", text).anchor("end");
    hand.turn();
  }
}
