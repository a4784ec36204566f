/**
 * Document and theme to pages. In: a document and its theme. Out: frozen {@link
 * offprint.page.Page}s, marks with coordinates in points from the top left of the trim, each with
 * its place in the structure. For a booklet the pages are laid on {@link offprint.page.Plate}s.
 * Imports {@code source}, {@code document}, {@code style}, {@code glyph}, {@code line} and {@code
 * math}.
 */
@org.jspecify.annotations.NullMarked
package offprint.page;
