package offprint.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import offprint.style.PageStyle;
import offprint.style.Style;

/**
 * Cuts galleys into pages: fills each as far as its depth goes, ends it where the galley allows,
 * and puts the notes at the foot of the page that calls them. A note that does not fit goes on on
 * the next page, two lines at least on each.
 */
final class PageBuilder {
  private static final double EPSILON = 0.01;

  /** Lines of a note that a page holds at least. */
  private static final int NOTE_LINES = 2;

  private final IntFunction<PageStyle> styles;
  private final double grid;
  private final Style.Border noteRule;
  private final double noteRuleWidth;
  private final double noteSpace;

  private final List<Galley.Entry> entries = new ArrayList<>();
  private final List<Filled> filled = new ArrayList<>();
  private final Map<String, String> strings = new LinkedHashMap<>();
  private int next;
  private List<Slug> carried = List.of();

  /**
   * @param styles of the pages, by folio
   * @param grid the distance of the page's baselines, in points
   * @param notes the style of the foot: its border is the rule above the notes, its padding the
   *     space below the rule
   */
  PageBuilder(IntFunction<PageStyle> styles, double grid, Style notes, double measure) {
    this.styles = styles;
    this.grid = grid;
    this.noteRule =
        notes.border().top().width() > 0
            ? notes.border().top()
            : new Style.Border(0.4, Style.Colour.BLACK);
    this.noteRuleWidth = notes.width() == null ? measure / 5 : notes.width().of(measure);
    this.noteSpace = Math.max(notes.padding().top(), 3);
  }

  /** A slug in its place on a page. */
  private record Placed(Galley.Entry entry, double y) {}

  /** A page before its furniture. */
  private static final class Filled {
    final List<Placed> placed = new ArrayList<>();
    final List<Slug> notes = new ArrayList<>();
    final List<Slug> head = new ArrayList<>();
    Map<String, String> strings = Map.of();
    List<Slug> carried = List.of();
    int end;
    boolean complete;
  }

  /** The depth of the text in whole lines of the grid. */
  static double depth(PageStyle page, double grid) {
    double depth = page.height() - page.margin().top() - page.margin().bottom();
    return Math.floor(depth / grid + EPSILON) * grid;
  }

  /** Adds what follows, and closes all pages that it fills. */
  void add(Galley galley) {
    entries.addAll(galley.entries());
    close(false);
  }

  /** The pages on which a link of the list is used, as far as all that was added goes. */
  List<Integer> pagesOfLink(int number) {
    TreeSet<Integer> pages = new TreeSet<>();
    for (int i = 0; i < filled.size(); i++) {
      if (holds(filled.get(i), number)) {
        pages.add(i + 1);
      }
    }
    Filled rest = fill(filled.size() + 1);
    if (holds(rest, number)) {
      pages.add(filled.size() + 1);
    }
    return List.copyOf(pages);
  }

  private static boolean holds(Filled page, int link) {
    return page.placed.stream().anyMatch(p -> p.entry.slug().extras().links().contains(link))
        || page.notes.stream().anyMatch(slug -> slug.extras().links().contains(link));
  }

  private void close(boolean all) {
    while (next < entries.size() || !carried.isEmpty()) {
      Filled page = fill(filled.size() + 1);
      if (!page.complete && !all) {
        return;
      }
      next = page.end;
      carried = page.carried;
      for (Placed placed : page.placed) {
        for (Slug.Named named : placed.entry.slug().extras().strings()) {
          strings.put(named.name(), named.words());
        }
      }
      page.strings = Map.copyOf(strings);
      filled.add(page);
    }
  }

  // ---- one page

