/**
 * The article, resolved: what both editions are written from. Immutable; every node has its place.
 * Names are CommonMark's and Dublin Core's. Imports {@code source} only.
 */
@org.jspecify.annotations.NullMarked
package offprint.document;
