/**
 * What is known of the links' addresses, and how it comes to be known. In: an article's links, and
 * {@code links.lock.json} beside it. Out: the links with what is known of them; the file. {@code
 * LinkCheck} and what it sends for is all of the press that asks a network; nothing but {@code
 * offprint links} calls it. Imports {@code source}, {@code json} and {@code document}.
 */
@org.jspecify.annotations.NullMarked
package offprint.web;