  private Filled fill(int folio) {
    Filled page = new Filled();
    double depth = depth(styles.apply(folio), grid);
    takeCarried(page, depth);
    double y = 0;
    int cut = -1;
    int placedAtCut = 0;
    int notesAtCut = 0;
    for (int j = next; j < entries.size(); j++) {
      Galley.Entry entry = entries.get(j);
      boolean first = j == next;
      if (first && entry.head() != null && continues(j)) {
        for (Slug slug : entry.head()) {
          page.head.add(slug);
          y += slug.height();
        }
      }
      double top = y + (first ? 0 : entry.before());
      top += toGrid(j, top);
      double bottom = top + entry.slug().height();
      List<Slug> called = called(entry);
      if (bottom + noteDepth(page.notes, called) <= depth + EPSILON) {
        page.placed.add(new Placed(entry, top));
        page.notes.addAll(called);
        y = bottom;
      } else if (entry.after() == Galley.Cut.ALLOWED && split(page, called, depth - bottom)) {
        page.placed.add(new Placed(entry, top));
        return complete(page, j + 1);
      } else if (cut >= 0) {
        truncate(page, placedAtCut, notesAtCut);
        return complete(page, cut);
      } else if (first) {
        page.placed.add(new Placed(entry, top));
        page.carried = Slug.joined(page.carried, called);
        return complete(page, j + 1);
      } else {
        return complete(page, j);
      }
      if (entry.after() == Galley.Cut.FORCED && j + 1 < entries.size()) {
        return complete(page, j + 1);
      }
      if (entry.after() == Galley.Cut.ALLOWED) {
        cut = j + 1;
        placedAtCut = page.placed.size();
        notesAtCut = page.notes.size();
      }
    }
    page.end = entries.size();
    page.complete = !page.carried.isEmpty();
    return page;
  }

  /**
   * How far an entry must go down for its line to stand on the grid, or the line that it is kept
   * with: what is missing below a heading is better given above it.
   */
  private double toGrid(int j, double top) {
    boolean kept = j > next && entries.get(j - 1).after() == Galley.Cut.FORBIDDEN;
    double y = top;
    int k = j;
    while (!entries.get(k).slug().onGrid()) {
      boolean goesOn = entries.get(k).after() == Galley.Cut.FORBIDDEN && k + 1 < entries.size();
      if (kept || !goesOn) {
        return 0;
      }
      y += entries.get(k).slug().height() + entries.get(k + 1).before();
      k++;
    }
    return Math.ceil(y / grid - EPSILON) * grid - y;
  }

  private static Filled complete(Filled page, int end) {
    page.end = end;
    page.complete = true;
    return page;
  }

  private static void truncate(Filled page, int placed, int notes) {
    page.placed.subList(placed, page.placed.size()).clear();
    page.notes.subList(notes, page.notes.size()).clear();
  }

  /** Whether the entry is not the first row behind its head, so that the head must be repeated. */
  private boolean continues(int j) {
    return j > 0 && entries.get(j - 1).head() == entries.get(j).head();
  }

  private static List<Slug> called(Galley.Entry entry) {
    List<Slug> slugs = new ArrayList<>();
    List<SetNote> notes = new ArrayList<>(entry.slug().extras().notes());
    while (!notes.isEmpty()) {
      SetNote note = notes.removeFirst();
      slugs.addAll(note.slugs());
      notes.addAll(note.called());
    }
    return slugs;
  }

  private double noteDepth(List<Slug> notes, List<Slug> more) {
    if (notes.isEmpty() && more.isEmpty()) {
      return 0;
    }
    return noteHead() + height(notes) + height(more);
  }

  /** The blank above the rule, the rule, and the space below it. */
  private double noteHead() {
    return grid * 0.6 + noteRule.width() + noteSpace;
  }

  private static double height(List<Slug> slugs) {
    return slugs.stream().mapToDouble(Slug::height).sum();
  }

  // What was left over from the page before comes first; half of the page stays for the text.
  private void takeCarried(Filled page, double depth) {
    double room = depth / 2;
    int taken = 0;
    double height = 0;
    while (taken < carried.size() && height + carried.get(taken).height() <= room) {
      height += carried.get(taken).height();
      taken++;
    }
    if (taken == 0 && !carried.isEmpty()) {
      taken = 1;
    }
    page.notes.addAll(carried.subList(0, taken));
    page.carried = List.copyOf(carried.subList(taken, carried.size()));
  }

  /**
   * Takes as many lines of the notes as there is room for, if that parts no line from its fellow.
   */
  private boolean split(Filled page, List<Slug> called, double room) {
    if (called.isEmpty() || !page.carried.isEmpty()) {
      return false;
    }
    double left = room - noteDepth(page.notes, List.of());
    if (page.notes.isEmpty()) {
      left -= noteHead();
    }
    int taken = 0;
    double height = 0;
    while (taken < called.size() && height + called.get(taken).height() <= left + EPSILON) {
      height += called.get(taken).height();
      taken++;
    }
    if (called.size() - taken < NOTE_LINES) {
      taken = called.size() - NOTE_LINES;
    }
    if (taken < NOTE_LINES) {
      return false;
    }
    page.notes.addAll(called.subList(0, taken));
    page.carried = List.copyOf(called.subList(taken, called.size()));
    return true;
  }

