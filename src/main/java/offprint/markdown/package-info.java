/**
 * Markdown to Document. In: a {@link offprint.source.Source}. Out: a {@link
 * offprint.document.Document}, and findings. Imports {@code source}, {@code document}, {@code math}
 * and {@code code}; the only importer of commonmark, snakeyaml, tomlj and jsoup.
 */
@org.jspecify.annotations.NullMarked
package offprint.markdown;
