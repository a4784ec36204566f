/**
 * Pictures as every reader can show them. In: a {@link offprint.source.Asset} as its author left
 * it. Out: one of a form that all readers know, upright, no larger than asked for, and without what
 * cameras and programs write beside the pixels. Its writers are its own, so that a picture has the
 * same bytes wherever it is made. Imports {@code source} alone.
 */
@org.jspecify.annotations.NullMarked
package offprint.picture;
