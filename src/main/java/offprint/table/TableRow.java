package offprint.table;

import java.util.List;
import offprint.galley.Slug;

/**
 * A set row.
 *
 * @param slugs one where it is kept whole
 * @param cuts behind which slugs a page may end, one for each
 */
public record TableRow(List<Slug> slugs, List<Boolean> cuts) {}
