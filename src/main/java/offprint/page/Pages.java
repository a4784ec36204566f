package offprint.page;

import java.util.List;
import offprint.document.PageList;

/**
 * A set article.
 *
 * @param pages in order, at least one
 * @param structure the root, a {@code Document}
 */
public record Pages(List<Page> pages, Structure.Element structure) {
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
