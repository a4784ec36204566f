/**
 * The set text before it is cut into pages. Filled by who sets, cut by who makes up: a {@link
 * offprint.galley.Galley} of {@link offprint.galley.Slug}s, and the notes that ride on them.
 * Imports {@code document}, {@code style}, {@code glyph} and {@code page}.
 */
@org.jspecify.annotations.NullMarked
package offprint.galley;
