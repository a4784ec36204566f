package offprint.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import offprint.line.Item;
import offprint.style.Style;
import offprint.style.Style.Align;

/** Makes the breaker's boxes, glue and penalties of the copy of one paragraph. */
final class Itemiser {
  private final Copy copy;
  private final String text;
  private final Style style;
  private final ParagraphSetter.Form form;
  private final LineEnds lineEnds;
  private final Gauge gauge;
  private final double space;
  private final List<Item> items = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  Itemiser(Copy copy, Style style, ParagraphSetter.Form form, LineEnds lineEnds, TypeCase type) {
    this.copy = copy;
    this.text = copy.text();
    this.style = style;
    this.form = form;
    this.lineEnds = lineEnds;
    this.gauge = new Gauge(type, copy);
    this.space = gauge.width(" ", style);
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
   */
  record Items(List<Item> items, List<Place> places) {
    boolean endsInHyphen(int item) {
      return items.get(item) instanceof Item.Penalty penalty && penalty.width() > 0;
    }

    boolean isForced(int item) {
      return items.get(item) instanceof Item.Penalty penalty && penalty.cost() <= Item.FORCED;
    }
  }

  Items items() {
    int[] between = lineEnds.between(copy);
    int next = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == Copy.FORCED) {
        forced(at, at + 1);
        at++;
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
    return new Items(items, places);
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
      add(new Item.Glue(width, width / 2, width / 3), from, to);
    } else if (free) {
      ragged(new Item.Penalty(0, 0, false), width, from, to);
    } else {
      add(new Item.Glue(width, 0, 0), from, to);
    }
  }

  private void word(LineEnds.Word word, int from, int to) {
    word.hyphenate(style);
    double width = gauge.width(from, to);
    if (width > form.measure() - Math.max(0, form.indent())) {
      word.cutAnywhere();
    }
    double done = 0;
    for (int i = 1; i < to - from; i++) {
      if (word.cost(i) > 0) {
        double upTo = gauge.width(from, from + i);
        add(new Item.Box(upTo - done), from + i, from + i);
        cut(word, i, from + i);
        done = upTo;
      }
    }
    add(new Item.Box(width - done), to, to);
  }

  private void cut(LineEnds.Word word, int length, int at) {
    double hyphen = word.hyphen(length) ? gauge.width("-", copy.runAt(at - 1).style()) : 0;
    Item.Penalty penalty = new Item.Penalty(hyphen, word.cost(length), word.seemsDivided(length));
    if (isRagged()) {
      ragged(penalty, 0, at, at);
    } else {
      add(penalty, at, at);
    }
  }

  private void ragged(Item.Penalty place, double blank, int from, int to) {
    Item.ragged(place, blank, 3 * space).forEach(item -> add(item, from, to));
  }
}
