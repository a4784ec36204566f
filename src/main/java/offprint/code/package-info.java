/**
 * Tells the parts of code apart. In: a language's name and code. Out: the {@link
 * offprint.document.Block.CodeBlock.Part}s that readers want to see: keywords, comments, strings.
 * Imports {@code document}; the only importer of rsyntaxtextarea, whose tokenisers it uses without
 * its editor.
 */
@org.jspecify.annotations.NullMarked
package offprint.code;
