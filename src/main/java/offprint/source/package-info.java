/**
 * What the author gave us: the text, the places in it, the pictures beside it, and what was found
 * wrong with them. In: a file or a stream. Out: a {@link offprint.source.Source}. Imports no other
 * room.
 */
@org.jspecify.annotations.NullMarked
package offprint.source;
