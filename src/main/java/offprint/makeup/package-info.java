/**
 * Galleys to pages, the trade's make-up. In: galleys, and what the theme puts into the margins.
 * Out: {@link offprint.page.Page}s, whose ends were chosen together, notes at their feet. Imports
 * {@code source}, {@code document}, {@code style}, {@code page}, {@code galley} and {@code type}.
 */
@org.jspecify.annotations.NullMarked
package offprint.makeup;
