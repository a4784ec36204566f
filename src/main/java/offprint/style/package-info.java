/**
 * A theme's CSS to computed style. In: a theme's folder. Out: for each element of the article the
 * {@link offprint.style.Style} it is set by, and for each page its {@link
 * offprint.style.PageStyle}. Knows CSS and what elements the nodes of a document are ({@link
 * offprint.style.Tag}); knows nothing of faces or pages. Imports {@code source} and {@code
 * document}; the only importer of ph-css.
 */
@org.jspecify.annotations.NullMarked
package offprint.style;
