package offprint.paragraph;

import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import offprint.line.BreakOpportunities;
import offprint.line.Hyphenator;
import offprint.style.Style;

/** Where lines of copy may end, and what that costs. */
public final class LineEnds {
  /** A line's end behind a hyphen that the author wrote (TeX's \exhyphenpenalty). */
  private static final int WRITTEN_HYPHEN = 50;

  /** A line's end where an address goes down into a folder. */
  private static final int BEHIND_SLASH = 150;

  /** So many characters of it, or fewer, are no folder's or file's name to begin a line with. */
  private static final int SHORT_REST = 4;

  /** A line's end elsewhere in an address. */
  private static final int IN_ADDRESS = 500;

  /** A line's end inside a host's name, which is read as one word. */
  private static final int IN_HOST = 3000;

  /** A line's end inside a word that is wider than the measure. */
  private static final int IN_LONG_WORD = 2000;

  /** Behind a dash and the like. */
  private static final int IN_COMPOUND = 10;

  private final Map<String, Hyphenator> hyphenators = new LinkedHashMap<>();

  /**
   * Between words, and in addresses: offsets in the text, rising, the last its end; blanks belong
   * to the line before.
   */
  public int[] between(Copy copy) {
    String text = copy.text();
    TreeSet<Integer> found = new TreeSet<>();
    for (int at : BreakOpportunities.of(text, copy.language())) {
      boolean blank = text.charAt(at - 1) == ' ';
      if (!copy.runAt(at).attached()
          && (blank
              || copy.runAt(at).division() == Copy.Division.WORDS
              || copy.runAt(at) != copy.runAt(at - 1))) {
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
    for (Copy.Run run : copy.runs()) {
      if (run.inset() instanceof Copy.Inset.Formula formula && formula.cost() > 0) {
        found.add(run.start());
      }
    }
    found.add(text.length());
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The places inside a word. */
  public Word word(Copy copy, int from, int to) {
    return new Word(copy, from, to);
  }

  /** A word from blank to blank. */
  public final class Word {
    private final Copy copy;
    private final int from;
    private final int to;
    private final int[] costs;
    private final boolean[] hyphens;

    private Word(Copy copy, int from, int to) {
      this.copy = copy;
      this.from = from;
      this.to = to;
      this.costs = new int[to - from];
      this.hyphens = new boolean[to - from];
    }

    /** What a line's end costs behind the first {@code length} characters; 0 where none may be. */
    public int cost(int length) {
      return costs[length];
    }

    /** Whether a hyphen is set there. */
    public boolean hyphen(int length) {
      return hyphens[length];
    }

    /** Whether a hyphen is to be seen there, ours or the author's, or what looks like one. */
    boolean seemsDivided(int length) {
      char before = copy.text().charAt(from + length - 1);
      return hyphens[length] || before == '-' || before == '\u2010' || before == '_';
    }

    /** At a place between words, as a dash without blanks has. */
    void cut(int at) {
      char before = copy.text().charAt(at - 1);
      if (copy.runAt(at).inset() instanceof Copy.Inset.Formula formula && formula.cost() > 0) {
        costs[at - from] = formula.cost();
      } else if (copy.runAt(at).division() == Copy.Division.ADDRESS) {
        boolean goesOn = copy.runAt(at).end() - at > SHORT_REST;
        costs[at - from] =
            before == '/' && goesOn ? BEHIND_SLASH : inHost(at) ? IN_HOST : IN_ADDRESS;
      } else {
        costs[at - from] = before == '-' || before == '\u2010' ? WRITTEN_HYPHEN : IN_COMPOUND;
      }
    }

    private boolean inHost(int at) {
      Copy.Run address = copy.runAt(at);
      return BreakOpportunities.inHost(
          copy.text().substring(address.start(), address.end()), at - address.start());
    }

    /**
     * @param cost of a hyphen
     */
    public void hyphenate(Style style, int cost) {
      if (!style.hyphens()) {
        return;
      }
      // A word set in two styles is one word; a link's number behind it is none of it.
      int end = to;
      while (end > from && copy.runAt(end - 1).attached()) {
        end = copy.runAt(end - 1).start();
      }
      if (end <= from || !isDivisible(end)) {
        return;
      }
      String word = copy.text().substring(from, end);
      for (int point : hyphenator(copy.runAt(from).language()).points(word)) {
        if (costs[point] == 0) {
          costs[point] = cost;
          hyphens[point] = true;
        }
      }
    }

    /**
     * What there is of code, without a hyphen, where a programmer would.
     *
     * @param cost behind a mark
     * @param hump before a capital within a name
     */
    public void partCode(int cost, int hump) {
      for (Copy.Run run : copy.runs(from, to)) {
        if (run.division() == Copy.Division.CODE) {
          int start = Math.max(from, run.start());
          String code = copy.text().substring(start, Math.min(to, run.end()));
          for (int at : BreakOpportunities.code(code)) {
            costs[start - from + at] = BreakOpportunities.isHump(code, at) ? hump : cost;
          }
        }
      }
    }

    private boolean isDivisible(int end) {
      for (Copy.Run run : copy.runs(from, end)) {
        if (run.division() != Copy.Division.WORDS
            || run.inset() != null
            || !run.style().hyphens()) {
          return false;
        }
      }
      return true;
    }

    /**
     * Between any two characters of a piece that is wider than a line, where no hyphen helps.
     *
     * @param offsets of the characters from the word's beginning, in points
     */
    void cutWhatIsWider(double[] offsets, double measure) {
      int start = 0;
      for (int end = 1; end <= to - from; end++) {
        if (end == to - from || costs[end] > 0) {
          if (offsets[end] - offsets[start] > measure) {
            cutAnywhere(start, end);
          }
          start = end;
        }
      }
    }

    private void cutAnywhere(int start, int end) {
      BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
      characters.setText(copy.text().substring(from + start, from + end));
      for (int i = characters.next(); i < end - start; i = characters.next()) {
        if (!copy.runAt(from + start + i).attached()) {
          costs[start + i] = IN_LONG_WORD;
        }
      }
    }
  }

  private Hyphenator hyphenator(String language) {
    return hyphenators.computeIfAbsent(language, Hyphenator::of);
  }
}
