/**
 * A theme's CSS to computed style. In: a theme's folder, which {@link offprint.style.Shelf} finds
 * by its name. Out: for each element of the article the {@link offprint.style.Style} it is set by,
 * for each page its {@link offprint.style.PageStyle}, and the faces that the theme brings along.
 * Knows CSS and what elements the nodes of a document are ({@link offprint.style.Tag}); knows
 * nothing of faces or pages. Imports {@code source} and {@code document}; the only importer of
 * ph-css.
 */
@org.jspecify.annotations.NullMarked
package offprint.style;
