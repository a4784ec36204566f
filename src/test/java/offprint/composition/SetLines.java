package offprint.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import offprint.page.Mark;
import offprint.page.Page;
import offprint.page.Pages;
import offprint.page.Structure;

/**
 * Finished pages as who looks at them sees them: paragraphs, headings, captions, code, each as the
 * lines it has on each page. It knows of no galley: what belongs together, the structure says.
 */
final class SetLines {
  private static final double SAME = 0.6;

  /** What a line says in place of one. */
  private static final String FORMULA = "\u2026";

  /**
   * A line.
   *
   * @param page counted from 0
   * @param y of its baseline
   * @param left of its words
   * @param right of its words
   * @param hyphen whether a hyphen is set at its end
   */
  record Line(int page, double y, double left, double right, String words, boolean hyphen) {
    private boolean isBeside(Placed mark, double size) {
      return mark.page == page && Math.abs(mark.y - y) < 0.7 * size;
    }

    private Line with(Placed mark) {
      return new Line(
          page, y, Math.min(left, mark.x), Math.max(right, mark.right()), words, hyphen);
    }

    @Override
    public String toString() {
      return "p. " + (page + 1) + " '" + words + "'";
    }
  }

  /**
   * Lines that are read as one.
   *
   * @param note whether it stands at the foot
   * @param cell whether it stands in a table
   * @param size of its type, in points
   */
  record Block(
      Structure.Role role,
      boolean code,
      boolean note,
      boolean cell,
      double size,
      List<Line> lines) {
    /** Its lines on each page that has some. */
    List<List<Line>> onPages() {
      Map<Integer, List<Line>> pages = new TreeMap<>();
      lines.forEach(line -> pages.computeIfAbsent(line.page, p -> new ArrayList<>()).add(line));
      return List.copyOf(pages.values());
    }

    boolean isHeading() {
      return role.name().startsWith("HEADING");
    }
  }

  private final List<Block> blocks = new ArrayList<>();
  private final Map<Structure.Content, Structure.Element> owners = new IdentityHashMap<>();
  private final List<Structure.Element> order = new ArrayList<>();
  private final Map<Structure.Element, boolean[]> kinds = new IdentityHashMap<>();
  private final List<Page> pages;

  SetLines(Pages set) {
    this.pages = set.pages();
    walk(set.structure(), set.structure(), new boolean[3]);
    Map<Structure.Element, List<Placed>> texts = new IdentityHashMap<>();
    Map<Structure.Element, List<Placed>> formulas = new IdentityHashMap<>();
    for (int page = 0; page < pages.size(); page++) {
      for (Mark mark : pages.get(page).marks()) {
        if (mark instanceof Mark.Text text
            && text.owner() instanceof Structure.Content content
            && !text.turned()
            && !text.run().text().isBlank()) {
          texts
              .computeIfAbsent(owners.get(content), e -> new ArrayList<>())
              .add(Placed.of(page, text));
        } else if (mark instanceof Mark.Formula formula
            && formula.owner() instanceof Structure.Content content
            && !formula.turned()) {
          formulas
              .computeIfAbsent(owners.get(content), e -> new ArrayList<>())
              .add(Placed.of(page, formula));
        }
      }
    }
    for (Structure.Element element : order) {
      if (texts.containsKey(element)) {
        boolean[] kind = kinds.get(element);
        List<Placed> among = formulas.getOrDefault(element, List.of());
        blocks.add(block(element.role(), kind, texts.get(element), among));
      }
    }
  }

  /** Words or a formula in a line. */
  private record Placed(
      int page, double x, double y, double width, double size, String words, boolean hyphen) {
    static Placed of(int page, Mark.Text text) {
      boolean hyphen = "\u00AD".equals(text.actual());
      return new Placed(
          page,
          text.x(),
          text.y(),
          text.run().width(),
          text.run().size(),
          text.run().text(),
          hyphen);
    }

    static Placed of(int page, Mark.Formula formula) {
      double width = formula.set().width();
      return new Placed(page, formula.x(), formula.y(), width, 0, FORMULA, false);
    }

    double right() {
      return x + width;
    }
  }

