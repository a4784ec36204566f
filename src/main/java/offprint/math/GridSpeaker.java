package offprint.math;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import offprint.math.Part.Grid;
import offprint.math.Part.GridRow;
import offprint.math.Part.Row;
import org.jspecify.annotations.Nullable;

/** Says rows and columns, row by row. */
final class GridSpeaker {
  private final Speaker speaker;
  private final Vocabulary vocabulary;

  GridSpeaker(Speaker speaker, Vocabulary vocabulary) {
    this.speaker = speaker;
    this.vocabulary = vocabulary;
  }

  /** A grid that nothing stands around. */
  String words(Grid grid) {
    return switch (grid.shape()) {
      case MATRIX, SMALL_MATRIX -> table("array", grid);
      case CASES -> cases(grid);
      case ALIGNED, STACK -> lines(grid);
    };
  }

  /** A grid and the brackets around it, where together they have a name; else null. */
  @Nullable String fenced(Grid grid, String fences) {
    return switch (grid.shape()) {
      case MATRIX, SMALL_MATRIX ->
          switch (fences) {
            case "()", "[]" -> table("matrix", grid);
            case "||" -> table("determinant", grid);
            default -> null;
          };
      case CASES -> fences.equals("{") ? cases(grid) : null;
      case ALIGNED, STACK -> null;
    };
  }

  private String table(String key, Grid grid) {
    List<GridRow> rows = grid.rows();
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    boolean simple =
        rows.stream()
            .allMatch(
                row ->
                    row.cells().size() == columns
                        && row.cells().stream().allMatch(GridSpeaker::isEntry));
    String said =
        numbered(rows, "row", row -> simple ? simpleCells(row.cells()) : cells(row.cells()));
    return vocabulary.said(key, rows.size(), columns, said);
  }

  private static boolean isEntry(Part cell) {
    return Bare.isSimple(cell) || Bare.isSigned(cell);
  }

  private String simpleCells(List<Part> cells) {
    return cells.stream().map(speaker::words).collect(Collectors.joining(", "));
  }

  private String cells(List<Part> cells) {
    if (cells.size() == 1) {
      return cell(cells.getFirst());
    }
    return IntStream.range(0, cells.size())
        .mapToObj(i -> vocabulary.said("column", i + 1, cell(cells.get(i))))
        .collect(Collectors.joining(", "));
  }

  private String cell(Part cell) {
    String words = speaker.words(cell);
    return words.isEmpty() ? vocabulary.said("blank") : words;
  }

  private String cases(Grid grid) {
    String said = numbered(grid.rows(), "case", this::oneCase);
    return vocabulary.said("cases", grid.rows().size(), said);
  }

  // A condition that does not begin with a word of the author's has one of ours before it.
  private String oneCase(GridRow row) {
    String value = unpointed(row.cells().getFirst());
    Part condition = new Row(row.cells().subList(1, row.cells().size()));
    List<Part> parts = Bare.parts(condition);
    parts = parts.stream().filter(part -> !(part instanceof Part.Space)).toList();
    if (parts.isEmpty()) {
      return value;
    }
    String said = unpointed(condition);
    return value
        + ", "
        + (parts.getFirst() instanceof Part.Text ? said : vocabulary.said("where", said));
  }

  private String lines(Grid grid) {
    return grid.rows().size() == 1
        ? line(grid.rows().getFirst())
        : vocabulary.said("lines", grid.rows().size(), numbered(grid.rows(), "line", this::line));
  }

  private String line(GridRow row) {
    String tag = row.tag();
    String words = unpointed(new Row(row.cells()));
    return tag == null ? words : vocabulary.said("tagged", words, tag);
  }

  private String unpointed(Part part) {
    return speaker.clause(part).replaceAll("[.,;]$", "");
  }

  private String numbered(
      List<GridRow> rows, String key, java.util.function.Function<GridRow, String> words) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> vocabulary.said(key, i + 1, words.apply(rows.get(i))))
        .collect(Collectors.joining(", "));
  }
}