  // ---- finished pages

  /** All pages, with their furniture. */
  List<Page> finish(Furniture furniture) {
    close(true);
    if (filled.isEmpty()) {
      filled.add(new Filled());
    }
    Map<String, Integer> folios = folios();
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      int folio = i + 1;
      PageStyle style = styles.apply(folio);
      Filled page = filled.get(i);
      List<Mark> marks = new ArrayList<>();
      furniture.set(style, folio, filled.size(), page.strings, true, marks);
      body(page, style, folios, marks);
      notes(page, style, folios, marks);
      furniture.set(style, folio, filled.size(), page.strings, false, marks);
      pages.add(new Page(folio, style.width(), style.height(), marks));
    }
    return pages;
  }

  private Map<String, Integer> folios() {
    Map<String, Integer> folios = new LinkedHashMap<>();
    for (int i = 0; i < filled.size(); i++) {
      for (Placed placed : filled.get(i).placed) {
        note(placed.entry.slug(), i + 1, folios);
      }
      for (Slug slug : filled.get(i).notes) {
        note(slug, i + 1, folios);
      }
    }
    return folios;
  }

  private static void note(Slug slug, int folio, Map<String, Integer> folios) {
    for (Mark mark : slug.marks()) {
      if (mark instanceof Mark.Anchor anchor) {
        folios.putIfAbsent(anchor.name(), folio);
      }
    }
  }

  private void body(Filled page, PageStyle style, Map<String, Integer> folios, List<Mark> marks) {
    double left = style.margin().left();
    double head = style.margin().top();
    double y = head;
    for (Slug slug : page.head) {
      marks.addAll(Marks.moved(slug.marks(), left, y));
      y += slug.height();
    }
    Map<Slug.Bar, double[]> bars = new LinkedHashMap<>();
    for (Placed placed : page.placed) {
      Slug slug = placed.entry.slug();
      paint(slug, left, head + placed.y, folios, marks);
      for (Slug.Bar bar : placed.entry.bars()) {
        double[] span = bars.computeIfAbsent(bar, b -> new double[] {placed.y, 0});
        span[1] = placed.y + slug.height();
      }
    }
    for (Map.Entry<Slug.Bar, double[]> entry : bars.entrySet()) {
      Slug.Bar bar = entry.getKey();
      double top = entry.getValue()[0];
      double bottom = entry.getValue()[1];
      marks.add(
          new Mark.Rule(
              left + bar.x, head + top, bar.width, bottom - top, bar.colour, Mark.Artifact.LAYOUT));
    }
  }

  private void notes(Filled page, PageStyle style, Map<String, Integer> folios, List<Mark> marks) {
    if (page.notes.isEmpty()) {
      return;
    }
    double left = style.margin().left();
    double y = style.margin().top() + depth(style, grid) - height(page.notes);
    marks.add(
        new Mark.Rule(
            left,
            y - noteSpace - noteRule.width(),
            noteRuleWidth,
            noteRule.width(),
            noteRule.colour(),
            Mark.Artifact.LAYOUT));
    for (Slug slug : page.notes) {
      paint(slug, left, y, folios, marks);
      y += slug.height();
    }
  }

  private static void paint(
      Slug slug, double x, double y, Map<String, Integer> folios, List<Mark> marks) {
    for (Mark mark : slug.marks()) {
      marks.add(Marks.moved(filled(mark, slug.extras().slots(), folios), x, y));
    }
  }

  private static Mark filled(Mark mark, List<Slug.Slot> slots, Map<String, Integer> folios) {
    for (Slug.Slot slot : slots) {
      if (mark instanceof Mark.Text text && text.run() == slot.room()) {
        Integer folio = folios.get(slot.anchor());
        if (folio == null) {
          throw new IllegalStateException(
              "a page reference must have its anchor: " + slot.anchor());
        }
        return new Mark.Text(
            slot.number().apply(folio), text.x(), text.y(), text.colour(), text.owner(), null);
      }
    }
    return mark;
  }
}
