package offprint.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import offprint.source.Source;

/**
 * What an edition carries of its own making.
 *
 * @param recipe what the second file says
 * @param files the article, the recipe, and the parts in the recipe's order
 */
public record Enclosures(Recipe recipe, List<Enclosure> files) {
  public Enclosures {
    files = List.copyOf(files);
  }

  /** An article alone, set without any options. */
  public static Enclosures of(Source source) {
    Recipe terms =
        new Recipe(
            Recipe.thisVersion(),
            source.fileName(),
            Map.of(),
            List.of(),
            null,
            Compressor.here(),
            List.of());
    return of(source, terms, List.of());
  }

  /**
   * Encloses an article with its parts.
   *
   * @param terms the recipe, as yet with those files alone that are not carried
   */
  public static Enclosures of(Source source, Recipe terms, List<Enclosure> parts) {
    List<Enclosure> carried = new ArrayList<>();
    carried.add(Enclosure.of(terms.article(), Enclosure.Role.SOURCE, source.bytes()));
    carried.addAll(parts);
    List<Recipe.File> files =
        Stream.concat(
                carried.stream().map(file -> new Recipe.File(file.path(), file.digest(), true)),
                terms.files().stream())
            .toList();
    Recipe recipe =
        new Recipe(
            terms.version(),
            terms.article(),
            terms.options(),
            terms.fonts(),
            terms.epoch(),
            terms.compressor(),
            files);
    return with(recipe, carried);
  }

  /** The same with further options. */
  public Enclosures and(Map<String, String> options) {
    return with(
        recipe.and(options),
        files.stream().filter(file -> file.role() != Enclosure.Role.RECIPE).toList());
  }

  private static Enclosures with(Recipe recipe, List<Enclosure> carried) {
    List<Enclosure> all = new ArrayList<>(carried);
    all.add(1, Enclosure.of(Recipe.PATH, Enclosure.Role.RECIPE, recipe.json()));
    return new Enclosures(recipe, all);
  }
}
