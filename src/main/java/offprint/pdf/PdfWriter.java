package offprint.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import offprint.archive.Enclosures;
import offprint.document.CatalogueEntry;
import offprint.document.CatalogueEntry.Copy;
import offprint.document.Direction;
import offprint.document.Document;
import offprint.document.NameBasedUuid;
import offprint.page.Pages;
import offprint.page.Plate;
import offprint.source.Findings;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;

/**
 * Writes the printed copy: a PDF 1.7 that is PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) at
 * once, with what it was made from inside. The same pages give the same bytes.
 */
public final class PdfWriter {
  private final Findings findings;
  private final @Nullable String sourceDateEpoch;

  /**
   * @param sourceDateEpoch seconds since 1970 for an article without a date, as
   *     reproducible-builds.org specifies SOURCE_DATE_EPOCH; null where it is not set
   */
  public PdfWriter(Findings findings, @Nullable String sourceDateEpoch) {
    this.findings = findings;
    this.sourceDateEpoch = sourceDateEpoch;
  }

  /**
   * @param document what the pages were set from: its metadata and outline go into the file
   * @param out is not closed
   * @return false where a picture cannot be shown, which is then among the findings; the bytes are
   *     of no use then
   */
  public boolean write(Pages pages, Document document, Enclosures enclosures, OutputStream out)
      throws IOException {
    List<Plate> plates = pages.pages().stream().map(Plate::of).toList();
    return write(pages, plates, document, enclosures, Form.PAGES, out);
  }

  /**
   * Writes sheets for a printer that prints both sides. Their structure is the article's, and tells
   * who listens the pages in their order.
   *
   * @param plates of these pages, front and back of each sheet in turn
   */
  public boolean writeSheets(
      Pages pages, List<Plate> plates, Document document, Enclosures enclosures, OutputStream out)
      throws IOException {
    return write(pages, plates, document, enclosures, Form.SHEETS, out);
  }

  private enum Form {
    PAGES(Copy.PRINTED),
    SHEETS(Copy.BOOKLET);

    private final Copy copy;

    Form(Copy copy) {
      this.copy = copy;
    }
  }

  private boolean write(
      Pages pages,
      List<Plate> plates,
      Document document,
      Enclosures enclosures,
      Form form,
      OutputStream out)
      throws IOException {
    CatalogueEntry entry = CatalogueEntry.of(document, sourceDateEpoch, findings);
    Particulars particulars = Particulars.of(entry, form.copy, enclosures);
    PdfFile file = PdfFile.to(out, NameBasedUuid.bytes(particulars.instance()));
    file.setCloseStream(false);
    StructureTree structure = new StructureTree(file);
    Links links = new Links(file, structure);
    EmbeddedPictures pictures = new EmbeddedPictures(file, findings);
    EmbeddedFonts fonts = new EmbeddedFonts(file, pages);
    Painter painter = new Painter(file, fonts, pictures, structure, links);
    for (Plate plate : plates) {
      painter.paint(plate);
    }
    structure.write(pages.structure());
    new Bookmarks(file, links).write(document);
    names(links, new Attachments(file, Particulars.date(entry.modified())).write(enclosures), file);
    labels(plates, file);
    describe(particulars, form, file);
    file.finish();
    return pictures.allShown();
  }

  private static void names(Links links, PdfDictionary attachments, PdfFile file)
      throws IOException {
    PdfDictionary names = new PdfDictionary();
    PdfIndirectReference places = links.write();
    if (places != null) {
      names.put(PdfName.DESTS, places);
    }
    names.put(PdfName.EMBEDDEDFILES, attachments);
    file.getExtraCatalog().put(PdfName.NAMES, names);
  }

  // A label for each run of folios that count on (ISO 32000-1, 12.4.2).
  private static void labels(List<Plate> plates, PdfFile file) {
    PdfArray ranges = new PdfArray();
    int expected = 0;
    for (int i = 0; i < plates.size(); i++) {
      int folio = plates.get(i).number();
      if (i == 0 || folio != expected) {
        PdfDictionary range = new PdfDictionary();
        range.put(PdfName.S, PdfName.D);
        range.put(PdfName.ST, new PdfNumber(folio));
        ranges.add(new PdfNumber(i));
        ranges.add(range);
      }
      expected = folio + 1;
    }
    PdfDictionary labels = new PdfDictionary();
    labels.put(PdfName.NUMS, ranges);
    file.getExtraCatalog().put(PdfName.PAGELABELS, labels);
  }

  private static void describe(Particulars particulars, Form form, PdfFile file)
      throws IOException {
    PdfDictionary catalog = file.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString(particulars.entry().language()));
    PdfDictionary preferences = new PdfDictionary();
    preferences.put(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    if (Direction.of(particulars.entry().language()) == Direction.RIGHT_TO_LEFT) {
      preferences.put(PdfName.DIRECTION, PdfName.R2L);
    }
    if (form == Form.SHEETS) {
      // ISO 32000-1, table 150: turned about the short edge, and no larger or smaller than drawn.
      preferences.put(PdfName.DUPLEX, PdfName.DUPLEXFLIPSHORTEDGE);
      preferences.put(PdfName.PRINTSCALING, PdfName.NONE);
    }
    catalog.put(PdfName.VIEWERPREFERENCES, preferences);
    catalog.put(PdfName.OUTPUTINTENTS, new PdfArray(outputIntent(file)));
    particulars.fill(file.getInfo());
    file.setXmpMetadata(XmpPacket.of(particulars));
  }

  // Says what the pages' RGB means (ISO 19005-3, 6.2.3).
  private static PdfDictionary outputIntent(PdfFile file) throws IOException {
    PdfStream profile = new PdfStream(IccProfile.srgb());
    profile.put(PdfName.N, new PdfNumber(3));
    profile.flateCompress(PdfStream.BEST_COMPRESSION);
    PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
    intent.put(PdfName.S, PdfName.GTS_PDFA1);
    intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString("sRGB IEC61966-2.1"));
    intent.put(PdfName.INFO, new PdfString("sRGB IEC61966-2.1"));
    intent.put(PdfName.DESTOUTPUTPROFILE, file.write(profile));
    return intent;
  }
}
