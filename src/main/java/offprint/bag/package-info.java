/**
 * Bags for keeping (BagIt 1.0, RFC 8493). In: a folder. Out: findings on whether it is a bag,
 * complete and valid, in this version or in one of the drafts before it. Imports {@code source}.
 */
@org.jspecify.annotations.NullMarked
package offprint.bag;
