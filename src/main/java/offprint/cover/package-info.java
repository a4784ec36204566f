/**
 * A page as a picture, for what shows a book by its cover. In: a {@link offprint.page.Page}, of
 * text and rules. Out: a PNG. Draws by itself, so that the picture is the same wherever it is made.
 * Imports {@code source}, {@code style}, {@code glyph}, {@code page} and {@code picture}.
 */
@org.jspecify.annotations.NullMarked
package offprint.cover;
