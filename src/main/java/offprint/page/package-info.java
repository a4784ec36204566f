/**
 * Finished pages. A {@link offprint.page.Page} is frozen: {@link offprint.page.Mark}s with
 * coordinates in points from the top left of the trim, each with its place in the {@link
 * offprint.page.Structure}. For a booklet pages are laid on {@link offprint.page.Plate}s. Knows
 * nothing of how they are made. Imports {@code source}, {@code document}, {@code style}, {@code
 * glyph} and {@code math}.
 */
@org.jspecify.annotations.NullMarked
package offprint.page;
