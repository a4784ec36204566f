package offprint.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import offprint.document.Document;
import offprint.document.Outline;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;

/** The headings beside the page (ISO 32000-1, 12.3.3), the topmost in sight. */
final class Bookmarks {
  private static final String TITLE = "title";

  private final PdfFile file;
  private final Links links;

  Bookmarks(PdfFile file, Links links) {
    this.file = file;
    this.links = links;
  }

  void write(Document document) throws IOException {
    List<Outline.Entry> entries = new ArrayList<>();
    if (links.has(TITLE)) {
      entries.add(new Outline.Entry(document.metadata().title(), TITLE, List.of()));
    }
    entries.addAll(Outline.of(document).entries());
    if (entries.isEmpty()) {
      return;
    }
    PdfIndirectReference root = file.getPdfIndirectReference();
    PdfDictionary outlines = new PdfDictionary(PdfName.OUTLINES);
    outlines.put(PdfName.COUNT, new PdfNumber(entries.size()));
    below(outlines, root, entries);
    file.addToBody(outlines, root);
    file.getExtraCatalog().put(PdfName.OUTLINES, root);
    file.getExtraCatalog().put(PdfName.PAGEMODE, PdfName.USEOUTLINES);
  }

  private void below(PdfDictionary parent, PdfIndirectReference self, List<Outline.Entry> entries)
      throws IOException {
    List<PdfIndirectReference> references =
        entries.stream().map(entry -> file.getPdfIndirectReference()).toList();
    for (int i = 0; i < entries.size(); i++) {
      Outline.Entry entry = entries.get(i);
      PdfDictionary item = new PdfDictionary();
      item.put(PdfName.TITLE, PdfFile.text(entry.title()));
      item.put(PdfName.PARENT, self);
      item.put(PdfName.DEST, links.to(entry.id()));
      if (i > 0) {
        item.put(PdfName.PREV, references.get(i - 1));
      }
      if (i + 1 < entries.size()) {
        item.put(PdfName.NEXT, references.get(i + 1));
      }
      if (!entry.entries().isEmpty()) {
        item.put(PdfName.COUNT, new PdfNumber(-entry.entries().size())); // closed
        below(item, references.get(i), entry.entries());
      }
      file.addToBody(item, references.get(i));
    }
    parent.put(PdfName.FIRST, references.getFirst());
    parent.put(PdfName.LAST, references.getLast());
  }
}
