package offprint.paragraph;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Direction;
import offprint.document.Spot;
import offprint.galley.SetNote;
import offprint.line.InnerSpaces;
import offprint.math.SetFormula;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.source.Asset;
import offprint.style.Style;
import org.jspecify.annotations.Nullable;

/**
 * The words of one paragraph as they go to the setter: the text, and its runs, which say in what
 * style each stretch stands and what it belongs to. Pictures and slots stand in the text as {@link
 * #OBJECT}.
 */
public final class Copy {
  /** U+FFFC OBJECT REPLACEMENT CHARACTER. */
  public static final char OBJECT = '\uFFFC';

  /** A line end that the author wants. */
  public static final char FORCED = '\u2028';

  /** How far the setter may take a run apart. */
  public enum Division {
    /** At its spaces, and in its words as the language allows. */
    WORDS,
    /** At its spaces alone. */
    SPACES,
    /** Where an address may be broken. */
    ADDRESS,
    /** At its spaces, and reluctantly where a programmer would. */
    CODE
  }

  /**
   * @param start offset in the text
   * @param end offset in the text
   * @param attached no line may end before it: a note's mark, a link's number
   * @param inset what stands at {@link #OBJECT}; null in a run of words
   * @param spot where it begins in the article; null for what is not the author's
   */
  public record Run(
      int start,
      int end,
      Style style,
      String language,
      Structure.Content owner,
      Division division,
      boolean attached,
      @Nullable Use link,
      @Nullable Inset inset,
      @Nullable Spot spot) {
    private Run in(Style other) {
      return new Run(start, end, other, language, owner, division, attached, link, inset, spot);
    }
  }

  /** What stands in a line and is no word. */
  public sealed interface Inset {
    double width();

    /** A picture on the baseline, in points. */
    record Picture(Asset asset, double width, double height) implements Inset {}

    /**
     * A formula, or a piece of one.
     *
     * @param source the whole formula's
     * @param lead space before it, unless it begins a line
     * @param cost of ending a line before it; 0 where it is no later piece
     */
    record Formula(SetFormula set, String source, double lead, int cost) implements Inset {
      @Override
      public double width() {
        return lead + set.width();
      }
    }

    /** Room for the number of the page on which an anchor will stand. */
    record PageNumber(String anchor, String noughts, double width) implements Inset {}

    /** White of a width that no line changes. */
    record White(double width) implements Inset {}

    /** A name for the place where it stands. */
    record Anchor(String name) implements Inset {
      @Override
      public double width() {
        return 0;
      }
    }

    /** Where a note is called for the first time: it goes to the foot of the page of this line. */
    record Call(SetNote note) implements Inset {
      @Override
      public double width() {
        return 0;
      }
    }
  }

  /**
   * One use of a link: its areas on the pages are parts of one structure element. Compared by
   * identity.
   */
  public static final class Use {
    public final Structure.Element element;
    final Mark.Destination destination;
    final String description;

    /** The number in the link list; 0 for a link that is not in it. */
    final int number;

    public Use(
        Structure.Element element, Mark.Destination destination, String description, int number) {
      this.element = element;
      this.destination = destination;
      this.description = description;
      this.number = number;
    }
  }

