package offprint.page;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import offprint.glyph.GlyphRun;
import offprint.line.Break;
import offprint.line.BreakOpportunities;
import offprint.line.Hyphenator;
import offprint.line.Item;
import offprint.line.LineBreaker;
import offprint.style.Style;
import offprint.style.Style.Align;

/**
 * Sets the copy of one paragraph into lines of a measure: finds where lines may end, has the
 * breaker choose, shapes each line and puts its marks in place.
 */
final class ParagraphSetter {
  /** What a hyphen at a line's end costs (TeX's \hyphenpenalty). */
  private static final int HYPHEN = 50;

  /** A line's end behind a hyphen that the author wrote (TeX's \exhyphenpenalty). */
  private static final int WRITTEN_HYPHEN = 50;

  /** A line's end where an address goes down into a folder. */
  private static final int BEHIND_SLASH = 80;

  /** A line's end elsewhere in an address or a long piece of code. */
  private static final int IN_ADDRESS = 200;

  /** A line's end inside a word that is wider than the measure. */
  private static final int IN_LONG_WORD = 2000;

  private static final Form UNBOUND = new Form(0, 1e6, 0, Align.LEFT, false);

  private static final String SOFT_HYPHEN = "\u00AD";

  private final TypeCase type;
  private final LineBreaker breaker = new LineBreaker(LineBreaker.Settings.STANDARD);
  private final Map<String, Hyphenator> hyphenators = new LinkedHashMap<>();

  ParagraphSetter(TypeCase type) {
    this.type = type;
  }

  /**
   * A set paragraph.
   *
   * @param lines at least one
   * @param overfull the words of the first line that is wider than the measure; null where none is
   */
  record Lines(List<Slug> lines, @org.jspecify.annotations.Nullable String overfull) {}

  /**
   * The shape of a paragraph.
   *
   * @param left where the measure begins, from the left of the text
   * @param measure the width of a line
   * @param indent of the first line
   * @param onGrid whether its lines stand on the page's grid
   */
  record Form(double left, double measure, double indent, Align align, boolean onGrid) {}

  /**
   * @param style the paragraph's
   */
  Lines set(Copy copy, Style style, Form form) {
    return new Paragraph(copy, style, form).lines();
  }

