package offprint.page;

import java.util.List;

/**
 * A set row.
 *
 * @param slugs one where it is kept whole
 * @param cuts behind which slugs a page may end, one for each
 */
record TableRow(List<Slug> slugs, List<Boolean> cuts) {}
