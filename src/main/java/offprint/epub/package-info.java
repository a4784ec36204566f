/**
 * Document and theme to bytes. In: a {@link offprint.document.Document}, its theme, a cover, and
 * where the printed copy's pages begin. Out: an EPUB 3.3. Imports {@code source}, {@code document},
 * {@code archive}, {@code style}, {@code glyph}, {@code math}, {@code picture} and {@code xml}; the
 * only importer of epublib.
 */
@org.jspecify.annotations.NullMarked
package offprint.epub;
