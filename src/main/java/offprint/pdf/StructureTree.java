package offprint.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import offprint.page.Structure;
import offprint.page.Structure.Content;
import offprint.page.Structure.Element;
import offprint.page.Structure.Role;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/**
 * The logical structure in the file (ISO 32000-1, 14.7). While pages are painted it notes what of
 * them belongs where; at the end it writes the elements, in reading order.
 */
final class StructureTree {
  private static final PdfName OBJECT = new PdfName("Obj");
  private static final PdfName EXPANSION = new PdfName("E");
  private static final PdfName ID_TREE = new PdfName("IDTree");
  private static final PdfName OWNER = new PdfName("O");

  private final PdfFile file;
  private final Map<Content, List<Sequence>> sequences = new IdentityHashMap<>();
  private final Map<Element, PdfIndirectReference> references = new IdentityHashMap<>();
  private final Map<Element, List<Annotation>> annotations = new IdentityHashMap<>();
  private final Map<Element, Box> boxes = new IdentityHashMap<>();
  private final PdfArray parents = new PdfArray();
  private int nextKey;
  private final Map<String, PdfIndirectReference> identifiers = PdfFile.names();

  private @Nullable PdfIndirectReference page;
  private PdfArray pageParents = new PdfArray();
  private int folio;
  private Placement placement = new Placement(0, 0, 1);

  /** A marked-content sequence of a page, and the folio of what is seen there. */
  private record Sequence(PdfIndirectReference page, int number, int folio) {}

  private record Annotation(
      PdfIndirectReference page, PdfIndirectReference reference, String description, int folio) {}

  /** Where a figure is painted, from its page's lower left. */
  private record Box(
      PdfIndirectReference page, double left, double bottom, double right, double top) {
    Box around(Box other) {
      return page != other.page // a figure over two pages has the first's box
          ? this
          : new Box(
              page,
              Math.min(left, other.left),
              Math.min(bottom, other.bottom),
              Math.max(right, other.right),
              Math.max(top, other.top));
    }
  }

  StructureTree(PdfFile file) {
    this.file = file;
  }

  void beginPage(PdfIndirectReference page) {
    this.page = page;
    pageParents = new PdfArray();
  }

  /**
   * Says which page of the article follows, and where on the page that is being painted it lies.
   */
  void place(int folioOfPage, Placement where) {
    folio = folioOfPage;
    placement = where;
  }

  /**
   * Notes a marked-content sequence of the page that is being painted.
   *
   * @return its number on the page
   */
  int sequence(Content content) {
    int number = pageParents.size();
    pageParents.add(reference(content.element()));
    sequences
        .computeIfAbsent(content, c -> new ArrayList<>(1))
        .add(new Sequence(current(), number, folio));
    return number;
  }

  /** Notes where a picture or a formula is painted. */
  void picture(Content content, double left, double bottom, double right, double top) {
    Box box =
        new Box(
            current(),
            placement.right(left),
            placement.up(bottom),
            placement.right(right),
            placement.up(top));
    boxes.merge(content.element(), box, Box::around);
  }

  /** What an annotation calls itself in the tree; it is written right after. */
  PdfNumber annotationKey(Element element, PdfIndirectReference annotation, String description) {
    annotations
        .computeIfAbsent(element, e -> new ArrayList<>(1))
        .add(new Annotation(current(), annotation, description, folio));
    return key(reference(element));
  }

  /** Ends the page. */
  void endPage() throws IOException {
    if (pageParents.size() > 0) {
      file.pageEntry(PdfName.STRUCTPARENTS, key(file.write(pageParents)));
    }
  }

