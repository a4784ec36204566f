package offprint.makeup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import offprint.page.Mark;
import offprint.style.PageStyle;
import offprint.style.PageStyle.MarginBox;
import offprint.style.Style;
import offprint.type.TypeCase;

/** Running heads and folios: what the theme puts into a page's margins. */
public final class Furniture {
  /** What a head fills of the measure, if there is a form of it that does with this. */
  private static final double COMFORTABLE = 0.67;

  private final TypeCase type;
  private final String language;
  private final double grid;
  private final RunningHeads heads;

  /**
   * @param grid the distance of the page's baselines, in points
   */
  public Furniture(TypeCase type, String language, double grid, RunningHeads heads) {
    this.type = type;
    this.language = language;
    this.grid = grid;
    this.heads = heads;
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
    List<Words> row = new ArrayList<>();
    for (MarginBox box : page.boxes()) {
      if (box.position().startsWith("top") == head) {
        Words words = new Words(box, forms(box, folio, pages, strings));
        if (!words.chosen.isBlank()) {
          row.add(words);
        }
      }
    }
    fit(row, page.measure());
    for (Words words : row) {
      set(page, words.box, words.chosen, head, marks);
    }
  }

  /** What a margin box says, in all its forms, and the one that was chosen. */
  private static final class Words {
    final MarginBox box;
    final List<String> shorter;
    String chosen;

    Words(MarginBox box, List<String> forms) {
      this.box = box;
      this.shorter = new ArrayList<>(forms);
      this.chosen = shorter.removeFirst();
    }
  }

  private List<String> forms(MarginBox box, int folio, int pages, Map<String, String> strings) {
    List<String> forms = new ArrayList<>(List.of(""));
    for (PageStyle.Content content : box.content()) {
      List<String> parts =
          switch (content) {
            case PageStyle.Content.Text text -> List.of(text.text());
            case PageStyle.Content.Folio number -> List.of(Integer.toString(folio));
            case PageStyle.Content.Pages all -> List.of(Integer.toString(pages));
            case PageStyle.Content.Named named ->
                heads.forms(strings.getOrDefault(named.name(), ""));
          };
      List<String> longer = forms;
      int count = Math.max(longer.size(), parts.size());
      forms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        forms.add(
            longer.get(Math.min(i, longer.size() - 1)) + parts.get(Math.min(i, parts.size() - 1)));
      }
    }
    return forms;
  }

  /** Shortens the widest words of a row until all of them stand in it, with blanks between. */
  private void fit(List<Words> row, double measure) {
    List<Words> within =
        row.stream().filter(words -> !words.box.position().endsWith("corner")).toList();
    for (Words words : within) {
      while (width(words) > COMFORTABLE * measure && !words.shorter.isEmpty()) {
        words.chosen = words.shorter.removeFirst();
      }
    }
    while (excess(within, measure) > 0) {
      Words widest =
          within.stream()
              .filter(words -> !words.shorter.isEmpty())
              .max(Comparator.comparingDouble(this::width))
              .orElse(null);
      if (widest == null) {
        break;
      }
      widest.chosen = widest.shorter.removeFirst();
    }
    double excess = excess(within, measure);
    if (excess > 0) {
      Words widest = Collections.max(within, Comparator.comparingDouble(this::width));
      double room = width(widest) - excess;
      widest.chosen =
          heads.abridged(
              widest.chosen, form -> type.width(form, widest.box.style(), language) <= room);
    }
  }

  private double excess(List<Words> row, double measure) {
    double width = 0;
    for (Words words : row) {
      width += (width == 0 ? 0 : 2 * words.box.style().size()) + width(words);
    }
    return width - measure;
  }

  private double width(Words words) {
    return type.width(words.chosen, words.box.style(), language);
  }

  private void set(PageStyle page, MarginBox box, String words, boolean head, List<Mark> marks) {
    Style style = box.style();
    double width = type.width(words, style, language);
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
            words, style, language, x, y, head ? Mark.Artifact.HEADER : Mark.Artifact.FOOTER));
  }
}
