package offprint.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import offprint.math.Part.Grid;
import offprint.math.Part.Grid.Shape;
import offprint.math.Part.GridRow;
import org.jspecify.annotations.Nullable;

/** Reads rows and columns: what stands between {@code \begin} and {@code \end}. */
final class GridReader {
  private static final Map<String, String> FENCES =
      Map.of(
          "pmatrix", "()",
          "bmatrix", "[]",
          "Bmatrix", "{}",
          "vmatrix", "||",
          "Vmatrix", "‖‖");
  private static final Set<String> ALIGNED =
      Set.of(
          "align",
          "align*",
          "aligned",
          "alignat",
          "alignat*",
          "alignedat",
          "split",
          "flalign",
          "flalign*",
          "eqnarray",
          "eqnarray*");
  private static final Set<String> GATHERED =
      Set.of("gather", "gather*", "gathered", "multline", "multline*");
  private static final Set<String> TRANSPARENT =
      Set.of("equation", "equation*", "math", "displaymath");

  private final Tokens tokens;
  private final TexReader reader;

  GridReader(Tokens tokens, TexReader reader) {
    this.tokens = tokens;
    this.reader = reader;
  }

  /** All of a formula; rows that nothing stands around are equations, aligned. */
  Part formula() throws UnreadableFormula {
    Grid grid = rows(Shape.ALIGNED, "rl");
    if (tokens.more()) {
      String over = tokens.peek() == '}' ? "}" : tokens.sees("\\right") ? "\\right" : "\\end";
      throw tokens.wrong("'" + over + "' closes nothing", "drop it, or open what it closes");
    }
    List<GridRow> rows = grid.rows();
    if (rows.size() == 1 && rows.getFirst().cells().size() == 1) {
      reader.tag = reader.tag != null ? reader.tag : rows.getFirst().tag();
      return rows.getFirst().cells().getFirst();
    }
    boolean paired = rows.stream().anyMatch(row -> row.cells().size() > 1);
    return paired ? grid : new Grid(Shape.ALIGNED, "c", List.of(), false, rows);
  }

  /** Behind {@code \begin}. */
  Part environment() throws UnreadableFormula {
    int start = tokens.at;
    String name = tokens.braced("begin");
    String bare = name.replace("*", "");
    Part content;
    if (TRANSPARENT.contains(name)) {
      content = single(name);
    } else if (ALIGNED.contains(name)) {
      if (name.contains("at") && !name.startsWith("split")) {
        tokens.braced("begin{" + name + "}");
      }
      position();
      content = rows(Shape.ALIGNED, name.startsWith("eqnarray") ? "rcl" : "rl");
    } else if (GATHERED.contains(name)) {
      position();
      content = rows(Shape.ALIGNED, "c");
    } else if (name.equals("matrix") || FENCES.containsKey(name)) {
      String fences = FENCES.getOrDefault(name, "");
      content = fenced(rows(Shape.MATRIX, "c"), fences);
    } else if (FENCES.containsKey(bare) || bare.equals("matrix")) {
      @Nullable Part align = reader.optional();
      String columns =
          align instanceof Part.Row row
                  && row.parts().size() == 1
                  && row.parts().getFirst() instanceof Part.Symbol symbol
              ? symbol.written()
              : "c";
      content = fenced(rows(Shape.MATRIX, columns), FENCES.getOrDefault(bare, ""));
    } else if (name.equals("smallmatrix")) {
      content = rows(Shape.SMALL_MATRIX, "c");
    } else if (name.equals("cases") || name.equals("dcases")) {
      content = new Part.Fenced("{", List.of(rows(Shape.CASES, "l")), "");
    } else if (name.equals("rcases")) {
      content = new Part.Fenced("", List.of(rows(Shape.CASES, "l")), "}");
    } else if (name.equals("array") || name.equals("subarray")) {
      position();
      content = array(tokens.braced("begin{" + name + "}"));
    } else {
      tokens.at = start - "\\begin".length();
      throw tokens.wrong(
          "the environment " + name + " is not known",
          "aligned, gathered, cases, array and the matrices are");
    }
    end(name, start);
    return content;
  }

  // What has but one row in LaTeX, and other environments in it.
  private Part single(String name) throws UnreadableFormula {
    Grid grid = rows(Shape.ALIGNED, "rl");
    if (grid.rows().size() == 1 && grid.rows().getFirst().cells().size() == 1) {
      if (grid.rows().getFirst().tag() != null) {
        reader.tag = grid.rows().getFirst().tag();
      }
      return grid.rows().getFirst().cells().getFirst();
    }
    return grid;
  }

