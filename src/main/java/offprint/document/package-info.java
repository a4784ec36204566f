/**
 * The article, resolved: what both editions are written from. Immutable; every node has its place.
 * {@link offprint.document.CatalogueEntry} is what all its copies say about it. Names are
 * CommonMark's and Dublin Core's. Imports {@code source} only.
 */
@org.jspecify.annotations.NullMarked
package offprint.document;
