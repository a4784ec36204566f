package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.document.Block.Table.Alignment;
import offprint.markdown.Nodes.HtmlCell;
import offprint.markdown.Nodes.HtmlRow;
import offprint.markdown.Nodes.HtmlTable;
import org.commonmark.node.Paragraph;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads one table of HTML, its rows and cells. */
final class TableHtml {
  private static final Map<String, Alignment> ALIGNMENTS =
      Map.of("left", Alignment.LEFT, "center", Alignment.CENTER, "right", Alignment.RIGHT);

  private final HtmlSource source;
  private final HtmlPhrasing phrasing;

  TableHtml(HtmlSource source) {
    this.source = source;
    this.phrasing = new HtmlPhrasing(source);
  }

  @Nullable HtmlTable table(Element element) {
    List<Element> head = new ArrayList<>();
    List<Element> body = new ArrayList<>();
    List<Element> foot = new ArrayList<>();
    @Nullable Paragraph caption = null;
    for (Element child : element.children()) {
      switch (child.normalName()) {
        case "caption" -> caption = phrasing.filled(source.placed(new Paragraph(), child), child);
        case "thead" -> head.addAll(rows(child));
        case "tfoot" -> foot.addAll(rows(child));
        case "tbody" -> body.addAll(rows(child));
        case "tr" -> body.add(child);
        default -> {}
      }
    }
    body.addAll(foot);
    if (head.isEmpty() && body.size() > 1 && namesColumns(body.getFirst())) {
      head.add(body.removeFirst());
    }
    HtmlTable table = source.placed(new HtmlTable(caption), element);
    addRows(table, head, true);
    addRows(table, body, false);
    return table.getFirstChild() == null ? null : table;
  }

  private List<Element> rows(Element section) {
    return section.children().stream().filter(e -> e.normalName().equals("tr")).toList();
  }

  private boolean namesColumns(Element row) {
    return row.childrenSize() > 0
        && row.children().stream().allMatch(cell -> cell.normalName().equals("th"));
  }

  private void addRows(HtmlTable table, List<Element> rows, boolean head) {
    for (int i = 0; i < rows.size(); i++) {
      HtmlRow row = source.placed(new HtmlRow(head), rows.get(i));
      for (Element cell : rows.get(i).children()) {
        if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
          HtmlCell filled = source.placed(cell(cell, rows.size() - i), cell);
          HtmlFlow.blocks(source, cell.childNodes()).forEach(filled::appendChild);
          row.appendChild(filled);
        }
      }
      if (row.getFirstChild() != null) {
        table.appendChild(row);
      }
    }
  }

  // A span ends with its section (HTML, the table model).
  private HtmlCell cell(Element cell, int rowsLeft) {
    String align = cell.attr("align").strip().toLowerCase(Locale.ROOT);
    int rowSpan = HtmlSource.number(cell.attr("rowspan"), 1, 0, rowsLeft);
    return new HtmlCell(
        cell.normalName().equals("th"),
        HtmlSource.number(cell.attr("colspan"), 1, 1, 1000),
        rowSpan == 0 ? rowsLeft : rowSpan,
        ALIGNMENTS.getOrDefault(align, Alignment.NONE));
  }
}