  /** Writes the tree and names it in the catalog. */
  void write(Element document) throws IOException {
    // Whatever the order of painting, what goes on on a later page is read later.
    sequences.values().forEach(all -> all.sort(Comparator.comparingInt(Sequence::folio)));
    annotations.values().forEach(all -> all.sort(Comparator.comparingInt(Annotation::folio)));
    PdfIndirectReference root = file.getPdfIndirectReference();
    PdfDictionary tree = new PdfDictionary(PdfName.STRUCTTREEROOT);
    tree.put(PdfName.K, new PdfArray(write(document, document, root)));
    PdfDictionary parentTree = new PdfDictionary();
    parentTree.put(PdfName.NUMS, parents);
    tree.put(PdfName.PARENTTREE, file.write(parentTree));
    tree.put(PdfName.PARENTTREENEXTKEY, new PdfNumber(nextKey));
    if (!identifiers.isEmpty()) {
      tree.put(ID_TREE, file.write(PdfFile.nameTree(identifiers)));
    }
    file.addToBody(tree, root);
    file.getExtraCatalog().put(PdfName.STRUCTTREEROOT, root);
    PdfDictionary marks = new PdfDictionary();
    marks.put(PdfName.MARKED, PdfBoolean.PDFTRUE);
    file.getExtraCatalog().put(PdfName.MARKINFO, marks);
  }

  private PdfIndirectReference write(Element element, Element parent, PdfIndirectReference above)
      throws IOException {
    PdfIndirectReference self = reference(element);
    PdfDictionary entries = new PdfDictionary();
    entries.put(PdfName.S, new PdfName(element.role().type()));
    entries.put(PdfName.P, above);
    kids(element, self, entries);
    words(element, entries);
    attributes(element, parent, entries);
    String id = element.id();
    if (id != null) {
      entries.put(PdfName.ID, PdfFile.name(id));
      identifiers.put(id, self);
    }
    file.addToBody(entries, self);
    return self;
  }

  private void kids(Element element, PdfIndirectReference self, PdfDictionary entries)
      throws IOException {
    PdfArray kids = new PdfArray();
    PdfIndirectReference home = home(element);
    if (home != null) {
      entries.put(PdfName.PG, home);
    }
    for (Structure kid : element.kids()) {
      switch (kid) {
        case Content content -> {
          for (Sequence sequence : sequences.getOrDefault(content, List.of())) {
            kids.add(sequence(sequence, home));
          }
        }
        case Element inner -> {
          if (isWritten(inner)) {
            kids.add(write(inner, element, self));
          }
        }
      }
    }
    for (Annotation annotation : annotations.getOrDefault(element, List.of())) {
      PdfDictionary object = new PdfDictionary(PdfName.OBJR);
      object.put(OBJECT, annotation.reference());
      if (annotation.page() != home) {
        object.put(PdfName.PG, annotation.page());
      }
      kids.add(object);
    }
    if (kids.size() == 1) {
      entries.put(PdfName.K, kids.getPdfObject(0));
    } else if (kids.size() > 1) {
      entries.put(PdfName.K, kids);
    }
  }

  // The page of the first thing painted, which the others need not name.
  private @Nullable PdfIndirectReference home(Element element) {
    for (Structure kid : element.kids()) {
      if (kid instanceof Content content && sequences.containsKey(content)) {
        return sequences.get(content).getFirst().page();
      }
    }
    List<Annotation> own = annotations.get(element);
    return own == null ? null : own.getFirst().page();
  }

  private static PdfObject sequence(Sequence sequence, @Nullable PdfIndirectReference home) {
    PdfNumber number = new PdfNumber(sequence.number());
    if (sequence.page() == home) {
      return number;
    }
    PdfDictionary reference = new PdfDictionary(PdfName.MCR);
    reference.put(PdfName.PG, sequence.page());
    reference.put(PdfName.MCID, number);
    return reference;
  }

  private void words(Element element, PdfDictionary entries) {
    if (element.language() != null) {
      entries.put(PdfName.LANG, new PdfString(element.language()));
    }
    String alternative = element.alternative();
    List<Annotation> own = annotations.get(element);
    if (alternative == null && element.role() == Role.LINK && own != null) {
      alternative = own.getFirst().description();
    }
    if (alternative != null) {
      entries.put(PdfName.ALT, PdfFile.text(alternative));
    }
    if (element.expansion() != null) {
      entries.put(EXPANSION, PdfFile.text(element.expansion()));
    }
  }

