package offprint.page;

import java.util.List;
import java.util.Map;
import offprint.style.PageStyle;
import offprint.style.PageStyle.MarginBox;
import offprint.style.Style;

/** Running heads and folios: what the theme puts into a page's margins. */
final class Furniture {
  private final TypeCase type;
  private final String language;
  private final double grid;

  /**
   * @param grid the distance of the page's baselines, in points
   */
  Furniture(TypeCase type, String language, double grid) {
    this.type = type;
    this.language = language;
    this.grid = grid;
  }

  /**
   * Adds the marks of a page's head or foot.
   *
   * @param pages how many there are
   * @param strings what {@code string-set} named, on or before this page
   * @param head the boxes above the text, or those below it
   */
  void set(
      PageStyle page,
      int folio,
      int pages,
      Map<String, String> strings,
      boolean head,
      List<Mark> marks) {
    for (MarginBox box : page.boxes()) {
      if (box.position().startsWith("top") == head) {
        String words = words(box, folio, pages, strings);
        if (!words.isBlank()) {
          set(page, box, words, head, marks);
        }
      }
    }
  }

  private static String words(MarginBox box, int folio, int pages, Map<String, String> strings) {
    StringBuilder words = new StringBuilder();
    for (PageStyle.Content content : box.content()) {
      switch (content) {
        case PageStyle.Content.Text text -> words.append(text.text());
        case PageStyle.Content.Folio number -> words.append(folio);
        case PageStyle.Content.Pages all -> words.append(pages);
        case PageStyle.Content.Named named -> words.append(strings.getOrDefault(named.name(), ""));
      }
    }
    return words.toString();
  }

  private void set(PageStyle page, MarginBox box, String words, boolean head, List<Mark> marks) {
    Style style = box.style();
    String fitting = fitted(words, style, page.measure() * share(box));
    double width = type.width(fitting, style, language);
    Style.Edges margin = page.margin();
    double right = page.width() - margin.right();
    double x =
        switch (box.position()) {
          case "top-left", "bottom-left" -> margin.left();
          case "top-right", "bottom-right" -> right - width;
          case "top-left-corner", "bottom-left-corner" -> margin.left() - width - style.size();
          case "top-right-corner", "bottom-right-corner" -> right + style.size();
          default -> margin.left() + (page.measure() - width) / 2;
        };
    double foot = margin.top() + PageBuilder.depth(page, grid);
    double away =
        head
            ? (style.padding().bottom() > 0 ? style.padding().bottom() : grid * 0.9)
            : (style.padding().top() > 0 ? style.padding().top() : grid * 1.2);
    double y =
        head
            ? margin.top() - away - (style.leading() - type.baseline(style))
            : foot + away + type.baseline(style);
    marks.addAll(
        type.line(
            fitting, style, language, x, y, head ? Mark.Artifact.HEADER : Mark.Artifact.FOOTER));
  }

  private static double share(MarginBox box) {
    return box.position().endsWith("center") ? 0.6 : 0.85;
  }

  /** A running head too long for its line ends in an ellipsis, between words. */
  private String fitted(String words, Style style, double room) {
    if (type.width(words, style, language) <= room) {
      return words;
    }
    String rest = words;
    while (rest.contains(" ") && type.width(rest + "\u2026", style, language) > room) {
      rest = rest.substring(0, rest.lastIndexOf(' '));
    }
    return rest.replaceAll("[\\p{P}\\s]+$", "") + "\u2026";
  }
}
