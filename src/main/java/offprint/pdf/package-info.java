/**
 * Pages to bytes. In: {@link offprint.page.Pages}, the document they were set from, and for a
 * booklet their {@link offprint.page.Plate}s. Out: a PDF that is PDF/A-3a and PDF/UA-1. Decides
 * nothing: every mark has its place. Imports {@code source}, {@code document}, {@code archive},
 * {@code style}, {@code glyph}, {@code page}, {@code picture} and {@code xml}; the only importer of
 * OpenPDF.
 */
@org.jspecify.annotations.NullMarked
package offprint.pdf;
