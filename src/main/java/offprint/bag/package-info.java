/**
 * Bags for keeping (BagIt 1.0, RFC 8493). In: an article's files and its catalogue entry. Out: a
 * bag of them. In again: a folder. Out: findings on whether it is a bag, complete and valid, in
 * this version or in one of the drafts before it. Imports {@code source}, {@code document}, {@code
 * json} and {@code xml}.
 */
@org.jspecify.annotations.NullMarked
package offprint.bag;
