package offprint.pdf;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import offprint.page.Mark;
import offprint.source.WebAddress;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNull;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfString;

/** The pages' links, and the places that links and bookmarks lead to. */
final class Links {
  private final PdfFile file;
  private final StructureTree structure;
  private final Map<String, PdfArray> places = PdfFile.names();
  private final Set<String> wanted = new LinkedHashSet<>();

  private @Nullable PdfIndirectReference page;
  private double height;
  private Placement placement = new Placement(0, 0, 1);
  private PdfArray annotations = new PdfArray();

  Links(PdfFile file, StructureTree structure) {
    this.file = file;
    this.structure = structure;
  }

  void beginPage(PdfIndirectReference page) {
    this.page = page;
    annotations = new PdfArray();
  }

  /**
   * Says where on the page that is being painted the page of the article lies whose marks follow.
   *
   * @param high that page's height
   */
  void place(double high, Placement where) {
    height = high;
    placement = where;
  }

  /** Lays a link over the page: an annotation (ISO 32000-1, 12.5.6.5). */
  void link(Mark.Link link) throws IOException {
    PdfIndirectReference reference = file.getPdfIndirectReference();
    PdfDictionary annotation = new PdfDictionary(PdfName.ANNOT);
    annotation.put(PdfName.SUBTYPE, PdfName.LINK);
    annotation.put(PdfName.RECT, rectangle(link));
    annotation.put(PdfName.BORDER, new PdfArray(new int[] {0, 0, 0}));
    annotation.put(PdfName.F, new PdfNumber(4)); // printed, as PDF/A wants every annotation
    annotation.put(PdfName.CONTENTS, PdfFile.text(link.description()));
    switch (link.destination()) {
      case Mark.Destination.Address address -> {
        PdfDictionary action = new PdfDictionary();
        action.put(PdfName.S, PdfName.URI);
        action.put(PdfName.URI, new PdfString(WebAddress.ascii(address.address())));
        annotation.put(PdfName.A, action);
      }
      case Mark.Destination.Name name -> annotation.put(PdfName.DEST, to(name.name()));
    }
    annotation.put(
        PdfName.STRUCTPARENT,
        structure.annotationKey(link.element(), reference, link.description()));
    file.addToBody(annotation, reference);
    annotations.add(reference);
  }

  /** Notes a place of the page that is being painted. */
  void anchor(Mark.Anchor anchor) {
    if (page == null) {
      throw new IllegalStateException("an anchor must be on a page");
    }
    PdfArray place = new PdfArray(page);
    place.add(PdfName.XYZ);
    place.add(new PdfNumber(placement.right(anchor.x())));
    place.add(new PdfNumber(placement.up(height - anchor.y())));
    place.add(PdfNull.PDFNULL); // the reader's own magnification stays
    if (places.put(anchor.name(), place) != null) {
      throw new IllegalStateException("an anchor's name must be unique: " + anchor.name());
    }
  }

  boolean has(String anchor) {
    return places.containsKey(anchor);
  }

  /** What leads to an anchor; it may come later. */
  PdfString to(String anchor) {
    wanted.add(anchor);
    return PdfFile.name(anchor);
  }

  void endPage() {
    if (annotations.size() > 0) {
      file.pageEntry(PdfName.ANNOTS, annotations);
    }
  }

  /** The names of all the places, for the catalog; null where there are none. */
  @Nullable PdfIndirectReference write() throws IOException {
    for (String anchor : wanted) {
      if (!places.containsKey(anchor)) {
        throw new IllegalStateException("a link must lead to an anchor: " + anchor);
      }
    }
    return places.isEmpty() ? null : file.write(PdfFile.nameTree(places));
  }

  private PdfArray rectangle(Mark.Link link) {
    PdfArray edges = new PdfArray(new PdfNumber(placement.right(link.x())));
    edges.add(new PdfNumber(placement.up(height - link.y() - link.height())));
    edges.add(new PdfNumber(placement.right(link.x() + link.width())));
    edges.add(new PdfNumber(placement.up(height - link.y())));
    return edges;
  }
}