  List<Block> blocks() {
    return blocks;
  }

  /** The lines of a page's text, from its head down; lines side by side are one. */
  List<Line> body(int page) {
    List<Line> body = new ArrayList<>();
    blocks.stream()
        .filter(block -> !block.note)
        .flatMap(block -> block.lines.stream())
        .filter(line -> line.page == page)
        .sorted(Comparator.comparingDouble(Line::y))
        .forEach(
            line -> {
              if (body.isEmpty() || line.y - body.getLast().y > SAME) {
                body.add(line);
              }
            });
    return body;
  }

  /** Whether something that is not text stands below, as a picture does. */
  boolean picturesBelow(Line line) {
    return pages.get(line.page).marks().stream()
        .anyMatch(
            mark ->
                mark instanceof Mark.Picture picture && picture.y() > line.y
                    || mark instanceof Mark.Formula formula && formula.y() > line.y + SAME);
  }

  int pages() {
    return pages.size();
  }

  private void walk(Structure.Element element, Structure.Element block, boolean[] kind) {
    boolean[] its = {
      kind[0] || element.role() == Structure.Role.CODE && block.role() == Structure.Role.PARAGRAPH,
      kind[1] || element.role() == Structure.Role.NOTE,
      kind[2] || element.role() == Structure.Role.TABLE
    };
    Structure.Element own =
        switch (element.role()) {
          case LINK, SPAN, REFERENCE, CODE, FORMULA -> block;
          default -> element;
        };
    if (own == element) {
      order.add(own);
      kinds.put(own, new boolean[] {false, its[1], its[2]});
    }
    boolean only = element.kids().size() == 1 && own == element;
    for (Structure kid : element.kids()) {
      switch (kid) {
        case Structure.Element e -> {
          if (only && e.role() == Structure.Role.CODE) {
            kinds.get(own)[0] = true;
          }
          walk(e, own, its);
        }
        case Structure.Content content -> owners.put(content, own);
      }
    }
  }

  private static Block block(
      Structure.Role role, boolean[] kind, List<Placed> texts, List<Placed> formulas) {
    double size = size(texts);
    // Raised and lowered marks stand beside a line, and are none.
    List<Placed> upright =
        Stream.concat(texts.stream().filter(t -> t.size > size * 0.72), formulas.stream())
            .sorted(
                Comparator.comparingInt(Placed::page)
                    .thenComparingDouble(t -> Math.rint(t.y / SAME))
                    .thenComparingDouble(t -> t.x))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (Placed t : upright) {
      Line last = lines.isEmpty() ? null : lines.getLast();
      if (last != null && last.page == t.page && Math.abs(last.y - t.y) < SAME) {
        boolean gap = t.x - last.right > 0.1 * size;
        lines.removeLast();
        lines.add(
            new Line(
                t.page,
                last.y,
                last.left,
                Math.max(t.right(), last.right),
                last.words + (gap ? " " : "") + t.words,
                last.hyphen || t.hyphen));
      } else {
        lines.add(new Line(t.page, t.y, t.x, t.right(), t.words, t.hyphen));
      }
    }
    for (Placed t : texts) {
      if (!upright.contains(t)) {
        lines.replaceAll(line -> line.isBeside(t, size) ? line.with(t) : line);
      }
    }
    return new Block(role, kind[0], kind[1], kind[2], size, List.copyOf(lines));
  }

  // The largest that more is set in than an initial.
  private static double size(List<Placed> texts) {
    Map<Double, Integer> sizes = new TreeMap<>();
    texts.forEach(t -> sizes.merge(t.size, t.words.length(), Integer::sum));
    double size = 0;
    for (Map.Entry<Double, Integer> entry : sizes.entrySet()) {
      size = size == 0 || entry.getValue() > 2 ? entry.getKey() : size;
    }
    return size;
  }
}
