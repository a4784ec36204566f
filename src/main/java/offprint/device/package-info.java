/**
 * What devices make of a book, known before it is sent. In: a {@link offprint.document.Document}
 * and the {@link offprint.epub.Inventory} of its EPUB. Out: findings, each with its place in the
 * article and its remedy. Imports {@code source}, {@code document} and {@code epub}.
 */
@org.jspecify.annotations.NullMarked
package offprint.device;
