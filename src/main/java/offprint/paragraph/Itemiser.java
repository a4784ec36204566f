package offprint.paragraph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import offprint.line.Item;
import offprint.style.Style;
import offprint.style.Style.Align;
import offprint.type.TypeCase;
import org.jspecify.annotations.Nullable;

/** Makes the breaker's boxes, glue and penalties of the copy of one paragraph. */
final class Itemiser {
  /** How far a blank stretches at a ratio of 1, as a share of it. */
  private static final double STRETCH = 0.5;

  /** How far it shrinks at most. */
  private static final double SHRINK = 0.299;

  /** What a hyphen costs where lines need not be full: as much as eight letters' white. */
  private static final int RAGGED_HYPHEN = 9_000;

  /** What a line's end in code costs: more than a hyphen does. */
  private static final int IN_CODE = 600;

  private static final int AT_HUMP = 3_000;
  private static final int RAGGED_IN_CODE = 9_300;
  private static final int RAGGED_AT_HUMP = 9_900;

  /** Where lines need not be full only code is parted that is wider, in ems. */
  private static final double LONG_CODE = 12;

  /** How much white at a line's end stretches where lines need not be full, in word spaces. */
  private static final int RAGGED_STRETCH = 3;

  /** The same before an address and in it: better short lines than an address in pieces. */
  private static final int ADDRESS_STRETCH = 18;

  /** How much dearer it is to part an address there: as many letters' white as elsewhere. */
  private static final int RAGGED_ADDRESS = 10;

  /** By its width printers reckon how many letters a line holds. */
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

  private final Copy copy;
  private final String text;
  private final Style style;
  private final ParagraphSetter.Form form;
  private final LineEnds lineEnds;
  private final Gauge gauge;
  private final double space;
  private final int hyphen;
  private final List<Item> items = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Set<Integer> hyphens = new HashSet<>();

  Itemiser(Copy copy, Style style, ParagraphSetter.Form form, LineEnds lineEnds, TypeCase type) {
    this.copy = copy;
    this.text = copy.text();
    this.style = style;
    this.form = form;
    this.lineEnds = lineEnds;
    this.gauge = new Gauge(type, copy);
    this.space = gauge.width(" ", style);
    this.hyphen = costOfHyphen(form.measure() / gauge.width(ALPHABET, style));
  }

  /**
   * Where a line that ends at an item ends in the text.
   *
   * @param end offset behind the line's last character
   * @param next offset at which the next line begins: blanks at a line's end fall away
   */
  record Place(int end, int next) {}

  /**
   * @param places one for each item
   * @param hyphens the items at which one is set where a line ends
   */
  record Items(List<Item> items, List<Place> places, Set<Integer> hyphens) {
    boolean endsInHyphen(int item) {
      return hyphens.contains(item);
    }

    boolean isForced(int item) {
      return items.get(item) instanceof Item.Penalty penalty && penalty.cost() <= Item.FORCED;
    }
  }

