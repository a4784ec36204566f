package offprint.bench;

import java.util.ArrayList;
import java.util.List;
import offprint.glyph.Face;
import offprint.glyph.FontBook;
import offprint.glyph.HarfBuzzShaper;
import offprint.line.Hyphenator;
import offprint.line.Item;

/** The words of an article as the line breaker gets them, a list of items to each paragraph. */
final class Paragraphs {
  private static final double SIZE = 10;
  private static final Item.Penalty HYPHEN = new Item.Penalty(0.3 * SIZE, 50, true);
  private static final Item.Glue SPACE = new Item.Glue(0.25 * SIZE, 0.125 * SIZE, 0.0833 * SIZE);

  private final Hyphenator hyphenator = Hyphenator.of("en");
  private final HarfBuzzShaper shaper;
  private final Face face = FontBook.bundled().face(List.of("serif"), SIZE, 400, false);

  private Paragraphs(HarfBuzzShaper shaper) {
    this.shaper = shaper;
  }

  static List<List<Item>> of(String article) {
    try (HarfBuzzShaper shaper = new HarfBuzzShaper()) {
      Paragraphs paragraphs = new Paragraphs(shaper);
      List<List<Item>> all = new ArrayList<>();
      for (String paragraph : article.split("\n\n+")) {
        all.add(paragraphs.items(paragraph.strip().split("\\s+")));
      }
      return all;
    }
  }

  private List<Item> items(String[] words) {
    List<Item> items = new ArrayList<>();
    for (String word : words) {
      if (!items.isEmpty()) {
        items.add(SPACE);
      }
      int start = 0;
      for (int point : hyphenator.points(word)) {
        items.add(box(word.substring(start, point)));
        items.add(HYPHEN);
        start = point;
      }
      items.add(box(word.substring(start)));
    }
    items.add(new Item.Penalty(0, Item.FORBIDDEN, false));
    items.add(new Item.Glue(0, Item.INFINITE, 0));
    items.add(new Item.Penalty(0, Item.FORCED, false));
    return items;
  }

  private Item.Box box(String text) {
    double width = shaper.shape(text, face, SIZE, List.of(), "en", false).width();
    return new Item.Box(width, 0.02 * width);
  }
}
