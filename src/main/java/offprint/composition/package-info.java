/**
 * Document and theme to pages. In: a document and its theme. Out: {@link offprint.page.Pages}.
 * Start at {@link offprint.composition.Typesetter}: the {@link offprint.composition.Compositor}
 * goes through the document block by block and has each set into the galley by who knows its trade;
 * {@code makeup} makes the pages of it. {@link offprint.composition.CoverCompositor} sets the
 * cover, without the rest of the article. Imports all that setting needs: {@code source}, {@code
 * document}, {@code style}, {@code glyph}, {@code math}, {@code page}, {@code galley}, {@code
 * type}, {@code paragraph}, {@code table} and {@code makeup}.
 */
@org.jspecify.annotations.NullMarked
package offprint.composition;