  private void end(String name, int start) throws UnreadableFormula {
    int at = tokens.at;
    if (!tokens.takes("\\end")) {
      tokens.at = start - "\\begin".length();
      throw tokens.wrong(
          "\\begin{" + name + "} is never closed", "close it with \\end{" + name + "}");
    }
    String closed = tokens.braced("end");
    if (!closed.equals(name)) {
      tokens.at = at;
      throw tokens.wrong(
          "\\begin{" + name + "} is closed by \\end{" + closed + "}",
          "close each with its own name, the inner before the outer");
    }
  }

  // [t], [b] and [c], which say where it stands to the line.
  private void position() throws UnreadableFormula {
    if (tokens.sees("[t]") || tokens.sees("[b]") || tokens.sees("[c]")) {
      tokens.at += 3;
    }
  }

  private static Part fenced(Grid grid, String fences) {
    return fences.isEmpty()
        ? grid
        : new Part.Fenced(fences.substring(0, 1), List.of(grid), fences.substring(1));
  }

  private Part array(String columns) throws UnreadableFormula {
    StringBuilder kinds = new StringBuilder();
    List<Integer> lines = new ArrayList<>();
    for (char c : columns.toCharArray()) {
      switch (c) {
        case 'l', 'c', 'r' -> kinds.append(c);
        case '|' -> lines.add(kinds.length());
        case ' ' -> {}
        default ->
            throw tokens.wrong(
                "'" + columns + "' does not say the columns of an array", "write l, c, r and |");
      }
    }
    Grid grid = rows(Shape.MATRIX, kinds.isEmpty() ? "c" : kinds.toString());
    return new Grid(Shape.MATRIX, grid.columns(), lines, grid.ruledBelow(), grid.rows());
  }

  /** Lines in braces, behind {@code \substack}. */
  Part stack() throws UnreadableFormula {
    if (!tokens.takes("{")) {
      throw tokens.wrong("\\substack wants braces", "write \\substack{a \\\\ b}");
    }
    Grid grid = rows(Shape.STACK, "c");
    if (!tokens.takes("}")) {
      throw tokens.wrong("\\substack is never closed", "close it with '}'");
    }
    return grid;
  }

  private Grid rows(Shape shape, String columns) throws UnreadableFormula {
    List<GridRow> rows = new ArrayList<>();
    List<Part> cells = new ArrayList<>();
    @Nullable String outside = reader.tag;
    reader.tag = null;
    boolean ruled = line();
    while (true) {
      cells.add(reader.row());
      if (tokens.takes("&")) {
        continue;
      }
      boolean another = rowEnd() || tokens.takes("\\newline") || tokens.takes("\\cr");
      if (another) {
        tokens.takes("*");
        extraSpace();
      }
      rows.add(new GridRow(cells, reader.tag, ruled));
      cells = new ArrayList<>();
      reader.tag = null;
      if (!another) {
        break;
      }
      ruled = line();
    }
    reader.tag = outside;
    // A row's end behind the last row begins no other.
    GridRow last = rows.getLast();
    boolean empty =
        rows.size() > 1
            && last.cells().size() == 1
            && last.cells().getFirst().equals(Part.Row.EMPTY);
    if (empty) {
      rows.removeLast();
    }
    return new Grid(shape, columns, List.of(), empty && last.ruled(), rows);
  }

  // Where a program takes backslashes for Markdown's own, authors write each of the two twice.
  private boolean rowEnd() throws UnreadableFormula {
    boolean taken = tokens.takes("\\\\");
    if (taken && tokens.tex.startsWith("\\\\", tokens.at)) {
      tokens.at += 2;
    }
    return taken;
  }

  private boolean line() throws UnreadableFormula {
    boolean line = false;
    while (tokens.takes("\\hline")) {
      line = true;
    }
    return line;
  }

  // [6pt] behind a row's end.
  private void extraSpace() throws UnreadableFormula {
    if (tokens.at < tokens.tex.length() && tokens.tex.charAt(tokens.at) == '[') {
      int end = tokens.tex.indexOf(']', tokens.at);
      if (end > 0
          && tokens.tex.substring(tokens.at + 1, end).matches("\\s*-?[\\d.]+\\s*[a-z]{2}\\s*")) {
        tokens.at = end + 1;
      }
    }
  }
}