  private void attributes(Element element, Element parent, PdfDictionary entries) {
    PdfDictionary attributes = new PdfDictionary();
    switch (element.role()) {
      case LIST -> {
        Structure.Numbering numbering = element.numbering();
        if (numbering != null) {
          attributes.put(OWNER, new PdfName("List"));
          attributes.put(new PdfName("ListNumbering"), new PdfName(numbering.type()));
        }
      }
      case TABLE_HEADER, TABLE_DATA -> cell(element, attributes);
      case FIGURE, FORMULA -> figure(element, parent, attributes);
      default -> {} // the other roles have no attributes of their own
    }
    if (attributes.size() > 0) {
      entries.put(PdfName.A, attributes);
    }
  }

  private static void cell(Element cell, PdfDictionary attributes) {
    Structure.Scope scope = cell.scope();
    if (scope != null) {
      attributes.put(new PdfName("Scope"), new PdfName(scope.type()));
    }
    if (cell.columnSpan() > 1) {
      attributes.put(new PdfName("ColSpan"), new PdfNumber(cell.columnSpan()));
    }
    if (cell.rowSpan() > 1) {
      attributes.put(new PdfName("RowSpan"), new PdfNumber(cell.rowSpan()));
    }
    if (attributes.size() > 0) {
      attributes.put(OWNER, new PdfName("Table"));
    }
  }

  private void figure(Element figure, Element parent, PdfDictionary attributes) {
    boolean inLine =
        switch (parent.role()) {
          case HEADING_1, HEADING_2, HEADING_3, HEADING_4, HEADING_5, HEADING_6 -> true;
          case PARAGRAPH, LINK, SPAN, CODE, REFERENCE, LABEL, CAPTION -> true;
          case TABLE_HEADER, TABLE_DATA -> true;
          case DOCUMENT, SECTION, BLOCK_QUOTE, DIVISION, LIST, LIST_ITEM, LIST_BODY -> false;
          case TABLE, TABLE_HEAD, TABLE_BODY, TABLE_ROW -> false;
          case TABLE_OF_CONTENTS, TABLE_OF_CONTENTS_ITEM -> false;
          case FIGURE, FORMULA, NOTE -> false;
        };
    attributes.put(OWNER, new PdfName("Layout"));
    attributes.put(new PdfName("Placement"), new PdfName(inLine ? "Inline" : "Block"));
    Box box = boxes.get(figure);
    if (box != null) {
      PdfArray edges = new PdfArray();
      for (double edge : new double[] {box.left(), box.bottom(), box.right(), box.top()}) {
        edges.add(new PdfNumber(edge));
      }
      attributes.put(PdfName.BBOX, edges);
    }
  }

  // An element that nothing was painted for is left out; but a table's empty cell keeps its place.
  private boolean isWritten(Element element) {
    return switch (element.role()) {
      case TABLE_ROW, TABLE_HEADER, TABLE_DATA -> true;
      default -> isPainted(element);
    };
  }

  private boolean isPainted(Element element) {
    return annotations.containsKey(element)
        || element.kids().stream()
            .anyMatch(
                kid ->
                    switch (kid) {
                      case Content content -> sequences.containsKey(content);
                      case Element inner -> isPainted(inner);
                    });
  }

  private PdfNumber key(PdfIndirectReference parent) {
    PdfNumber key = new PdfNumber(nextKey++);
    parents.add(key);
    parents.add(parent);
    return key;
  }

  private PdfIndirectReference reference(Element element) {
    return references.computeIfAbsent(element, e -> file.getPdfIndirectReference());
  }

  private PdfIndirectReference current() {
    if (page == null) {
      throw new IllegalStateException("a mark must be on a page");
    }
    return page;
  }
}
