package offprint.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where each page of the printed copy begins in the article.
 *
 * @param pages in order
 */
public record PageList(List<Page> pages) {
  /** Of an article that is not printed. */
  public static final PageList NONE = new PageList(List.of());

  /**
   * A page.
   *
   * @param label its folio, as it is printed
   * @param start what it begins with; null where nothing of the article follows
   */
  public record Page(String label, @Nullable Spot start) {}

  public PageList {
    pages = List.copyOf(pages);
  }

  /**
   * The list in which a page with nothing that a reader goes on with, such as a blank one or one of
   * figures, begins where the next does.
   */
  public PageList filled() {
    List<Page> filled = new ArrayList<>();
    Spot next = null;
    for (Page page : pages.reversed()) {
      next = page.start == null ? next : page.start;
      filled.add(new Page(page.label, next));
    }
    return new PageList(filled.reversed());
  }

  public boolean isEmpty() {
    return pages.isEmpty();
  }
}
