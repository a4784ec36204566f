package offprint.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import offprint.pdf.TaggedPdf.Node;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/** What ISO 32000-1, 14.8 and ISO 14289-1 ask of a structure, and no validator looks at. */
public final class StructureRules {
  private final List<String> broken = new ArrayList<>();
  private final TaggedPdf pdf;

  private StructureRules(TaggedPdf pdf) {
    this.pdf = pdf;
  }

  /** What is broken, in words. */
  public static List<String> broken(TaggedPdf pdf) {
    StructureRules rules = new StructureRules(pdf);
    rules.headings();
    rules.language(pdf.root(), null);
    for (Node node : pdf.root().all()) {
      switch (node.type()) {
        case "L" -> rules.list(node);
        case "Table" -> rules.table(node);
        case "Figure", "Formula" -> rules.shown(node);
        case "Link" -> rules.link(node);
        case "Note" -> rules.note(node);
        case "H1", "H2", "H3", "H4", "H5", "H6", "P", "Lbl", "Code" -> rules.words(node);
        default -> {} // the others only hold these
      }
    }
    return rules.broken;
  }

  private void wrong(Node node, String what) {
    String words = node.words();
    broken.add(node.type() + " '" + words.substring(0, Math.min(40, words.length())) + "' " + what);
  }

  // One title, and no level left out (ISO 14289-1, 7.4.2).
  private void headings() {
    int level = 0;
    for (Node node : pdf.root().all()) {
      if (node.type().matches("H[1-6]")) {
        int its = node.type().charAt(1) - '0';
        if (its > level + 1 || its == 1 && level > 0) {
          wrong(node, "stands below a heading of level " + level);
        }
        level = its;
      }
    }
    if (level == 0) {
      broken.add("there is no heading");
    }
  }

  private void language(Node node, @Nullable String around) {
    String own = node.string("Lang");
    if (own != null && own.equals(around)) {
      wrong(node, "says the language that it is in anyway");
    }
    if (own != null && !Locale.forLanguageTag(own).toLanguageTag().equals(own)) {
      wrong(node, "is in no language: " + own);
    }
    node.nodes().forEach(kid -> language(kid, own != null ? own : around));
  }

  private void words(Node node) {
    boolean shows = node.all().stream().anyMatch(n -> n.string("Alt") != null);
    if (node.words().isBlank() && !shows) {
      wrong(node, "is empty");
    }
    if (node.words().codePoints().anyMatch(StructureRules::saysNothing)) {
      wrong(node, "has a character that says nothing");
    }
  }

  private static boolean saysNothing(int c) {
    return c == 0xFFFD || c == 0xFFFC;
  }

  private void list(Node list) {
    String numbering = list.name("ListNumbering");
    if (numbering == null) {
      wrong(list, "does not say how it counts");
    }
    for (Node item : list.nodes()) {
      if (!item.type().equals("LI")) {
        wrong(list, "has a kid that is no item: " + item.type());
        continue;
      }
      List<String> parts = item.nodes().stream().map(Node::type).toList();
      // Of a definition list an item has terms and what they mean.
      boolean ordered = String.join(" ", parts).matches("(Lbl )*LBody( LBody)*|Lbl");
      if (!ordered || !"None".equals(numbering) && !parts.getFirst().equals("Lbl")) {
        wrong(item, "has the parts " + parts);
      }
    }
    if ("Decimal".equals(numbering)) {
      rising(list);
    }
  }

  private void rising(Node list) {
    int before = -1;
    for (Node item : list.nodes()) {
      String label = item.nodes().getFirst().words().strip();
      if (label.matches("\\d+\\.")) {
        int number = Integer.parseInt(label.substring(0, label.length() - 1));
        if (before >= 0 && number != before + 1) {
          wrong(item, "does not count on");
        }
        before = number;
      }
    }
  }

  /** The cells of each part fill a grid, each place once; who is a header says of what. */
  private void table(Node table) {
    List<Node> parts = new ArrayList<>(table.nodes());
    if (!parts.isEmpty() && parts.getFirst().type().equals("Caption")) {
      parts.removeFirst();
    }
    int columns = -1;
    for (Node part : parts) {
      if (!part.type().matches("THead|TBody")) {
        wrong(table, "has the part " + part.type());
        continue;
      }
      int wide = grid(table, part);
      if (columns >= 0 && wide != columns) {
        wrong(table, "is " + columns + " and then " + wide + " columns wide");
      }
      columns = wide;
    }
    if (parts.stream().filter(part -> part.type().equals("THead")).count() > 1) {
      wrong(table, "has two heads");
    }
  }