  Items items() {
    int[] between = lineEnds.between(copy);
    if (form.indent() == 0) {
      head(0);
    }
    int next = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == Copy.FORCED) {
        forced(at, at + 1);
        at++;
        head(at);
      } else if (Copy.isBlank(c)) {
        int end = at;
        while (end < text.length() && Copy.isBlank(text.charAt(end))) {
          end++;
        }
        blank(at, end, Arrays.binarySearch(between, end) >= 0);
        at = end;
      } else {
        int end = at;
        while (end < text.length()
            && !Copy.isBlank(text.charAt(end))
            && text.charAt(end) != Copy.FORCED) {
          end++;
        }
        while (next < between.length && between[next] <= at) {
          next++;
        }
        LineEnds.Word word = lineEnds.word(copy, at, end);
        for (int i = next; i < between.length && between[i] < end; i++) {
          word.cut(between[i]);
        }
        word(word, at, end);
        at = end;
      }
    }
    forced(text.length(), text.length());
    return new Items(items, places, hyphens);
  }

  // Of lines of less than some 47 letters half would end in one, were they cheap; so no more do
  // than TeX sets. The wider the lines, the fewer need one, and the more a hole saved is worth it.
  private static int costOfHyphen(double alphabets) {
    return alphabets < 1.65 ? 900 : alphabets < 2.2 ? 250 : 200;
  }

  private boolean isRagged() {
    return form.align() != Align.JUSTIFY;
  }

  private void add(Item item, int end, int next) {
    items.add(item);
    places.add(new Place(end, next));
  }

  private void forced(int end, int next) {
    add(new Item.Penalty(0, Item.FORBIDDEN, false), end, next);
    add(new Item.Glue(0, Item.INFINITE, 0), end, next);
    add(new Item.Penalty(0, Item.FORCED, true), end, next);
  }

  // Where no line may end, the blank only parts the words.
  private void blank(int from, int to, boolean free) {
    double width = gauge.width(from, to);
    if (!free) {
      add(new Item.Penalty(0, Item.FORBIDDEN, false), from, to);
    }
    if (!isRagged()) {
      double left = free ? hangsLeft(to) : 0;
      double right = free ? hangsRight(from) : 0;
      if (left > 0 || right > 0) {
        add(new Item.Penalty(-right, 0, false), from, to);
      }
      // A line narrows all its blanks alike: the wide ones of code no further than the text's own.
      double narrowing = Math.min(width, (to - from) * space) * SHRINK;
      add(new Item.Glue(width + left, width * STRETCH, narrowing), from, to);
      hang(left, to);
    } else if (free) {
      ragged(new Item.Penalty(0, 0, false), width, from, to);
    } else {
      add(new Item.Glue(width, 0, 0), from, to);
    }
  }

  /** A first character may hang where a line begins that none of ours ends before. */
  private void head(int at) {
    if (!isRagged()) {
      hang(hangsLeft(at), at);
    }
  }

  private void hang(double left, int at) {
    if (left > 0) {
      add(new Item.Box(-left), at, at);
    }
  }

  private double hangsLeft(int at) {
    return style.opticalMargins() ? gauge.hangsLeft(at) : 0;
  }

  private double hangsRight(int at) {
    return style.opticalMargins() && at > 0 ? gauge.hangsRight(at) : 0;
  }

  private void word(LineEnds.Word word, int from, int to) {
    word.hyphenate(style, hyphen);
    double[] offsets = gauge.offsets(from, to);
    double width = offsets[to - from];
    double narrowest = form.measure() - Math.max(0, form.indent());
    if (!isRagged()) {
      word.partCode(IN_CODE, AT_HUMP);
    } else if (width > Math.min(narrowest, LONG_CODE * style.size())) {
      word.partCode(RAGGED_IN_CODE, RAGGED_AT_HUMP);
    }
    if (width > narrowest) {
      word.cutWhatIsWider(offsets, narrowest);
    }
    double give = isRagged() || width == 0 ? 0 : gauge.give(from, to) / width;
    double done = 0;
    for (int i = 1; i < to - from; i++) {
      Gauge.Inner inner = gauge.inner(from + i);
      if (word.cost(i) > 0 || inner != null) {
        add(new Item.Box(offsets[i] - done, (offsets[i] - done) * give), from + i, from + i);
        cut(word, i, from + i, inner);
        done = offsets[i];
      }
    }
    add(new Item.Box(width - done, (width - done) * give), to, to);
  }

  private void cut(LineEnds.Word word, int length, int at, Gauge.@Nullable Inner inner) {
    if (word.cost(length) == 0) {
      add(new Item.Penalty(0, Item.FORBIDDEN, false), at, at);
      space(inner, at);
      return;
    }
    double hyphen = word.hyphen(length) ? gauge.hyphen(at) : 0;
    if (word.hyphen(length)) {
      hyphens.add(items.size() + (isRagged() ? 2 : 0));
    }
    if (isRagged()) {
      int cost = word.hyphen(length) ? RAGGED_HYPHEN : word.cost(length);
      if (isAddress(at)) {
        cost = Math.min(RAGGED_ADDRESS * cost, Item.FORBIDDEN - 1);
      }
      ragged(new Item.Penalty(hyphen, cost, word.seemsDivided(length)), 0, at, at);
      space(inner, at);
      return;
    }
    double right =
        !word.hyphen(length) ? hangsRight(at) : style.opticalMargins() ? gauge.hyphenHangs(at) : 0;
    add(new Item.Penalty(hyphen - right, word.cost(length), word.seemsDivided(length)), at, at);
    space(inner, at);
    double left = hangsLeft(at);
    if (left > 0) {
      add(new Item.Glue(left, 0, 0), at, at);
      hang(left, at);
    }
  }

  private void space(Gauge.@Nullable Inner inner, int at) {
    if (inner != null && isRagged()) {
      add(new Item.Glue(inner.width(), 0, 0), at, at);
    } else if (inner != null) {
      add(new Item.Glue(inner.width(), inner.stretch(), inner.shrink()), at, at);
    }
  }

  private void ragged(Item.Penalty place, double blank, int from, int to) {
    int stretch = isAddress(to) ? ADDRESS_STRETCH : RAGGED_STRETCH;
    Item.ragged(place, blank, stretch * space).forEach(item -> add(item, from, to));
  }

  private boolean isAddress(int at) {
    return at < text.length() && copy.runAt(at).division() == Copy.Division.ADDRESS;
  }
}
