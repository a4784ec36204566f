/**
 * What an edition carries of its own making, so that it can be taken out and set again. In: the
 * article, its settings, and the files that its look depends on. Out: those files with a recipe,
 * and the same from what a PDF or an EPUB was found to hold. Imports {@code source}, {@code
 * document} and {@code json}.
 */
@org.jspecify.annotations.NullMarked
package offprint.archive;
