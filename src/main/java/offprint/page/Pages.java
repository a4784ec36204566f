package offprint.page;

import java.util.List;
import offprint.document.PageList;

/**
 * A set article.
 *
 * @param pages in order
 * @param structure the root, a {@code Document}
 */
public record Pages(List<Page> pages, Structure.Element structure) {
  /** Of an article that is not printed. */
  public static final Pages NONE =
      new Pages(List.of(), new Structure.Element(Structure.Role.DOCUMENT));

  public Pages {
    pages = List.copyOf(pages);
  }

  /** Where in the article each page begins. */
  public PageList list() {
    return new PageList(
            pages.stream()
                .map(page -> new PageList.Page(Integer.toString(page.folio()), page.start()))
                .toList())
        .filled();
  }
}
