package offprint.page;

import java.util.List;

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
}