  /** Whether a character parts words and is as wide as the line needs. */
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0';
  }

  private final StringBuilder text = new StringBuilder();
  private @Nullable String whole;
  private final List<Run> runs = new ArrayList<>();
  private @Nullable InnerSpaces spaces;
  private boolean spacesKnown;
  private @Nullable Direction direction;

  public void add(
      String words,
      Style style,
      String language,
      Structure.Content owner,
      Division division,
      boolean attached,
      @Nullable Use link) {
    add(words, style, language, owner, division, attached, link, null);
  }

  public void add(
      String words,
      Style style,
      String language,
      Structure.Content owner,
      Division division,
      boolean attached,
      @Nullable Use link,
      @Nullable Spot spot) {
    if (words.isEmpty()) {
      return;
    }
    int start = text.length();
    text.append(words);
    whole = null;
    runs.add(
        new Run(
            start, text.length(), style, language, owner, division, attached, link, null, spot));
  }

  public void add(
      Inset inset,
      Style style,
      String language,
      Structure.Content owner,
      @Nullable Use link,
      @Nullable Spot spot) {
    int start = text.length();
    text.append(OBJECT);
    whole = null;
    boolean attached = !(inset instanceof Inset.Picture || inset instanceof Inset.Formula);
    runs.add(
        new Run(
            start,
            start + 1,
            style,
            language,
            owner,
            Division.SPACES,
            attached,
            link,
            inset,
            spot));
  }

  /**
   * The copy without its beginning, which is set apart, and without the blanks behind that. Its
   * first word is a run of its own.
   */
  Copy behind(int offset) {
    int from = offset;
    while (from < text.length() && isBlank(text.charAt(from))) {
      from++;
    }
    int wordEnd = from;
    while (wordEnd < text.length() && !isBlank(text.charAt(wordEnd))) {
      wordEnd++;
    }
    Copy rest = new Copy();
    for (Run run : runs) {
      rest.add(run, Math.max(from, run.start), Math.min(wordEnd, run.end), text);
      rest.add(run, Math.max(wordEnd, run.start), run.end, text);
    }
    return rest;
  }

  /** The same with its beginning in another style. */
  Copy begunIn(Style style, int end) {
    Copy begun = new Copy();
    for (Run run : runs) {
      begun.add(run.in(style), run.start, Math.min(end, run.end), text);
      begun.add(run, Math.max(end, run.start), run.end, text);
    }
    return begun;
  }

  private void add(Run run, int from, int to, StringBuilder of) {
    if (from < to && run.inset != null) {
      add(run.inset, run.style, run.language, run.owner, run.link, run.spot);
    } else if (from < to) {
      String words = of.substring(from, to);
      Spot spot = run.spot == null ? null : run.spot.behind(of.substring(run.start, from));
      add(words, run.style, run.language, run.owner, run.division, run.attached, run.link, spot);
    }
  }

  /** Whether the next words would stand behind a blank, so that their own leading blanks vanish. */
  boolean endsWithBlank() {
    if (text.isEmpty()) {
      return true;
    }
    char last = text.charAt(text.length() - 1);
    return last == ' ' || last == FORCED;
  }

  /** The same with its pictures in a share of their size. */
  public Copy reducedTo(double share) {
    Copy reduced = new Copy();
    for (Run run : runs) {
      if (run.inset instanceof Inset.Picture picture) {
        Inset smaller =
            new Inset.Picture(picture.asset, picture.width * share, picture.height * share);
        reduced.add(smaller, run.style, run.language, run.owner, run.link, run.spot);
      } else {
        reduced.add(run, run.start, run.end, text);
      }
    }
    return reduced;
  }

  /** The picture that it begins with; null if it begins with none. */
  public Inset.@Nullable Picture pictureAtHead() {
    for (Run run : runs) {
      if (run.inset instanceof Inset.Picture picture) {
        return picture;
      } else if (!(run.inset instanceof Inset.Anchor)) {
        break;
      }
    }
    return null;
  }

  /** The last run of words, if nothing that is seen stands behind it. */
  @Nullable Run lastWords() {
    for (Run run : runs.reversed()) {
      if (run.inset == null) {
        return run;
      }
      if (run.inset.width() > 0 && !(run.inset instanceof Inset.White)) {
        return null;
      }
    }
    return null;
  }

  public String text() {
    if (whole == null) {
      whole = text.toString();
    }
    return whole;
  }

  /**
   * What stands between two offsets, in words that can be told: a formula as TeX, a picture by its
   * alternative.
   */
  String told(int from, int to) {
    StringBuilder told = new StringBuilder();
    Structure.@Nullable Content last = null;
    for (Run run : runs(from, to)) {
      if (run.inset == null) {
        told.append(text, Math.max(from, run.start), Math.min(to, run.end));
        continue;
      }
      told.append(
          switch (run.inset) {
            // One formula may stand in several pieces.
            case Inset.Formula f -> run.owner == last ? "" : "$" + f.source + "$";
            case Inset.Picture picture -> "[" + run.owner.element().alternative() + "]";
            case Inset.PageNumber number -> number.noughts();
            case Inset.White white -> "";
            case Inset.Anchor anchor -> "";
            case Inset.Call call -> "";
          });
      last = run.owner;
    }
    return told.toString();
  }

  public List<Run> runs() {
    return runs;
  }

  /** The run that an offset in the text stands in. */
  Run runAt(int offset) {
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return runs.get(low);
  }

  /** The spaces between its characters; null where its scripts have none. */
  @Nullable InnerSpaces innerSpaces() {
    if (!spacesKnown) {
      spacesKnown = true;
      spaces = InnerSpaces.of(text(), language());
    }
    return spaces;
  }

  /** Has it read one way whatever its words are, as an entry of a list is that others stand in. */
  public void read(Direction way) {
    direction = way;
  }

  /** Whether the paragraph as a whole is read from right to left. */
  boolean isRightToLeft() {
    if (direction != null) {
      return direction == Direction.RIGHT_TO_LEFT;
    }
    return !runs.isEmpty() && Direction.of(text(), language()) == Direction.RIGHT_TO_LEFT;
  }

  /** Where in the article the first of the words between two offsets stands; null for nowhere. */
  @Nullable Spot spot(int from, int to) {
    for (Run run : runs(from, to)) {
      if (run.spot != null) {
        return run.spot.behind(text.substring(run.start, Math.max(run.start, from)));
      }
    }
    return null;
  }

  /** The runs between two offsets, whole. */
  public List<Run> runs(int from, int to) {
    List<Run> found = new ArrayList<>();
    int at = from;
    while (at < to) {
      Run run = runAt(at);
      found.add(run);
      at = run.end;
    }
    return found;
  }

  /** The language that it begins in, a BCP 47 tag. */
  String language() {
    return runs.isEmpty() ? "en" : runs.getFirst().language;
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