  /** The width of the copy on one line, its forced breaks apart. */
  double naturalWidth(Copy copy, Style style) {
    Paragraph paragraph = new Paragraph(copy, style, UNBOUND);
    double widest = 0;
    int start = 0;
    String text = copy.text();
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || text.charAt(end) == Copy.FORCED) {
        widest = Math.max(widest, paragraph.width(start, trimmed(text, start, end)));
        start = end + 1;
      }
    }
    return widest;
  }

  /** The width of the copy's widest piece that no line end divides but a hyphen would. */
  double widestWord(Copy copy, Style style) {
    Paragraph paragraph = new Paragraph(copy, style, UNBOUND);
    String text = copy.text();
    double widest = 0;
    int start = 0;
    for (int end : paragraph.opportunities()) {
      widest = Math.max(widest, paragraph.width(start, trimmed(text, start, end)));
      start = end;
    }
    return widest;
  }

  private static int trimmed(String text, int start, int end) {
    int to = end;
    while (to > start && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == Copy.FORCED)) {
      to--;
    }
    return to;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0';
  }

  private Hyphenator hyphenator(String language) {
    return hyphenators.computeIfAbsent(language, Hyphenator::of);
  }

  /** One paragraph on its way through. */
  private final class Paragraph {
    private final Copy copy;
    private final String text;
    private final Style style;
    private final double left;
    private final double measure;
    private final boolean onGrid;
    private final double indent;
    private final Align align;

    // For each item where a line that ends at it ends in the text, and where the next begins.
    private final List<Item> items = new ArrayList<>();
    private final List<int[]> ends = new ArrayList<>();

    Paragraph(Copy copy, Style style, Form form) {
      this.copy = copy;
      this.text = copy.text();
      this.style = style;
      this.left = form.left;
      this.measure = form.measure;
      this.onGrid = form.onGrid;
      this.indent = form.indent;
      this.align = form.align;
    }

    Lines lines() {
      itemise();
      List<Break> breaks = breaks();
      List<Slug> slugs = new ArrayList<>();
      String overfull = null;
      int start = 0;
      for (int k = 0; k < breaks.size(); k++) {
        int item = breaks.get(k).item();
        int[] end = ends.get(item);
        boolean hyphen = items.get(item) instanceof Item.Penalty penalty && penalty.width() > 0;
        boolean last = k == breaks.size() - 1 || isForced(item);
        LineSetter line = new LineSetter(start, end[0], end[1], k == 0 ? indent : 0);
        slugs.add(line.set(hyphen, last));
        if (line.overfull && overfull == null) {
          overfull = text.substring(start, end[0]);
        }
        start = end[1];
      }
      return new Lines(slugs, overfull);
    }

    private boolean isForced(int item) {
      return items.get(item) instanceof Item.Penalty penalty && penalty.cost() <= Item.FORCED;
    }

    private List<Break> breaks() {
      double first = measure - indent;
      if (style.balanced()) {
        double narrow = breaker.balanced(items, measure);
        return breaker.breaks(items, line -> line == 0 ? narrow - indent : narrow);
      }
      return breaker.breaks(items, line -> line == 0 ? first : measure);
    }

    // ---- items

    private boolean ragged() {
      return align != Align.JUSTIFY;
    }

    private void itemise() {
      double space = width(" ", style);
      int[] opportunities = opportunities();
      int next = 0;
      int at = 0;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (c == Copy.FORCED) {
          forced(at, at + 1);
          at++;
        } else if (isBlank(c)) {
          int end = at;
          while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
          }
          boolean free = Arrays.binarySearch(opportunities, end) >= 0;
          blank(at, end, width(at, end), free, space);
          at = end;
        } else {
          int end = at;
          while (end < text.length()
              && !isBlank(text.charAt(end))
              && text.charAt(end) != Copy.FORCED) {
            end++;
          }
          while (next < opportunities.length && opportunities[next] <= at) {
            next++;
          }
          word(at, end, opportunities, next, space);
          at = end;
        }
      }
      forced(text.length(), text.length());
    }

    private void add(Item item, int end, int start) {
      items.add(item);
      ends.add(new int[] {end, start});
    }

    private void forced(int end, int start) {
      add(new Item.Penalty(0, Item.FORBIDDEN, false), end, start);
      add(new Item.Glue(0, Item.INFINITE, 0), end, start);
      add(new Item.Penalty(0, Item.FORCED, true), end, start);
    }

    // Where no line may end, the blank only parts the words.
    private void blank(int from, int to, double width, boolean free, double space) {
      if (!free) {
        add(new Item.Penalty(0, Item.FORBIDDEN, false), from, to);
      }
      if (!ragged()) {
        add(new Item.Glue(width, width / 2, width / 3), from, to);
      } else if (free) {
        ragged(new Item.Penalty(0, 0, false), width, space, from, to);
      } else {
        add(new Item.Glue(width, 0, 0), from, to);
      }
    }

    private void cut(int at, int cost, boolean hyphen, double hyphenWidth, double space) {
      boolean flagged = hyphen || cost == WRITTEN_HYPHEN;
      Item.Penalty penalty = new Item.Penalty(hyphen ? hyphenWidth : 0, cost, flagged);
      if (ragged()) {
        ragged(penalty, 0, space, at, at);
      } else {
        add(penalty, at, at);
      }
    }

    private void ragged(Item.Penalty place, double blank, double space, int from, int to) {
      Item.ragged(place, blank, 3 * space).forEach(item -> add(item, from, to));
    }

    /** A word, from {@code from} to {@code to}: its pieces, and where it may be cut. */
    private void word(int from, int to, int[] opportunities, int next, double space) {
      int[] costs = new int[to - from];
      boolean[] hyphens = new boolean[to - from];
      for (int i = next; i < opportunities.length && opportunities[i] < to; i++) {
        int at = opportunities[i];
        char before = text.charAt(at - 1);
        costs[at - from] = before == '-' || before == '\u2010' ? WRITTEN_HYPHEN : 10;
        if (runAt(at).division() == Copy.Division.ADDRESS) {
          costs[at - from] = before == '/' ? BEHIND_SLASH : IN_ADDRESS;
        }
      }
      hyphenate(from, to, costs, hyphens);
      if (width(from, to) > measure - Math.max(0, indent)) {
        cutAnywhere(from, to, costs, hyphens);
      }
      double done = 0;
      for (int i = 1; i < costs.length; i++) {
        if (costs[i] == 0) {
          continue;
        }
        double upTo = width(from, from + i);
        add(new Item.Box(upTo - done), from + i, from + i);
        Style there = runAt(from + i - 1).style();
        cut(from + i, costs[i], hyphens[i], hyphens[i] ? width("-", there) : 0, space);
        done = upTo;
      }
      add(new Item.Box(width(from, to) - done), to, to);
    }

    private void hyphenate(int from, int to, int[] costs, boolean[] hyphens) {
      if (!style.hyphens()) {
        return;
      }
      // A word set in two styles is one word; a link's number behind it is none of it.
      int end = to;
      while (end > from && runAt(end - 1).attached()) {
        end = runAt(end - 1).start();
      }
      if (end <= from) {
        return;
      }
      for (Copy.Run run : runs(from, end)) {
        if (run.division() != Copy.Division.WORDS
            || run.inset() != null
            || !run.style().hyphens()) {
          return;
        }
      }
      String word = text.substring(from, end);
      for (int point : hyphenator(runAt(from).language()).points(word)) {
        if (costs[point] == 0) {
          costs[point] = HYPHEN;
          hyphens[point] = true;
        }
      }
    }

    private void cutAnywhere(int from, int to, int[] costs, boolean[] hyphens) {
      java.text.BreakIterator characters =
          java.text.BreakIterator.getCharacterInstance(java.util.Locale.ROOT);
      String word = text.substring(from, to);
      characters.setText(word);
      for (int i = characters.next(); i != java.text.BreakIterator.DONE; i = characters.next()) {
        if (i < costs.length && costs[i] == 0 && !runAt(from + i).attached()) {
          costs[i] = IN_LONG_WORD;
        }
      }
    }

    /**
     * Where a line may end besides at a forced break: offsets in the text, rising; blanks belong to
     * the line before.
     */
    int[] opportunities() {
      java.util.TreeSet<Integer> found = new java.util.TreeSet<>();
      for (int at :
          BreakOpportunities.of(
              text, copy.runs().isEmpty() ? "en" : copy.runs().getFirst().language())) {
        boolean blank = at > 0 && text.charAt(at - 1) == ' ';
        if (at < text.length()
            && !runAt(at).attached()
            && (blank
                || runAt(at).division() == Copy.Division.WORDS
                || runAt(at) != runAt(at - 1))) {
          found.add(at);
        }
      }
      for (Copy.Run run : copy.runs()) {
        if (run.division() == Copy.Division.ADDRESS) {
          for (int at : BreakOpportunities.address(text.substring(run.start(), run.end()))) {
            found.add(run.start() + at);
          }
        }
      }
      found.add(text.length());
      return found.stream().mapToInt(Integer::intValue).toArray();
    }

    // ---- widths

    private Copy.Run runAt(int offset) {
      List<Copy.Run> runs = copy.runs();
      int low = 0;
      int high = runs.size() - 1;
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (runs.get(middle).start() <= offset) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return runs.get(low);
    }

    private List<Copy.Run> runs(int from, int to) {
      List<Copy.Run> found = new ArrayList<>();
      int at = from;
      while (at < to) {
        Copy.Run run = runAt(at);
        found.add(run);
        at = run.end();
      }
      return found;
    }

    private double width(String words, Style in) {
      return type.width(words, in, language());
    }

    private String language() {
      return copy.runs().isEmpty() ? "en" : copy.runs().getFirst().language();
    }

    double width(int from, int to) {
      double width = 0;
      for (Copy.Run run : runs(from, to)) {
        Copy.Inset inset = run.inset();
        if (inset != null) {
          width += inset.width();
        } else {
          width +=
              type.width(
                  text.substring(Math.max(from, run.start()), Math.min(to, run.end())),
                  run.style(),
                  run.language());
        }
      }
      return width;
    }

    // ---- lines

    /** One line. */
    private final class LineSetter {
      private final int start;
      private final int end;
      private final int next;
      private final double inset;
      private final List<Mark> grounds = new ArrayList<>();
      private final List<Mark> marks = new ArrayList<>();
      private final List<Mark> links = new ArrayList<>();
      private final List<SetNote> notes = new ArrayList<>();
      private final List<Integer> numbers = new ArrayList<>();
      private final List<Slug.Slot> slots = new ArrayList<>();
      private double above;
      private double below;
      boolean overfull;

      LineSetter(int start, int end, int next, double inset) {
        this.start = start;
        this.end = end;
        this.next = next;
        this.inset = inset;
      }

      Slug set(boolean hyphen, boolean last) {
        double room = measure - inset;
        double natural = width(start, end) + (hyphen ? width("-", runAt(end - 1).style()) : 0);
        int spaces = spaces();
        double slack = room - natural;
        overfull = slack < -0.01 && (spaces == 0 || slack / spaces < -0.34 * width(" ", style));
        double perSpace =
            align == Align.JUSTIFY && spaces > 0 && (!last || slack < 0)
                ? Math.max(slack / spaces, -width(" ", style) * 0.34)
                : 0;
        double x =
            switch (align) {
              case LEFT, JUSTIFY -> left + inset;
              case RIGHT -> left + inset + slack;
              case CENTER -> left + inset + slack / 2;
            };
        double baseline = strut();
        paint(x, baseline, perSpace, hyphen);
        List<Mark> all = new ArrayList<>(grounds);
        all.addAll(marks);
        all.addAll(links);
        double height = above + below;
        boolean grid = onGrid && Math.abs(height - style.leading()) < 0.01;
        return new Slug(height, all, grid, new Slug.Extras(notes, numbers, slots, List.of()));
      }

      private int spaces() {
        int spaces = 0;
        for (int i = start; i < end; i++) {
          if (isBlank(text.charAt(i))) {
            spaces++;
          }
        }
        return spaces;
      }

      // The paragraph's own leading, unless something in the line is taller: CSS 2.2, 10.8.
      private double strut() {
        above = type.baseline(style);
        below = style.leading() - above;
        for (Copy.Run run : runs(start, end)) {
          if (run.inset() instanceof Copy.Inset.Picture picture) {
            above = Math.max(above, picture.height());
          }
        }
        return above;
      }

      private void paint(double x, double baseline, double perSpace, boolean hyphen) {
        // The blank at which the line ends is painted too: it parts the words for who reads by ear.
        int seen = next > end && text.substring(end, next).isBlank() ? end + 1 : end;
        if (seen > text.length() || seen > end && text.charAt(end) != ' ') {
          seen = end;
        }
        double pen = x;
        Copy.Use use = null;
        double useStart = pen;
        for (int[] stretch : visualOrder(start, seen)) {
          Copy.Run run = runAt(stretch[0]);
          boolean rtl = stretch[2] % 2 == 1;
          if (run.link() != use) {
            close(use, useStart, pen, baseline);
            use = run.link();
            useStart = pen;
          }
          double from = pen;
          pen = paint(run, stretch[0], stretch[1], rtl, pen, baseline, perSpace);
          decorate(
              run, from, stretch[1] > end ? Math.min(pen, x + measure - inset) : pen, baseline);
        }
        if (seen > end && use != null) {
          pen -= width(end, seen);
        }
        if (hyphen) {
          Copy.Run run = runAt(end - 1);
          double rise = run.style().rise();
          for (GlyphRun glyphs : type.shape("-", run.style(), run.language(), false)) {
            marks.add(
                new Mark.Text(
                    glyphs, pen, baseline - rise, run.style().colour(), run.owner(), SOFT_HYPHEN));
            pen += glyphs.width();
          }
        }
        close(use, useStart, pen, baseline);
      }

      /** Stretches of one run and direction, from left to right: start, end, embedding level. */
      private List<int[]> visualOrder(int from, int to) {
        List<int[]> logical = new ArrayList<>();
        char[] chars = text.toCharArray();
        Bidi bidi =
            Bidi.requiresBidi(chars, from, to)
                ? new Bidi(text.substring(from, to), Bidi.DIRECTION_LEFT_TO_RIGHT)
                : null;
        for (Copy.Run run : runs(from, to)) {
          int at = Math.max(from, run.start());
          int stop = Math.min(to, run.end());
          while (at < stop) {
            int level = bidi == null ? 0 : bidi.getLevelAt(at - from);
            int end = at + 1;
            while (end < stop && (bidi == null || bidi.getLevelAt(end - from) == level)) {
              end++;
            }
            logical.add(new int[] {at, end, level});
            at = end;
          }
        }
        if (bidi == null) {
          return logical;
        }
        byte[] levels = new byte[logical.size()];
        java.lang.Object[] visual = new java.lang.Object[logical.size()];
        for (int i = 0; i < levels.length; i++) {
          levels[i] = (byte) logical.get(i)[2];
          visual[i] = logical.get(i);
        }
        Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
        List<int[]> ordered = new ArrayList<>();
        for (java.lang.Object stretch : visual) {
          ordered.add((int[]) stretch);
        }
        return ordered;
      }

      private double paint(
          Copy.Run run,
          int from,
          int to,
          boolean rtl,
          double pen,
          double baseline,
          double perSpace) {
        Copy.Inset inset = run.inset();
        if (inset != null) {
          paint(inset, run, pen, baseline);
          return pen + inset.width();
        }
        double y = baseline - run.style().rise();
        for (GlyphRun glyphs :
            type.shape(text.substring(from, to), run.style(), run.language(), rtl)) {
          GlyphRun spaced = type.spaced(glyphs, perSpace);
          marks.addAll(type.marks(spaced, pen, y, run.style().colour(), run.owner()));
          pen += spaced.width();
        }
        return pen;
      }

      private void paint(Copy.Inset inset, Copy.Run run, double pen, double baseline) {
        switch (inset) {
          case Copy.Inset.Picture picture ->
              marks.add(
                  new Mark.Picture(
                      picture.asset(),
                      pen,
                      baseline - picture.height(),
                      picture.width(),
                      picture.height(),
                      run.owner()));
          case Copy.Inset.Anchor anchor ->
              marks.add(new Mark.Anchor(anchor.name(), pen, baseline - above));
          case Copy.Inset.Call call -> notes.add(call.note());
          case Copy.Inset.PageNumber number -> {
            GlyphRun room = type.number(number.noughts(), run.style());
            slots.add(
                new Slug.Slot(
                    number.anchor(),
                    room,
                    folio -> type.number(Integer.toString(folio), run.style())));
            marks.add(
                new Mark.Text(
                    room,
                    pen,
                    baseline - run.style().rise(),
                    run.style().colour(),
                    run.owner(),
                    null));
          }
        }
      }

      private void decorate(Copy.Run run, double from, double to, double baseline) {
        Style s = run.style();
        double y = baseline - s.rise();
        double thick = Math.max(0.4, s.size() * 0.05);
        if (s.background() != null) {
          double ascent = s.size() * 0.78;
          grounds.add(
              new Mark.Rule(
                  from,
                  y - ascent,
                  to - from,
                  ascent + s.size() * 0.24,
                  s.background(),
                  Mark.Artifact.LAYOUT));
        }
        if (s.underlined()) {
          marks.add(
              new Mark.Rule(
                  from, y + s.size() * 0.14, to - from, thick, s.colour(), Mark.Artifact.LAYOUT));
        }
        if (s.struck()) {
          marks.add(
              new Mark.Rule(
                  from, y - s.size() * 0.25, to - from, thick, s.colour(), Mark.Artifact.LAYOUT));
        }
      }

      private void close(
          Copy.@org.jspecify.annotations.Nullable Use use,
          double from,
          double to,
          double baseline) {
        if (use == null || to <= from) {
          return;
        }
        links.add(
            new Mark.Link(
                from,
                baseline - style.size() * 0.8,
                to - from,
                style.size() * 1.05,
                use.destination,
                use.element,
                use.description));
        if (use.number > 0 && !numbers.contains(use.number)) {
          numbers.add(use.number);
        }
      }
    }
  }
}