  private int grid(Node table, Node part) {
    Set<Long> taken = new HashSet<>();
    List<Node> rows = part.nodes();
    int columns = 0;
    for (int row = 0; row < rows.size(); row++) {
      int column = 0;
      for (Node cell : rows.get(row).nodes()) {
        while (taken.contains(place(row, column))) {
          column++;
        }
        cell(part, cell);
        int wide = cell.number("ColSpan", 1);
        int high = cell.number("RowSpan", 1);
        for (int r = row; r < row + high; r++) {
          for (int c = column; c < column + wide; c++) {
            if (r >= rows.size() || !taken.add(place(r, c))) {
              wrong(cell, "lies over another cell, or out of its table");
            }
          }
        }
        column += wide;
      }
      columns = Math.max(columns, column);
    }
    if (taken.size() != rows.size() * columns) {
      wrong(table, "has holes");
    }
    return columns;
  }

  private static long place(int row, int column) {
    return row * 10_000L + column;
  }

  private void cell(Node part, Node cell) {
    String scope = cell.name("Scope");
    if (!cell.type().matches("TH|TD")) {
      wrong(cell, "is no cell");
    } else if (cell.type().equals("TH") == (scope == null)) {
      wrong(cell, "has the scope " + scope);
    } else if (part.type().equals("THead") && cell.type().equals("TD")) {
      wrong(cell, "stands in the head");
    }
  }

  private void shown(Node node) {
    String alternative = node.string("Alt");
    if (alternative == null || alternative.isBlank()) {
      wrong(node, "has no alternative");
    }
    if (!(node.attribute("BBox") instanceof COSArray box) || box.size() != 4) {
      wrong(node, "says not where it is");
      return;
    }
    float[] edges = new float[4];
    for (int i = 0; i < 4; i++) {
      edges[i] = box.getObject(i) instanceof COSNumber n ? n.floatValue() : -1;
    }
    if (edges[0] < 0 || edges[1] < 0 || edges[2] <= edges[0] || edges[3] <= edges[1]) {
      wrong(node, "is nowhere");
    }
  }

  private void link(Node link) {
    String alternative = link.string("Alt");
    if (alternative == null || alternative.isBlank()) {
      wrong(link, "does not say where it leads");
    }
    if (link.annotations().isEmpty()) {
      wrong(link, "leads nowhere");
    }
    for (COSDictionary annotation : link.annotations()) {
      String name = annotation.getString(COSName.DEST);
      COSDictionary action = annotation.getCOSDictionary(COSName.A);
      boolean address = action != null && !action.getString(COSName.URI, "").isBlank();
      if (!COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE))
          || !address && (name == null || pdf.pageOf(name) == null)) {
        wrong(link, "has an annotation that leads nowhere");
      }
    }
  }

  // From each call to the note, and from the note's number to the first of them.
  private void note(Node note) {
    String id = note.string("ID");
    if (id == null || note.nodes().isEmpty() || !note.nodes().getFirst().type().equals("Lbl")) {
      wrong(note, "has no name or number");
      return;
    }
    List<COSDictionary> calls = new ArrayList<>();
    for (Node reference : pdf.root().all("Reference")) {
      for (Node link : reference.all("Link")) {
        for (COSDictionary annotation : link.annotations()) {
          if (id.equals(annotation.getString(COSName.DEST))) {
            calls.add(annotation);
          }
        }
      }
    }
    if (calls.isEmpty()) {
      wrong(note, "is called by nobody");
      return;
    }
    List<COSDictionary> back =
        note.nodes().getFirst().nodes().stream().flatMap(l -> l.annotations().stream()).toList();
    if (id.startsWith("fn")
        && (back.size() != 1
            || pdf.pageOf(back.getFirst().getString(COSName.DEST))
                != pdf.pageOf(calls.getFirst()))) {
      wrong(note, "does not lead back to the page of its first call");
    }
  }
}
