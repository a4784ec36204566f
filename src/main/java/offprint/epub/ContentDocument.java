package offprint.epub;

/**
 * A content document: XHTML in its XML syntax (EPUB 3.3, section 6.1).
 *
 * @param href from the package document
 * @param title as reading systems show it for this document
 * @param xhtml the whole file
 */
record ContentDocument(String href, String title, String xhtml) {}
